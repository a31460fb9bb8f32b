/** What may happen to a Redis, done to a real one, and how it ends. */
import { Redis } from 'ioredis';
import { startRedis } from '../../scripts/redis.mjs';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

export interface RedisLine {
  /** Through a line that can go dead. */
  url: string;
  /** A connection of the test's own, past that line. */
  admin: Redis;
  begin(trouble: TroubleName): Promise<void>;
  end(trouble: TroubleName): Promise<void>;
  stop(): Promise<void>;
}

interface Scene {
  redis: Awaited<ReturnType<typeof startRedis>>;
  proxy: TcpProxy;
  admin: Redis;
}

interface Trouble {
  begin: (scene: Scene) => unknown;
  end: (scene: Scene) => unknown;
}

const PASSWORD = 'onlyForThisTest';

export const TROUBLES = {
  'is down': {
    begin: ({ redis }) => redis.stop(),
    end: async (scene) => void (scene.redis = await startRedis(scene.redis.port)),
  },
  'hangs (the process is frozen)': {
    begin: ({ redis }) => redis.process.kill('SIGSTOP'),
    end: ({ redis }) => redis.process.kill('SIGCONT'),
  },
  'hangs (the line is dead, and never closed)': {
    begin: ({ proxy }) => proxy.swallow(),
    end: ({ proxy }) => proxy.pass(),
  },
  'answers too late': {
    begin: ({ proxy }) => proxy.delay(300),
    end: ({ proxy }) => proxy.delay(0),
  },
  'refuses the password': {
    async begin({ admin }) {
      await admin.config('SET', 'requirepass', PASSWORD);
      for (const type of ['NORMAL', 'PUBSUB'] as const) {
        await admin.call('CLIENT', 'KILL', 'TYPE', type, 'SKIPME', 'YES');
      }
    },
    async end({ admin }) {
      await admin.auth(PASSWORD);
      await admin.config('SET', 'requirepass', '');
    },
  },
  'takes no writes (a replica)': {
    begin: ({ admin }) => admin.replicaof('127.0.0.1', 1),
    end: ({ admin }) => admin.replicaof('NO', 'ONE'),
  },
  'takes no writes (its memory is full)': {
    begin: ({ admin }) => admin.config('SET', 'maxmemory', '1'),
    end: ({ admin }) => admin.config('SET', 'maxmemory', '0'),
  },
} satisfies Record<string, Trouble>;

export type TroubleName = keyof typeof TROUBLES;

export async function openRedisLine(): Promise<RedisLine> {
  const redis = await startRedis();
  const proxy = await startTcpProxy(redis.port);
  const admin = new Redis(redis.url);
  admin.on('error', () => {});
  const scene: Scene = { redis, proxy, admin };
  return {
    url: `redis://127.0.0.1:${proxy.port}`,
    admin,
    begin: async (name) => void (await TROUBLES[name].begin(scene)),
    end: async (name) => void (await TROUBLES[name].end(scene)),
    async stop() {
      admin.disconnect();
      scene.redis.process.kill('SIGCONT');
      await scene.redis.stop();
      await proxy.stop();
    },
  };
}
