import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startRedis } from '../../scripts/redis.mjs';
import { createRedisStore, type RedisStore } from './redis-store.ts';
import { StoreUnavailable } from './store.ts';
import { startTcpProxy } from '../testing/tcp-proxy.ts';
import { storeSuite } from './suite.ts';

const closing: (() => Promise<void>)[] = [];
const open = async () => {
  const redis = await startRedis();
  const store = await createRedisStore(redis.url, () => {});
  closing.push(() => store.stop(), redis.stop);
  return { redis, store };
};

storeSuite('redis', async () => {
  const { redis, store } = await open();
  const stop = async () => {
    await store.stop();
    await redis.stop();
  };
  return { store: { ...store, stop }, wait: (ms) => sleep(ms) };
});

describe('the Redis store, when Redis is in trouble', () => {
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('says so at once where Redis is down, and comes back by itself', async () => {
    const { redis, store } = await open();
    await redis.stop();
    await expect.poll(() => failure(store)).toBe(true);
    await expect(store.add('key', 'value', 1_000)).rejects.toBeInstanceOf(StoreUnavailable);
    const again = await startRedis(redis.port);
    closing.push(again.stop);
    await expect.poll(() => failure(store), { timeout: 5_000 }).toBe(false);
  });

  it('says so in time where Redis hangs', async () => {
    const { redis, store } = await open();
    redis.process.kill('SIGSTOP');
    await expect(store.get('key')).rejects.toBeInstanceOf(StoreUnavailable);
    redis.process.kill('SIGCONT');
    await expect.poll(() => failure(store), { timeout: 5_000 }).toBe(false);
  });

  it('says so where Redis takes no writes', async () => {
    const { store } = await open();
    await store.client.config('SET', 'min-replicas-to-write', '1');
    await expect(store.check()).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.set('key', 'value', 1_000)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('starts without Redis, and tells its listeners of the gap once it is there', async () => {
    const { redis, store: other } = await open();
    await other.stop();
    await redis.stop();
    const store = await createRedisStore(redis.url, () => {});
    closing.push(() => store.stop());
    const heard: string[] = [];
    const line: boolean[] = [];
    await store.subscribe('news', {
      hear: (message) => void heard.push(message),
      line: (isUp) => void line.push(isUp),
    });
    const again = await startRedis(redis.port);
    closing.push(again.stop);
    await expect.poll(() => line.at(-1), { timeout: 5_000 }).toBe(true);
    expect(line[0]).toBe(false);
    await expect
      .poll(async () => (await store.publish('news', 'hello').catch(() => {}), heard.length), {
        timeout: 5_000,
      })
      .toBeGreaterThan(0);
  });
});

describe('the Redis store, when one line of it is of no use', () => {
  const said = (store: RedisStore) => {
    const heard: string[] = [];
    const line: boolean[] = [];
    const listener = {
      hear: (message: string) => void heard.push(message),
      line: (isUp: boolean) => void line.push(isUp),
    };
    return { heard, line, listening: store.subscribe('news', listener) };
  };
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it('starts in time before a Redis that takes connections and never answers', async () => {
    const { redis } = await open();
    const proxy = await startTcpProxy(redis.port);
    proxy.swallow();
    const begin = performance.now();
    const store = await createRedisStore(`redis://127.0.0.1:${proxy.port}`, () => {});
    closing.push(
      () => store.stop(),
      () => proxy.stop(),
    );
    const { heard, line, listening } = said(store);
    await listening;
    expect(performance.now() - begin).toBeLessThan(2_000);
    expect(await failure(store)).toBe(true);
    expect(line).toEqual([false]);
    proxy.pass();
    await expect.poll(() => line.at(-1), { timeout: 5_000 }).toBe(true);
    await store.publish('news', 'hello');
    await expect.poll(() => heard).toEqual(['hello']);
  });

  it('is unavailable while it may not listen, and hears as soon as it may', async () => {
    const { redis, store: admin } = await open();
    await admin.client.acl('SETUSER', 'deaf', 'on', '>secret', '~*', '+@all', 'resetchannels');
    const url = redis.url.replace('//', '//deaf:secret@');
    const store = await createRedisStore(url, () => {});
    closing.push(() => store.stop());
    const { heard, line, listening } = said(store);
    await listening;
    expect(line).toEqual([false]);
    await expect(store.check()).rejects.toBeInstanceOf(StoreUnavailable);
    await store.set('key', 'value', 1_000);
    await admin.client.acl('SETUSER', 'deaf', 'allchannels');
    await expect.poll(() => line.at(-1), { timeout: 5_000 }).toBe(true);
    await store.check();
    await admin.publish('news', 'hello');
    await expect.poll(() => heard).toEqual(['hello']);
  });
});

async function failure(store: RedisStore): Promise<boolean> {
  return store.check().then(
    () => false,
    () => true,
  );
}
