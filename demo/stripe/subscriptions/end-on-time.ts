import type { World } from '../core/world.ts';
import { collect } from '../payments/collect.ts';
import { issueFor } from './bill.ts';
import { cancelSubscription } from './cancel.ts';
import { finalRequest, nextBillingAt } from './renew.ts';

/**
 * The end that was set by `cancel_at` or `cancel_at_period_end`. A period end bills what is
 * waiting; an end within a period credits what is left of it.
 */
export function endOnTime(world: World, id: string): void {
  const subscription = world.store.subscriptions.get(id);
  const isPeriodEnd = nextBillingAt(world, subscription) <= world.clock.now();
  const request = isPeriodEnd ? finalRequest(world, subscription) : null;
  if (request !== null) {
    const invoice = issueFor(world, request);
    collect(world, invoice.id, { isOffSession: true });
  }
  cancelSubscription(world, id, { invoiceNow: false, prorate: !isPeriodEnd });
}
