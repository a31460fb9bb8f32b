import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedis } from '../../../scripts/redis.mjs';
import { diceOf } from '../../faults/cell.ts';
import { codeOf } from '../../faults/customer.ts';
import { OPERATIONS } from '../../faults/operations.ts';
import { aloneEffects, createSeveral, operationNamed, type Several } from '../../faults/several.ts';
import { createRedisStore, type RedisStore } from '../../store/redis-store.ts';

/** 1,000 with `FAULTS=full`. */
const ROUNDS = process.env['FAULTS'] === 'full' ? 1_000 : 40;
const MONEY = ['resubscribe', 'upgrade', 'quantity', 'pay open invoice'];

describe('T56 two clicks, two tabs, two devices, three servers', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let stores: RedisStore[];
  let several: Several;

  beforeAll(async () => {
    redis = await startRedis();
    stores = await Promise.all([1, 2, 3].map(() => createRedisStore(redis.url, () => {})));
    several = await createSeveral(stores);
  });
  afterAll(async () => {
    for (const store of stores) await store.stop();
    await redis.stop();
  });

  it.each(MONEY)('%s: one effect, however often it is asked for at once', async (name) => {
    const operation = operationNamed(OPERATIONS, name);
    const alone = await aloneEffects(several, operation);
    const dice = diceOf(name.length);
    for (let round = 0; round < ROUNDS / MONEY.length; round += 1) {
      const visitor = await several.begin(operation);
      const isOneIntent = dice(2) === 0;
      const intent = crypto.randomUUID();
      const body = await visitor.preview();
      const asked = await Promise.all(
        Array.from({ length: 2 + dice(7) }, async () => ({
          at: dice(3),
          intent: isOneIntent ? intent : crypto.randomUUID(),
          body: isOneIntent ? body : await visitor.preview(),
        })),
      );
      const heard = await Promise.all(asked.map((ask) => visitor.submit(ask)));
      expect(visitor.effects(), `round ${round}`).toEqual(alone);
      expect(heard.map(codeOf)).toContain('ok');
      expect(heard.map(({ status }) => status)).not.toContain(500);
    }
  });
});
