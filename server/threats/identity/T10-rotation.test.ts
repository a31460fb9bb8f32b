import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSecret } from '../../auth/secrets.ts';
import { setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac, openBeside } from './door.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

describe('T10 a secret that is being replaced', () => {
  it('is good beside the new one, at every instance, and no more when it was taken away', async () => {
    const [before, after] = [makeSecret('test'), makeSecret('test')];
    const customerId = stage.customerId('monthly');
    const open = (secrets: string) => openBeside(stage, { PORTICO_SECRET: secrets });
    // A rolling restart: the instances have one list, then the other.
    const steps: [string, string[], string[]][] = [
      ['only the old one', [before], [before]],
      ['both', [before, after], [before, after]],
      ['both, the new one signs', [after, before], [before, after]],
      ['only the new one', [after], [after]],
    ];
    for (const [step, secrets, good] of steps) {
      const server = open(secrets.join(','));
      for (const secret of [before, after]) {
        const { status } = await knock(server, { customerId, hash: mac(secret, customerId) });
        expect([step, status]).toEqual([step, good.includes(secret) ? 201 : 401]);
      }
    }
  });

  it('ends no session while both are there', async () => {
    const [before, after] = [makeSecret('test'), makeSecret('test')];
    const customerId = stage.customerId('monthly');
    const old = openBeside(stage, { PORTICO_SECRET: before });
    const signedIn = await knock(old, { customerId, hash: mac(before, customerId) });
    const { token } = JSON.parse(signedIn.text) as { token: string };
    const look = async (secrets: string) =>
      (
        await knock(openBeside(stage, { PORTICO_SECRET: secrets }), undefined, {
          method: 'GET',
          path: '/v1/overview',
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    expect(await look(`${after},${before}`)).toBe(200);
    expect(await look(after)).toBe(401);
  });
});
