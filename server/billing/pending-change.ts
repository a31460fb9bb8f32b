import { expanded, idOf } from '../stripe/ids.ts';
import type { StripeSubscription } from '../stripe/types.ts';
import type { BillingChange } from './context.ts';
import type { Shown } from './preview-token.ts';
import { markAfterRefusal } from './used-codes.ts';

/**
 * Drops a change that waits for its payment, because the bank's question was not answered or
 * answered with no: its invoice is voided, and Stripe forgets the change with it. Nothing waiting is
 * no error.
 * @see https://docs.stripe.com/billing/subscriptions/pending-updates
 */
export async function dropPendingChange(
  billing: BillingChange,
  subscription: StripeSubscription,
): Promise<void> {
  const { gateway, key } = billing;
  const invoice = expanded(subscription.latest_invoice);
  if (subscription.pending_update === null || invoice?.status !== 'open') return;
  await gateway.invoices.void(invoice, key(`drop-${invoice.id ?? ''}`));
  await settleCode(billing, subscription.id, invoice.id ?? '');
}

/** A code that was put on for this change is given back, unless it is still on the subscription. */
async function settleCode(
  { gateway, key }: BillingChange,
  id: string,
  invoiceId: string,
): Promise<void> {
  const subscription = await gateway.subscriptions.retrieve(id);
  const metadata = markAfterRefusal(subscription);
  if (metadata === null) return;
  await gateway.subscriptions.update(subscription, { metadata }, key(`settle-code-${invoiceId}`));
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
