import type { World } from '../core/world.ts';
import { stepFrom } from '../money/period.ts';
import { recurrenceOf } from '../money/plan.ts';
import { itemsOf } from '../subscriptions/subscription-item.ts';
import { isLive } from '../subscriptions/subscription.ts';
import { customersOn } from './members.ts';
import type { TestClock } from './test-clock.ts';

/**
 * How far a test clock may go at a time: two of the shortest interval among its subscriptions, or
 * two years where it has none.
 * @see https://docs.stripe.com/api/test_clocks/advance
 */
export function advanceLimit(world: World, { id, frozenTime }: TestClock): number {
  const ends = customersOn(world, id)
    .flatMap((customer) => world.store.subscriptions.where('customer', customer.id))
    .filter(isLive)
    .flatMap((subscription) => itemsOf(world, subscription.id))
    .map((item) => stepFrom(frozenTime, recurrenceOf(world.store.prices.get(item.price)), 2));
  if (ends.length > 0) return Math.min(...ends);
  return stepFrom(frozenTime, { interval: 'year', intervalCount: 1 }, 2);
}
