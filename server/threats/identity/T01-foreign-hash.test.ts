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

describe('T01 a hash of one customer with the id of another', () => {
  const ids = Array.from(
    { length: 50 },
    (_, index) => `cus_pair${String(index).padStart(10, '0')}`,
  );

  it.each(['plain', 'expiring'])(
    'is refused for all ordered pairs of 50 customers: %s',
    async (form) => {
      const hashes = new Map(
        ids.map((id) => [
          id,
          form === 'plain'
            ? mac(stage.secret, id)
            : expiring(stage.secret, 'customer', id, NOW + 60),
        ]),
      );
      stage.simulator.forgetRequests();
      const wrong: string[] = [];
      for (const owner of ids) {
        for (const customerId of ids) {
          if (owner === customerId) continue;
          const { face } = await knock(stage.server, { customerId, hash: hashes.get(owner) });
          if (face !== uniform) wrong.push(`${owner} as ${customerId}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(stage.simulator.requests()).toEqual([]);
    },
  );

  it('opens the door of its own customer', async () => {
    const customerId = stage.customerId('monthly');
    const hash = mac(stage.secret, customerId);
    expect((await knock(stage.server, { customerId, hash })).status).toBe(201);
  });
});
