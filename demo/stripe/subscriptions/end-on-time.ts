import type { World } from '../core/world.ts';
import { collect } from '../payments/collect.ts';
import { issueFor } from './bill.ts';
import { cancelSubscription } from './cancel.ts';
import { finalRequest } from './renew.ts';

/**
 * The end that was set by `cancel_at` or `cancel_at_period_end`. It bills what is waiting: the
 * credit for an end within a period was drawn up when that end was set.
 */
export function endOnTime(world: World, id: string): void {
  const subscription = world.store.subscriptions.get(id);
  const request = finalRequest(world, subscription);
  if (request !== null) {
    const invoice = issueFor(world, request);
    collect(world, invoice.id, { isOffSession: true });
  }
  cancelSubscription(world, id, { invoiceNow: false, prorate: false });
}
