import { describe, expect, it } from 'vitest';
import type { Discount } from '../discounts/discount.ts';
import { DAY, giveCard, setStage, START } from '../testing/stage.ts';
import { Agenda } from './agenda.ts';
import type { DueSource } from './agenda.ts';
import { runDue } from './advance.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

/** Discounts fall due at their end; running one takes its end away. */
function stageOf(ends: number[]) {
  const world = createWorld(() => START);
  const looks: string[] = [];
  const done: string[] = [];
  const source: DueSource = {
    name: 'discount',
    touchedBy: { discounts: (_world, id) => id },
    next(_world, id) {
      looks.push(id);
      const end = world.store.discounts.find(id)?.end ?? null;
      if (end === null) return null;
      const run = () => {
        done.push(`${id} at ${world.clock.now() - START}`);
        world.store.discounts.update(id, { end: null });
      };
      return { at: end, run };
    },
    clockOf: () => null,
  };
  const agenda = new Agenda([source]);
  const staged: World = { ...world, agenda };
  world.store.onCommit((changes) => agenda.note(staged, changes));
  ends.forEach((end, index) => world.store.discounts.insert(discount(`d${index}`, START + end)));
  world.store.commit();
  return { world: staged, looks, done };
}

function discount(id: string, end: number): Discount {
  return {
    id,
    created: START,
    coupon: 'c',
    promotionCode: null,
    customer: null,
    subscription: null,
    subscriptionItem: null,
    start: START,
    end,
  };
}

describe('the agenda', () => {
  it('does what falls due in order of time, each at its own second', () => {
    const { world, done } = stageOf([30, 10, 20, 99]);
    runDue(world, START + 50);
    expect(done).toEqual(['d1 at 10', 'd2 at 20', 'd0 at 30']);
    runDue(world, START + 99);
    expect(done).toHaveLength(4);
  });

  it('looks again only at rows that changed', () => {
    const { world, looks } = stageOf(Array.from({ length: 500 }, (_, index) => index + 10));
    runDue(world, START);
    expect(looks).toHaveLength(500);
    looks.length = 0;
    runDue(world, START + 9);
    expect(looks).toEqual([]);
    world.store.discounts.update('d7', { end: START + 5 });
    world.store.commit();
    runDue(world, START + 4);
    expect(looks).toEqual(['d7']);
  });

  it('forgets what a roll-back undid, and what is no more due', () => {
    const { world, done } = stageOf([10, 20]);
    const mark = world.store.mark();
    world.store.discounts.update('d0', { end: START + 1 });
    world.store.rollBack(mark);
    world.store.discounts.update('d1', { end: null });
    world.store.commit();
    runDue(world, START + 50);
    expect(done).toEqual(['d0 at 10']);
  });

  it('does late what was due before the change that made it so', () => {
    const { world, done } = stageOf([10]);
    world.clock.freeze(START + 40);
    world.store.discounts.update('d0', { end: START + 20 });
    world.store.commit();
    runDue(world, START + 50);
    expect(done).toEqual(['d0 at 40']);
  });
});

describe('time', () => {
  it('passes over two hundred subscriptions for thirteen months within seconds', async () => {
    const { simulator, stripe, prices } = await setStage();
    for (let count = 0; count < 200; count += 1) {
      const { id: customer } = await stripe.customers.create({});
      await giveCard(stripe, customer, 'pm_card_visa');
      await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
    }
    const started = performance.now();
    simulator.advanceTo(START + 396 * DAY);
    expect(performance.now() - started).toBeLessThan(20_000);
    const { data } = await stripe.subscriptions.list({ limit: 100 });
    for (const { items } of data) {
      expect(items.data[0]?.current_period_end).toBeGreaterThan(simulator.now());
    }
  }, 60_000);
});
