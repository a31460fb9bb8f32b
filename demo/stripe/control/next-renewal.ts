import type { World } from '../core/world.ts';
import { itemsOf } from '../subscriptions/subscription-item.ts';

const RUNNING = new Set(['active', 'trialing', 'past_due', 'unpaid']);

/** When the next period of any of a customer's subscriptions ends; null where none is running. */
export function nextRenewalOf(world: World, customer: string): number | null {
  const ends = world.store.subscriptions
    .where('customer', customer)
    .filter(({ status }) => RUNNING.has(status))
    .flatMap(({ id }) => itemsOf(world, id).map(({ end }) => end));
  return ends.length === 0 ? null : Math.min(...ends);
}
