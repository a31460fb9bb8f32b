import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac, refusal } from './door.ts';

let stage: Stage;
let uniform: string;
beforeAll(async () => {
  stage = await setStage();
  uniform = await refusal(stage.server);
});
afterAll(() => stage.stop());

/** There are no key ids: what chooses the secret is the name of the portal. */
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../default',
  'DEFAULT',
  'default ',
  'default\u0000',
  "' OR 1=1 --",
  'another',
  '0',
];

describe('T09 a portal that is not there, by a poisonous name', () => {
  it.each(NAMES.map((name) => [JSON.stringify(name), name]))(
    'is refused like any bad hash: %s',
    async (_, portal) => {
      const customerId = stage.customerId('monthly');
      stage.simulator.forgetRequests();
      const { face } = await knock(stage.server, {
        customerId,
        hash: mac(stage.secret, customerId),
        portal,
      });
      expect(face).toBe(uniform);
      expect(stage.simulator.requests()).toEqual([]);
    },
  );

  it.each([null, 1, [], {}, ['default'], ''])('is no name at all: %j', async (portal) => {
    const customerId = stage.customerId('monthly');
    const { status } = await knock(stage.server, {
      customerId,
      hash: mac(stage.secret, customerId),
      portal,
    });
    expect([400, 401]).toContain(status);
  });
});
