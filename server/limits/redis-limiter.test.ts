import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startRedis } from '../../scripts/redis.mjs';
import { createRedisStore } from '../store/redis-store.ts';
import { createRedisLimiters } from './redis-limiter.ts';
import { limiterSuite } from './suite.ts';

const open = async () => {
  const redis = await startRedis();
  const store = await createRedisStore(redis.url, () => {});
  const close = async () => {
    await store.stop();
    redis.process.kill('SIGCONT');
    await redis.stop();
  };
  return { redis, store, close };
};

let shared: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  shared = await open();
});
afterAll(() => shared.close());

limiterSuite('redis', async () => ({
  create: createRedisLimiters(shared.store.client),
  wait: (ms) => sleep(ms),
}));

describe('the Redis limiter', () => {
  let close = async (): Promise<void> => {};
  afterEach(() => close());

  const stage = async () => {
    const opened = await open();
    ({ close } = opened);
    let nowMs = 0;
    const create = createRedisLimiters(opened.store.client, () => nowMs);
    const limiter = create({ name: 'test', times: 8, seconds: 60 });
    const allowed = async (asked: number): Promise<number> => {
      let count = 0;
      for (let index = 0; index < asked; index += 1) {
        if (!(await limiter.take('a')).isOver) count += 1;
      }
      return count;
    };
    return { ...opened, limiter, allowed, later: (ms: number) => void (nowMs += ms) };
  };

  it('counts for all instances together', async () => {
    const { redis, limiter, allowed } = await stage();
    const other = await createRedisStore(redis.url, () => {});
    const theirs = other.limiters?.({ name: 'test', times: 8, seconds: 60 });
    for (let index = 0; index < 6; index += 1) await theirs?.take('a');
    await other.stop();
    expect(await allowed(4)).toBe(2);
    expect((await limiter.take('a')).waitMs).toBeGreaterThan(50_000);
  });

  it('allows a quarter where Redis is down', async () => {
    const { redis, allowed } = await stage();
    await redis.stop();
    expect(await allowed(10)).toBe(2);
  });

  it('allows a quarter where Redis hangs, and waits for it only once a second', async () => {
    const { redis, allowed } = await stage();
    redis.process.kill('SIGSTOP');
    const begin = performance.now();
    expect(await allowed(10)).toBe(2);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });

  it('allows a quarter where Redis takes no writes', async () => {
    const { store, allowed } = await stage();
    await store.client.config('SET', 'min-replicas-to-write', '1');
    expect(await allowed(10)).toBe(2);
  });

  it('still counts after Redis was flushed, or has forgotten its scripts', async () => {
    const { store, allowed } = await stage();
    expect(await allowed(3)).toBe(3);
    await store.client.flushall();
    await store.client.script('FLUSH');
    expect(await allowed(20)).toBe(8);
  });

  it('counts in Redis again once it answers', async () => {
    const { redis, store, allowed, later } = await stage();
    redis.process.kill('SIGSTOP');
    expect(await allowed(10)).toBe(2);
    redis.process.kill('SIGCONT');
    await expect
      .poll(
        () =>
          store.check().then(
            () => true,
            () => false,
          ),
        { timeout: 5_000 },
      )
      .toBe(true);
    later(1_001);
    // What was asked for while it hung may have been counted late: then one is gone already.
    expect(await allowed(20)).toBeGreaterThanOrEqual(7);
  });
});
