import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSecret } from '../../auth/secrets.ts';
import { setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac, openBeside, portalFile, refusal } from './door.ts';

let stage: Stage;
let uniform: string;
beforeAll(async () => {
  stage = await setStage();
  uniform = await refusal(stage.server);
});
afterAll(() => stage.stop());

describe('T12 a hash or a token of one portal at another', () => {
  it('is refused, though one server serves both', async () => {
    const team = makeSecret('test');
    const PORTICO_CONFIG = await portalFile({ portals: { team: {} } });
    const server = openBeside(stage, { PORTICO_CONFIG, PORTICO_SECRET_TEAM: team });
    const customerId = stage.customerId('monthly');
    for (const [portal, secret, isTaken] of [
      ['team', team, true],
      ['team', stage.secret, false],
      ['default', stage.secret, true],
      ['default', team, false],
    ] as const) {
      const heard = await knock(server, { customerId, hash: mac(secret, customerId), portal });
      if (isTaken) expect(heard.status).toBe(201);
      else expect(heard.face).toBe(uniform);
    }
  });

  it('cannot be made by giving two portals one secret', async () => {
    const PORTICO_CONFIG = await portalFile({ portals: { team: {} } });
    expect(() => openBeside(stage, { PORTICO_CONFIG, PORTICO_SECRET_TEAM: stage.secret })).toThrow(
      /PORTICO_SECRET_TEAM is the same as PORTICO_SECRET/,
    );
  });

  it('shows a customer nothing of what another portal allows', async () => {
    const team = makeSecret('test');
    const PORTICO_CONFIG = await portalFile({ portals: { team: { features: { cancel: false } } } });
    const server = openBeside(stage, { PORTICO_CONFIG, PORTICO_SECRET_TEAM: team });
    const customerId = stage.customerId('monthly');
    const signedIn = await knock(server, {
      customerId,
      hash: mac(team, customerId),
      portal: 'team',
    });
    const { overview, token } = JSON.parse(signedIn.text) as { token: string; overview: object };
    expect(JSON.stringify(overview)).not.toContain('"cancel"');
    const look = await knock(server, undefined, {
      method: 'GET',
      path: '/v1/overview?portal=default',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(look.text).not.toContain('"cancel"');
  });
});
