import type { World } from '../core/world.ts';
import { addPending } from '../invoices/pending.ts';
import { planEndDate } from '../money/plan-end-date.ts';
import { billWaiting } from './cancel.ts';
import type { ProrationBehavior } from '../money/plan-change.ts';
import { termsOf } from './terms.ts';

/**
 * Settles what a new, another or no longer set end means for the time that is asked for already.
 * The lines wait for the last invoice, or are billed at once.
 */
export function settleEndDate(
  world: World,
  id: string,
  behavior: ProrationBehavior = 'create_prorations',
): void {
  const subscription = world.store.subscriptions.get(id);
  if (behavior === 'none') return;
  const { items, lines } = planEndDate(termsOf(world, subscription), world.clock.now());
  for (const { id: item, billed } of items) world.store.subscriptionItems.update(item, { billed });
  addPending(world, subscription, lines);
  if (behavior === 'always_invoice' && lines.length > 0) billWaiting(world, subscription);
}
