import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { expiring, knock, mac, refusal } from './door.ts';

let stage: Stage;
let uniform: string;
beforeAll(async () => {
  stage = await setStage();
  uniform = await refusal(stage.server);
});
afterAll(() => stage.stop());

const EMPTY = [
  '',
  ' ',
  '\n',
  '\t',
  '\u0000',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '@',
  'null',
  'undefined',
];

describe('T03 an empty identity with a right hash of it', () => {
  it.each(EMPTY.map((id) => [JSON.stringify(id), id]))(
    'is refused before any MAC: %s',
    async (_, id) => {
      stage.simulator.forgetRequests();
      for (const [field, type] of [
        ['customerId', 'customer'],
        ['email', 'email'],
      ] as const) {
        for (const hash of [mac(stage.secret, id), expiring(stage.secret, type, id, NOW + 60)]) {
          const heard = await knock(stage.server, { [field]: id, hash });
          // Nothing at all is refused by its length.
          if (id === '') expect(heard.status).toBe(400);
          else expect(heard.face).toBe(uniform);
        }
      }
      expect((await knock(stage.server, { hash: mac(stage.secret, '') })).face).toBe(uniform);
      expect(stage.simulator.requests()).toEqual([]);
    },
  );

  it.each([null, [], {}, 0, true, ['cus_12345678']])(
    'is refused where it is no text: %j',
    async (id) => {
      for (const field of ['customerId', 'email']) {
        const body = { [field]: id, hash: mac(stage.secret, JSON.stringify(id)) };
        expect((await knock(stage.server, body)).status).toBe(400);
      }
    },
  );
});
