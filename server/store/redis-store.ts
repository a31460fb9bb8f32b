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
/** Nothing heard for so long after a question: the line is dead, and a new one is opened. */
const SOCKET_TIMEOUT_MS = 1_000;
const PREFIX = 'portico:';

/** Fails at once rather than wait for a Redis that is not there, and comes back by itself. */
const OPTIONS = {
  commandTimeout: COMMAND_TIMEOUT_MS,
  connectTimeout: CONNECT_TIMEOUT_MS,
  socketTimeout: SOCKET_TIMEOUT_MS,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  lazyConnect: true,
  // Done below, where one waits for it.
  autoResubscribe: false,
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
  let isDeaf = false;
  const subscribe = async (channels: string[]): Promise<boolean> => {
    isDeaf = !(await listens(hearing, channels));
    return !isDeaf;
  };
  // After a break, and where Redis was not there at first: whoever listens has to be told of the gap,
  // and no sooner than it is over.
  hearing.on('ready', () => {
    void subscribe([...listeners.keys()]).then((done) => done && tell(true));
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
      if (!(await subscribe([PREFIX + channel]))) listener.line(false);
    },
    async check() {
      // Both lines: one that hears nothing is as quiet as one on which nothing is said.
      if (isDeaf) throw new StoreUnavailable('What the other instances say is not heard.');
      await asking(() =>
        Promise.all([client.set(`${PREFIX}check`, '1', 'PX', 1_000), hearing.ping()]),
      );
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

/** Connected but deaf (not allowed to, or too late): a new connection is opened after a while. */
async function listens(hearing: Redis, channels: string[]): Promise<boolean> {
  try {
    if (channels.length > 0) await hearing.subscribe(...channels);
    return true;
  } catch {
    const again = (): void => {
      if (hearing.status === 'ready') hearing.disconnect(true);
    };
    setTimeout(again, SOCKET_TIMEOUT_MS).unref();
    return false;
  }
}

async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new StoreUnavailable(error);
  }
}
