import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSecret } from '../../auth/secrets.ts';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac, openBeside } from './door.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

describe('T22 a token after its end', () => {
  const look = (server: ReturnType<typeof openBeside>, token: string) =>
    knock(server, undefined, {
      method: 'GET',
      path: '/v1/overview',
      headers: { authorization: `Bearer ${token}` },
    });
  const signIn = async (server: ReturnType<typeof openBeside>): Promise<string> => {
    const customerId = stage.customerId('monthly');
    const { text } = await knock(server, { customerId, hash: mac(stage.secret, customerId) });
    return (JSON.parse(text) as { token: string }).token;
  };

  it('means nothing to an instance that no longer has the secret, from its start on', async () => {
    const token = await signIn(openBeside(stage));
    const instances = [1, 2].map(() => openBeside(stage, { PORTICO_SECRET: makeSecret('test') }));
    for (const server of instances) expect((await look(server, token)).status).toBe(401);
  });

  it('is over after ten minutes at every instance, also where it was shown a second before', async () => {
    let now = NOW;
    const servers = [1, 2].map(() => openBeside(stage, {}, { now: () => now }));
    const [first = servers[0], second = first] = servers;
    if (!first || !second) throw new Error('There are two.');
    const token = await signIn(first);
    now += 599;
    for (const server of [first, second]) expect((await look(server, token)).status).toBe(200);
    now += 1;
    for (const server of [first, second]) expect((await look(server, token)).status).toBe(401);
  });

  it('cannot be renewed past eight hours after the hash', async () => {
    let now = NOW;
    const server = openBeside(stage, {}, { now: () => now });
    let token = await signIn(server);
    let renewals = 0;
    for (; renewals < 100; renewals += 1) {
      now += 500;
      const { status, text } = await knock(server, undefined, {
        path: '/v1/sessions/renew',
        headers: { authorization: `Bearer ${token}` },
      });
      if (status === 401) break;
      ({ token } = JSON.parse(text) as { token: string });
    }
    expect(now).toBeGreaterThanOrEqual(NOW + 8 * 3600);
    expect(now).toBeLessThan(NOW + 8 * 3600 + 600);
    expect((await look(server, token)).status).toBe(401);
  });
});
