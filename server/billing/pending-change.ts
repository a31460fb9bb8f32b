import { expanded, idOf } from '../stripe/ids.ts';
import type { StripeSubscription } from '../stripe/types.ts';
import type { BillingChange } from './context.ts';
import type { Shown } from './preview-token.ts';

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
  await gateway.invoices.void(invoice, key(`drop-${invoice.id ?? ''}`));
}

/** Whether what a preview showed is what waits for its payment already. */
export function isPending(subscription: StripeSubscription, shown: Shown): boolean {
  const [item, another] = subscription.pending_update?.subscription_items ?? [];
  const invoice = expanded(subscription.latest_invoice);
  return (
    item !== undefined &&
    another === undefined &&
    idOf(item.price) === shown.priceId &&
    item.quantity === shown.quantity &&
    invoice?.amount_due === shown.dueNow
  );
}
