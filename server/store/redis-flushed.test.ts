import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLocks } from '../lock.ts';
import { deliver } from '../testing/deliver.ts';
import {
  INTENT,
  lookFor,
  openRedisWorld,
  OTHER,
  ready,
  type RedisWorld,
} from '../testing/redis-world.ts';

/** Tried again where the machine is so busy that Redis seems to be away. */
describe('after Redis was flushed', { retry: 3 }, () => {
  let world: RedisWorld;
  beforeAll(async () => {
    world = await openRedisWorld();
  });
  afterAll(() => world.stop());
  const flush = (): Promise<unknown> => world.line.admin.flushall();
  beforeEach(async () => void (await flush()));

  it('the next change may begin early, and takes no lock from another', async () => {
    const [first, second] = world.stores.map((store) => createLocks({ store, onTrouble() {} }));
    const doors: (() => void)[] = [];
    const before = first?.run('cus_1', () => new Promise<void>((resolve) => doors.push(resolve)));
    await expect.poll(() => doors.length).toBe(1);
    await flush();
    await second?.run('cus_1', async () => {
      for (const open of doors) open();
      await before;
      expect(await world.stores[0].get('lock:cus_1')).not.toBeNull();
    });
  });

  it('an old intent may be used again elsewhere, but not where it was used', async () => {
    const [first, second] = world.intents;
    await first?.claim(INTENT);
    await flush();
    await second?.claim(OTHER);
    await flush();
    await expect(first?.claim(OTHER)).rejects.toMatchObject({ code: 'intent-changed' });
  });

  it('what was read is still kept, and still forgotten', async () => {
    const patience = { timeout: 8_000, interval: 100 };
    const lookAgain = async (): Promise<number> => {
      await lookFor(world, 2);
      await flush();
      return lookFor(world, 8);
    };
    await expect.poll(lookAgain, patience).toBe(0);
    await world.stores[1].publish('changed', world.customerId);
    await expect.poll(() => lookFor(world, 2), patience).toBe(1);
  });

  it('limits count from zero', async () => {
    const limiter = world.stores[0].limiters?.({ name: 'flush', times: 1, seconds: 60 });
    expect((await limiter?.take('a'))?.isOver).toBe(false);
    await flush();
    expect((await limiter?.take('a'))?.isOver).toBe(false);
    expect((await limiter?.take('a'))?.isOver).toBe(true);
  });

  it('an event is worked on again', async () => {
    const { servers, webhookSecret, log, simulator } = world;
    const [server] = servers;
    if (!server) throw new Error('There is a server.');
    const delivery = { secrets: [webhookSecret], at: simulator.now() };
    const heard = (): string[] => log.map((text) => JSON.parse(text).event);
    log.length = 0;
    for (let turn = 0; turn < 2; turn += 1)
      expect((await deliver(server, delivery)).status).toBe(200);
    await flush();
    expect((await deliver(server, delivery)).status).toBe(200);
    expect(heard()).toEqual(['webhook', 'webhook repeated', 'webhook']);
  });

  it('it is ready', async () => {
    const look = async (): Promise<unknown> => ready(world, 0);
    await expect.poll(look, { timeout: 12_000 }).toMatchObject({ status: 'ready' });
  });
});
