import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLimits } from '../../limits/limits.ts';
import { createMemoryLimiter } from '../../limits/memory-limiter.ts';
import { setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac } from './door.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({}, { limits: createLimits((one) => createMemoryLimiter(one, () => 0)) });
});
afterAll(() => stage.stop());

describe('T26 failures in the name of another', () => {
  it('never keep out a right hash, not even from the same network', async () => {
    const customerId = stage.customerId('monthly');
    const bad = { customerId, hash: '0'.repeat(64) };
    const good = { customerId, hash: mac(stage.secret, customerId) };
    const statuses: number[] = [];
    for (let index = 0; index < 300; index += 1) {
      statuses.push((await knock(stage.server, bad, { ip: '203.0.113.7' })).status);
      if (index % 50 !== 0) continue;
      for (const ip of ['203.0.113.7', '203.0.113.8', undefined]) {
        expect((await knock(stage.server, good, ip === undefined ? {} : { ip })).status).toBe(201);
      }
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.at(-1)).toBe(429);
  });

  it('keep nobody of another network from being told that a hash is bad', async () => {
    const bad = { customerId: stage.customerId('yearly'), hash: '0'.repeat(64) };
    for (let index = 0; index < 50; index += 1)
      await knock(stage.server, bad, { ip: '203.0.113.20' });
    expect((await knock(stage.server, bad, { ip: '203.0.113.21' })).status).toBe(401);
  });
});
