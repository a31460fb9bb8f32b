import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW, setStage, type Stage } from '../../testing/stage.ts';
import { expiring, knock, openBeside } from './door.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

describe('T15 the same hash again', () => {
  it('opens sessions of its own customer only, a hundred times at two instances, until its end', async () => {
    let now = NOW;
    const servers = [1, 2].map(() =>
      openBeside(stage, { PORTICO_CACHE_SECONDS: '60' }, { now: () => now }),
    );
    const customerId = stage.customerId('monthly');
    const body = { customerId, hash: expiring(stage.secret, 'customer', customerId, NOW + 60) };
    const all = servers.flatMap((server) => Array.from({ length: 50 }, () => knock(server, body)));
    for (const { status, text } of await Promise.all(all)) {
      expect(status).toBe(201);
      expect(
        (JSON.parse(text) as { overview: { customer: { id: string } } }).overview.customer.id,
      ).toBe(customerId);
    }
    now += 60;
    for (const server of servers) expect((await knock(server, body)).status).toBe(401);
  });
});
