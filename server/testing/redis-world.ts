/** Two instances of one server on one real Redis, a customer, and ways to look at them. */
import { createIntents, type Intents } from '../intents.ts';
import { createRedisStore, type RedisStore } from '../store/redis-store.ts';
import { setInstances, type Instances } from './instances.ts';
import { openRedisLine, type RedisLine } from './redis-troubles.ts';
import { openSmallShop } from './small-shop.ts';

export const INTENT = {
  customerId: 'cus_1',
  intentId: '0ba9a1f0-6a3e-4f3f-9a86-7b9a4f7f3c11',
  request: 'POST /v1/subscriptions/sub_1/cancel {}',
};
export const OTHER = { ...INTENT, request: 'something else' };

export interface RedisWorld extends Instances {
  line: RedisLine;
  stores: [RedisStore, RedisStore];
  customerId: string;
  intents: Intents[];
  told: string[];
  stop(): Promise<void>;
}

export async function openRedisWorld(): Promise<RedisWorld> {
  const line = await openRedisLine();
  const connect = (): Promise<RedisStore> => createRedisStore(line.url, () => {});
  const stores: [RedisStore, RedisStore] = [await connect(), await connect()];
  const environment = { PORTICO_CACHE_SECONDS: '9999' };
  const store = (instance: number): RedisStore => stores[instance] ?? stores[0];
  const instances = await setInstances({ count: 2, environment, store });
  const shop = await openSmallShop(instances.stripe, 1);
  await instances.simulator.settled();
  // What was said of it has been heard once a later question is answered.
  await Promise.all(stores.map(isAway));
  const told: string[] = [];
  const now = (): number => instances.simulator.now();
  const parts = (part: string) => ({ now, onTrouble: () => void told.push(part) });
  return {
    ...instances,
    line,
    stores,
    told,
    customerId: shop.customers[0]?.id ?? '',
    intents: stores.map((one) => createIntents({ store: one, ...parts('intents') })),
    async stop() {
      await Promise.all(stores.map((one) => one.stop()));
      await line.stop();
    },
  };
}

/** Looks every two seconds of the server's clock. @returns how often Stripe was asked */
export async function lookFor(world: RedisWorld, seconds: number): Promise<number> {
  const { simulator, view, customerId, stores } = world;
  simulator.forgetRequests();
  for (let passed = 0; passed < seconds; passed += 2) {
    await view(0, customerId);
    // What the server asked Redis meanwhile has then come to its end too.
    await isAway(stores[0]);
    simulator.advanceTo(simulator.now() + 2);
  }
  return simulator.requests().filter(({ path }) => path === '/v1/subscriptions').length;
}

export const ready = async ({ servers }: RedisWorld, instance: number): Promise<unknown> =>
  (await servers[instance]?.fetch(new Request('http://a.example/readyz')))?.json();

export async function isAway(store: RedisStore): Promise<boolean> {
  return store.check().then(
    () => false,
    () => true,
  );
}
