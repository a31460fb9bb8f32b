import { expanded } from '../stripe/ids.ts';
import type { StripeSubscription } from '../stripe/types.ts';
import type { BillingChange } from './context.ts';

/**
 * Drops a change that waits for its payment, because the bank's question was not answered or
 * answered with no: its invoice is voided, and Stripe forgets the change with it. Nothing waiting is
 * no error.
 * @see https://docs.stripe.com/billing/subscriptions/pending-updates
 */
export async function dropPendingChange(
  { gateway, key }: BillingChange,
  subscription: StripeSubscription,
): Promise<void> {
  const invoice = expanded(subscription.latest_invoice);
  if (subscription.pending_update === null || invoice?.status !== 'open') return;
  await gateway.invoices.void(invoice, key('drop-pending'));
}
