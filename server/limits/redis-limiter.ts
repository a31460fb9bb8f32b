import type { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { Allowance, CreateSharedLimiter, Limiter } from './limiter.ts';
import { createMemoryLimiter } from './memory-limiter.ts';

/** Four instances, each alone at a quarter, are together no more than what was allowed. */
const SHARE_WITHOUT_REDIS = 1 / 4;
/** After a failure Redis is left alone for so long: nobody waits for the same timeout five times. */
const REST_MS = 1_000;

/**
 * As the library's own, but that nothing is given back to a time that is over: that would be one
 * more for the next.
 */
const COUNT = `
if tonumber(ARGV[1]) < 0 and redis.call('exists', KEYS[1]) == 0 then return {0, 0} end
redis.call('set', KEYS[1], 0, 'EX', ARGV[2], 'NX')
local taken = redis.call('incrby', KEYS[1], ARGV[1])
return {taken, redis.call('pttl', KEYS[1])}`;

/**
 * Counts for all instances together. Where Redis is down, hangs or takes no writes, this instance
 * goes on alone and allows a quarter (rounded up): stricter, never open.
 */
export function createRedisLimiters(
  client: Redis,
  nowMs: () => number = () => performance.now(),
): CreateSharedLimiter {
  let restsUntilMs = 0;
  return (allowance, onTrouble = () => {}) => {
    const orElse = async <T>(ask: () => Promise<T>, instead: () => Promise<T>): Promise<T> => {
      if (nowMs() < restsUntilMs) return instead();
      try {
        return await ask();
      } catch {
        restsUntilMs = nowMs() + REST_MS;
        onTrouble();
        return instead();
      }
    };
    return insured(client, allowance, { orElse, nowMs });
  };
}

interface Insurance {
  orElse: <T>(ask: () => Promise<T>, instead: () => Promise<T>) => Promise<T>;
  nowMs: () => number;
}

function insured(client: Redis, allowance: Allowance, { orElse, nowMs }: Insurance): Limiter {
  const { name, times, seconds } = allowance;
  const here = createMemoryLimiter(
    { times: Math.ceil(times * SHARE_WITHOUT_REDIS), seconds },
    nowMs,
  );
  const redis = new RateLimiterRedis({
    storeClient: client,
    keyPrefix: `portico:limit:${name}`,
    points: times,
    duration: seconds,
    rejectIfRedisNotReady: true,
    customIncrTtlLuaScript: COUNT,
  });
  return {
    take: (key) =>
      orElse(
        async () => {
          // `penalty` is `consume` without its opinion: it counts, and we compare.
          const { consumedPoints, msBeforeNext } = await redis.penalty(key);
          return { isOver: consumedPoints > times, waitMs: Math.max(msBeforeNext, 0) };
        },
        () => here.take(key),
      ),
    giveBack: (key) =>
      orElse(
        async () => void (await redis.reward(key)),
        () => here.giveBack(key),
      ),
  };
}
