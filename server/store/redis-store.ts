import { Redis, type RedisOptions } from 'ioredis';
import { createRedisLimiters } from '../limits/redis-limiter.ts';
import { StoreUnavailable, type Listener, type Store } from './store.ts';

/** A store with its connection. */
export interface RedisStore extends Store {
  client: Redis;
}

/** A customer is waiting: an answer that takes longer is none. */
const COMMAND_TIMEOUT_MS = 200;
const CONNECT_TIMEOUT_MS = 1_000;
const PREFIX = 'portico:';

/** Fails at once rather than wait for a Redis that is not there, and comes back by itself. */
const OPTIONS = {
  commandTimeout: COMMAND_TIMEOUT_MS,
  connectTimeout: CONNECT_TIMEOUT_MS,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  lazyConnect: true,
  retryStrategy: (attempt: number) => Math.min(attempt * 100, 1_000),
} satisfies RedisOptions;

/** Compare and delete in one step, so that nobody takes away what another has put there since. */
const REMOVE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

/** Compare and prolong in one step, for the same reason. */
const EXTEND = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end`;

/**
 * Shared by all instances that have the same `REDIS_URL`. It starts even where Redis does not
 * answer; every call then rejects with StoreUnavailable until it does.
 */
export async function createRedisStore(
  url: string,
  onTrouble: (error: Error) => void,
): Promise<RedisStore> {
  const client = connection(url, onTrouble);
  const hearing = connection(url, onTrouble);
  const listeners = new Map<string, Listener[]>();
  const tell = (isUp: boolean): void => {
    for (const each of listeners.values()) for (const { line } of each) line(isUp);
  };
  hearing.on('message', (channel: string, message: string) => {
    for (const { hear } of listeners.get(channel) ?? []) hear(message);
  });
  // After a break, and where Redis was not there at first: whoever listens has to be told of the gap.
  hearing.on('ready', () => {
    for (const channel of listeners.keys()) void hearing.subscribe(channel).catch(() => {});
    tell(true);
  });
  hearing.on('close', () => tell(false));
  await Promise.all([client.connect().catch(() => {}), hearing.connect().catch(() => {})]);
  return {
    client,
    get: (key) => asking(() => client.get(PREFIX + key)),
    async set(key, value, lifetimeMs) {
      await asking(() => client.set(PREFIX + key, value, 'PX', lifetimeMs));
    },
    async add(key, value, lifetimeMs) {
      const done = await asking(() => client.set(PREFIX + key, value, 'PX', lifetimeMs, 'NX'));
      return done === 'OK';
    },
    async remove(key, value) {
      return (await asking(() => client.eval(REMOVE, 1, PREFIX + key, value))) === 1;
    },
    async extend(key, value, lifetimeMs) {
      const asked = asking(() => client.eval(EXTEND, 1, PREFIX + key, value, lifetimeMs));
      return (await asked) === 1;
    },
    async publish(channel, message) {
      await asking(() => client.publish(PREFIX + channel, message));
    },
    async subscribe(channel, listener) {
      const known = listeners.get(PREFIX + channel) ?? [];
      listeners.set(PREFIX + channel, [...known, listener]);
      await hearing.subscribe(PREFIX + channel).catch(() => listener.line(false));
    },
    async check() {
      await asking(() => client.set(`${PREFIX}check`, '1', 'PX', 1_000));
    },
    limiters: createRedisLimiters(client),
    async stop() {
      client.disconnect();
      hearing.disconnect();
    },
  };
}

function connection(url: string, onTrouble: (error: Error) => void): Redis {
  const redis = new Redis(url, OPTIONS);
  redis.on('error', onTrouble);
  return redis;
}

async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new StoreUnavailable(error);
  }
}
