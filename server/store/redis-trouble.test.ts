/** The table of docs/operations.md, cell by cell, before a real Redis. That of `flushed`: redis-flushed.test.ts. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocks } from '../lock.ts';
import { deliver } from '../testing/deliver.ts';
import { TROUBLES, type TroubleName } from '../testing/redis-troubles.ts';
import {
  INTENT,
  isAway,
  lookFor,
  openRedisWorld,
  OTHER,
  ready,
  type RedisWorld,
} from '../testing/redis-world.ts';

const NAMES = Object.keys(TROUBLES) as TroubleName[];

describe.each(NAMES)('while Redis %s', { retry: 2 }, (trouble) => {
  let world: RedisWorld;
  beforeAll(async () => {
    world = await openRedisWorld();
    await world.intents[0]?.claim(INTENT);
    // On a busy machine Redis may seem to be away before it is.
    while ((await lookFor(world, 8)) > 0) await sleep(20);
    await world.line.begin(trouble);
    // A connection that is about to end is not the trouble that is meant.
    while (!(await isAway(world.stores[0]))) await sleep(20);
  }, 60_000);
  afterAll(() => world.stop());

  it('changes of one customer go on, in turn within each instance', async () => {
    const notes: string[] = [];
    let count = 0;
    const [first, second] = world.stores.map((store) =>
      createLocks({ store, onTrouble: () => void (count += 1) }),
    );
    const work = (name: string) => async (): Promise<void> => {
      notes.push(`${name} begins`);
      await sleep(20);
      notes.push(`${name} ends`);
    };
    await Promise.all([first?.run('cus_1', work('a')), first?.run('cus_1', work('b'))]);
    expect(notes).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    await second?.run('cus_1', work('c'));
    expect(count).toBeGreaterThanOrEqual(3);
  });

  it('an intent goes on, and each instance still refuses it for another thing', async () => {
    for (const intents of world.intents) {
      await intents.claim(INTENT);
      await expect(intents.claim(OTHER)).rejects.toMatchObject({ code: 'intent-changed' });
    }
    expect(world.told).toContain('intents');
  });

  it('each instance allows a quarter by itself, and says so', async () => {
    for (const { limiters } of world.stores) {
      const told: string[] = [];
      const rule = { name: 'trouble', times: 8, seconds: 60 };
      const limiter = limiters?.(rule, () => void told.push('limits'));
      const asked = Array.from({ length: 20 }, async () => limiter?.take('cus_1'));
      const taken = await Promise.all(asked);
      expect(taken.filter((one) => one?.isOver === false)).toHaveLength(2);
      expect(told.length).toBeGreaterThan(0);
    }
  });

  it('what was read is kept for five seconds at most', async () => {
    // Two looks at Redis must have failed before its silence is believed.
    await lookFor(world, 6);
    expect(await lookFor(world, 12)).toBeGreaterThanOrEqual(2);
  });

  it('an event is worked on, as often as it comes, and never taken for one that was seen', async () => {
    const { servers, webhookSecret, log, simulator } = world;
    const [server] = servers;
    if (!server) throw new Error('There is a server.');
    log.length = 0;
    for (let turn = 0; turn < 2; turn += 1) {
      const { status } = await deliver(server, { secrets: [webhookSecret], at: simulator.now() });
      // 503 where the other instances could not be told: then Stripe sends it again.
      expect(status).toBe(isReadable(trouble) ? 200 : 503);
    }
    expect(log.join('\n')).not.toContain('webhook repeated');
  });

  it('it is degraded, and customers may still be sent', async () => {
    expect(await ready(world, 0)).toMatchObject({ status: 'degraded', store: 'unavailable' });
    expect((await world.view(0, world.customerId)).subscriptions).toHaveLength(1);
  });

  it('all comes back by itself once it is over', { retry: 0, timeout: 40_000 }, async () => {
    await world.line.end(trouble);
    const patience = { timeout: 8_000, interval: 100 };
    for (const store of world.stores) {
      await expect.poll(() => isAway(store), patience).toBe(false);
    }
    await expect.poll(() => lookFor(world, 8), patience).toBe(0);
    // And one hears of the other's changes again.
    world.simulator.forgetRequests();
    await world.stores[1].publish('changed', world.customerId);
    await expect.poll(() => lookFor(world, 2), patience).toBe(1);
    const isReady = async (): Promise<unknown> => ready(world, 1);
    await expect.poll(isReady, patience).toMatchObject({ status: 'ready', store: 'ok' });
  });
});

describe('a lock that Redis gave too late', { retry: 2 }, () => {
  it('keeps nobody waiting', async () => {
    const world = await openRedisWorld();
    const [store] = world.stores;
    const locks = createLocks({ store, onTrouble() {} });
    await world.line.begin('answers too late');
    await locks.run('cus_1', async () => {});
    await world.line.end('answers too late');
    await expect.poll(() => isAway(store), { timeout: 5_000 }).toBe(false);
    expect(await store.get('lock:cus_1')).toBeNull();
    await world.stop();
  });
});

/** Whether Redis still passes on what is said. */
function isReadable(trouble: TroubleName): boolean {
  return trouble.startsWith('takes no writes');
}
