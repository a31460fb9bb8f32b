import type { ChangeResult } from '../../contract/api.ts';
import { ProblemError } from '../problem.ts';
import { expanded } from '../stripe/ids.ts';
import type { SubscriptionUpdate } from '../stripe/gateway/subscriptions.ts';
import type { StripeSubscription } from '../stripe/types.ts';
import type { BillingChange } from './context.ts';
import {
  amountsShown,
  discountParams,
  invoicesNow,
  itemParams,
  workOutChange,
  type WorkedOutChange,
} from './change-preview.ts';
import { getSubscription } from './overview.ts';
import { paymentOutcome } from './payment-outcome.ts';
import { dropPendingChange } from './pending-change.ts';
import { assertSameAmounts, openPreview, type Shown } from './preview-token.ts';
import { scheduleChange } from './scheduled-change.ts';
import { isOurSchedule, planItem, scheduleOf } from './subscription-state.ts';

/**
 * Does exactly what a preview showed, or nothing. It is worked out once more, for the same second:
 * if any amount differs by then, the customer is asked again. An upgrade takes effect only when it
 * is paid. What has been done already, by a lost answer or a second click, is done.
 */
export async function changeSubscription(
  billing: BillingChange,
  subscriptionId: string,
  previewToken: string,
): Promise<ChangeResult> {
  const shown = await openPreview(billing, previewToken, { kind: 'change', subscriptionId });
  const before = await billing.gateway.subscriptions.retrieve(subscriptionId);
  if (!isDone(before, shown)) {
    await dropPendingChange(billing, before);
    const worked = await workOutChange(billing, subscriptionId, shown);
    assertSameAmounts(shown, amountsShown(worked));
    const clientSecret = await apply(billing, worked);
    if (clientSecret !== null) {
      const { publishableKey } = billing;
      const subscription = await getSubscription(billing, subscriptionId);
      return { status: 'requires-action', clientSecret, publishableKey, subscription };
    }
  }
  return {
    status: shown.effective === 'now' ? 'done' : 'scheduled',
    subscription: await getSubscription(billing, subscriptionId),
  };
}

/** Whether the subscription already is, or already will be, what was asked for. */
function isDone(subscription: StripeSubscription, shown: Shown): boolean {
  if (shown.effective === 'period-end') {
    const schedule = scheduleOf(subscription);
    return isOurSchedule(schedule) && schedule?.metadata?.['price'] === shown.priceId;
  }
  const item = planItem(subscription);
  return item?.price.id === shown.priceId && item.quantity === shown.quantity;
}

/** The secret by which the browser may confirm the payment, if the bank wants that; null: done. */
async function apply(billing: BillingChange, worked: WorkedOutChange): Promise<string | null> {
  if (worked.change.effective === 'period-end') {
    await scheduleChange(billing, worked);
    return null;
  }
  const updated = await billing.gateway.subscriptions.update(
    worked.change.subscription,
    updateParams(worked),
    billing.key('update'),
  );
  return updated.pending_update === null ? null : settlePending(billing, updated);
}

/**
 * With a code, the update is all or nothing in one call, because pending updates take no discounts:
 * a bank that wants a confirmation then ends it with `payment-needs-authentication`.
 * @see https://docs.stripe.com/billing/subscriptions/pending-updates-reference
 */
function updateParams(worked: WorkedOutChange): SubscriptionUpdate {
  const { change, promotion, prorationDate } = worked;
  const discounts = discountParams(change, promotion);
  const items = itemParams(change);
  const anchor = { billing_cycle_anchor: { type: change.anchor } };
  if (!invoicesNow(change)) {
    return { items, ...anchor, proration_behavior: 'none', ...(discounts && { discounts }) };
  }
  return {
    items,
    ...anchor,
    proration_behavior: 'always_invoice',
    proration_date: prorationDate,
    ...(discounts
      ? { discounts, payment_behavior: 'error_if_incomplete' }
      : { payment_behavior: 'pending_if_incomplete' }),
  };
}

/**
 * The change waits for its payment. If only the bank's question stands in the way, the browser asks
 * it; if the card was declined, the invoice is voided, which drops the change: nothing lingers.
 */
async function settlePending(
  billing: BillingChange,
  subscription: StripeSubscription,
): Promise<string | null> {
  const id = expanded(subscription.latest_invoice)?.id;
  if (id === undefined) throw new ProblemError('outcome-unknown');
  const invoice = await billing.gateway.invoices.retrieveWithPayments(id);
  const outcome = paymentOutcome(invoice);
  switch (outcome.kind) {
    case 'paid':
      return null;
    case 'requires-action':
      return outcome.clientSecret;
    case 'processing':
      throw new ProblemError('outcome-unknown');
    case 'failed':
      await billing.gateway.invoices.void(invoice, billing.key('void'));
      throw outcome.problem;
  }
}
