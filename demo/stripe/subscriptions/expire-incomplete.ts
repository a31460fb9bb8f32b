import type { World } from '../core/world.ts';
import { voidInvoice } from '../invoices/void.ts';

/**
 * The first payment did not come within 23 hours, or its invoice was voided before: the subscription
 * never was.
 * @see https://docs.stripe.com/billing/subscriptions/overview
 */
export function expireIncomplete(world: World, id: string): void {
  const invoice = world.store.invoices.find(world.store.subscriptions.get(id).latestInvoice);
  if (invoice?.status === 'open') voidInvoice(world, invoice.id);
  world.store.subscriptions.update(id, {
    status: 'incomplete_expired',
    endedAt: world.clock.now(),
  });
}
