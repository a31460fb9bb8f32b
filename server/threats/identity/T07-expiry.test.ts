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

describe('T07 a hash outside of its time', () => {
  it.each([
    [-86_400, false],
    [-1, false],
    [0, false],
    [1, true],
    [86_400, true],
    [86_401, false],
    [1e9, false],
  ])('%d seconds from now: %s', async (seconds, isTaken) => {
    const customerId = stage.customerId('monthly');
    const hash = expiring(stage.secret, 'customer', customerId, NOW + seconds);
    stage.log.length = 0;
    const heard = await knock(stage.server, { customerId, hash });
    if (isTaken) expect(heard.status).toBe(201);
    else expect(heard.face).toBe(uniform);
  });

  it('is called expired in the log only if its MAC is right', async () => {
    const customerId = stage.customerId('monthly');
    const late = NOW - 5;
    for (const [hash, isSaid] of [
      [expiring(stage.secret, 'customer', customerId, late), true],
      [`v1.${late}.${mac('another secret', customerId)}`, false],
    ] as const) {
      stage.log.length = 0;
      expect((await knock(stage.server, { customerId, hash })).face).toBe(uniform);
      expect(stage.log.join().includes('expired')).toBe(isSaid);
    }
  });
});
