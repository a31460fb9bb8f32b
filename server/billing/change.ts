import type { ChangeResult } from '../../contract/api.ts';
import { ProblemError, isProblem } from '../problem.ts';
import type { SubscriptionUpdate } from '../stripe/gateway/subscriptions.ts';
import { expanded } from '../stripe/ids.ts';
import type { StripePromotionCode, StripeSubscription } from '../stripe/types.ts';
import type { BillingChange } from './context.ts';
import {
  amountsShown,
  invoicesNow,
  itemParams,
  workOutChange,
  type WorkedOutChange,
} from './change-preview.ts';
import { getSubscription } from './overview.ts';
import { readOutcome, settlePayment } from './payment-outcome.ts';
import { dropPendingChange, isPending } from './pending-change.ts';
import { assertSameAmounts, openPreview, type OpenedPreview } from './preview-token.ts';
import { hasCode, redemption, withPromotion } from './promotion.ts';
import { isScheduledBy, releaseSpentSchedule, scheduleChange } from './scheduled-change.ts';
import { paymentMethodIdFor } from './snapshot.ts';
import { planItem } from './subscription-state.ts';
import { markOfWaitingCode } from './used-codes.ts';

/** On the subscription: the preview of the last change with a code, because codes leave no trace. */
const CHANGED_BY = 'portico_changed_by';

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
  const clientSecret = await makeSo(billing, before, shown);
  const subscription = await getSubscription(billing, subscriptionId);
  if (clientSecret !== null) {
    const { publishableKey } = billing;
    return { status: 'requires-action', clientSecret, publishableKey, subscription };
  }
  return { status: shown.effective === 'now' ? 'done' : 'scheduled', subscription };
}

/** The secret by which the browser may confirm the payment, if the bank wants that; null: done. */
async function makeSo(
  billing: BillingChange,
  before: StripeSubscription,
  shown: OpenedPreview,
): Promise<string | null> {
  if (isDone(before, shown)) return null;
  if (isPending(before, shown)) {
    const outcome = await readOutcome(billing, before);
    if (outcome.kind === 'paid') return null;
    if (outcome.kind === 'requires-action') return outcome.clientSecret;
    if (outcome.kind === 'processing') throw new ProblemError('outcome-unknown');
    // It failed: with it goes the code that was put on for it, which is then good again.
    await dropPendingChange(billing, before);
  }
  const worked = await workOutChange(billing, before.id, shown);
  assertSameAmounts(shown, amountsShown(worked));
  if (!isPending(before, shown)) await dropPendingChange(billing, before);
  if (worked.change.effective === 'period-end') {
    await scheduleChange(billing, worked, shown.id);
    return null;
  }
  try {
    return await changeNow(billing, worked, shown.id);
  } catch (error) {
    if (!worked.promotion || !isProblem(error, 'payment-needs-authentication')) throw error;
    return codeFirst(billing, shown, worked.promotion);
  }
}

/**
 * The bank wants to be asked, which a change together with a code does not allow: so first the code,
 * which charges nothing, then the change alone, if it still costs what was shown.
 */
async function codeFirst(
  billing: BillingChange,
  shown: OpenedPreview,
  promotion: StripePromotionCode,
): Promise<string | null> {
  const { gateway } = billing;
  const subscription = await gateway.subscriptions.retrieve(shown.subscriptionId);
  const discounts = withPromotion(subscription, promotion);
  const metadata = { ...markOfWaitingCode(subscription, promotion), [CHANGED_BY]: shown.id };
  const params = { discounts, metadata };
  const last = lastInvoiceId(subscription);
  await gateway.subscriptions.update(subscription, params, billing.key(`code-first-${last}`));
  const worked = await workOutChange(billing, shown.subscriptionId, shown);
  assertSameAmounts(shown, amountsShown(worked));
  return changeNow(billing, worked, shown.id);
}

/** Whether the subscription already is, or already will be, what was asked for. */
function isDone(subscription: StripeSubscription, shown: OpenedPreview): boolean {
  if (shown.effective === 'period-end') return isScheduledBy(subscription, shown.id);
  const item = planItem(subscription);
  return (
    item?.price.id === shown.priceId &&
    item.quantity === shown.quantity &&
    (shown.promotionCode === null ||
      hasCode(subscription, shown.promotionCode) ||
      subscription.metadata[CHANGED_BY] === shown.id)
  );
}

async function changeNow(
  billing: BillingChange,
  worked: WorkedOutChange,
  previewId: string,
): Promise<string | null> {
  const { change, snapshot, amounts, promotion } = worked;
  const { subscription } = change;
  if (amounts.dueNow > 0 && paymentMethodIdFor(snapshot.customer, subscription) === null) {
    throw new ProblemError('payment-method-required');
  }
  await releaseSpentSchedule(billing, subscription);
  // Named by the last invoice, so that after a dropped attempt the same intent is tried anew.
  const last = lastInvoiceId(subscription);
  const updated = await billing.gateway.subscriptions.update(
    subscription,
    updateParams(worked, previewId),
    billing.key(`update-${last}${promotion ? '-code' : ''}`),
  );
  if (updated.pending_update === null) return null;
  // Voiding the invoice of a declined card drops the change with it.
  const outcome = await readOutcome(billing, updated);
  return settlePayment(outcome, () => dropPendingChange(billing, updated));
}

/**
 * With a code, the update is all or nothing in one call, because pending updates take no discounts:
 * a bank that wants a confirmation then ends it with `payment-needs-authentication` (see codeFirst).
 * @see https://docs.stripe.com/billing/subscriptions/pending-updates-reference
 */
function updateParams(worked: WorkedOutChange, previewId: string): SubscriptionUpdate {
  const { change, promotion, prorationDate } = worked;
  const code = promotion && codeParams(change.subscription, promotion, previewId);
  const items = itemParams(change);
  const anchor = { billing_cycle_anchor: { type: change.anchor } };
  if (!invoicesNow(change)) {
    return { items, ...anchor, proration_behavior: 'none', ...code };
  }
  return {
    items,
    ...anchor,
    proration_behavior: 'always_invoice',
    proration_date: prorationDate,
    ...code,
    payment_behavior: code ? 'error_if_incomplete' : 'pending_if_incomplete',
  };
}

function codeParams(
  subscription: StripeSubscription,
  promotion: StripePromotionCode,
  previewId: string,
): Required<Pick<SubscriptionUpdate, 'discounts'>> & { metadata: Record<string, string> } {
  const { discounts, metadata } = redemption(subscription, promotion);
  return { discounts, metadata: { ...metadata, [CHANGED_BY]: previewId } };
}

function lastInvoiceId(subscription: StripeSubscription): string {
  return expanded(subscription.latest_invoice)?.id ?? 'none';
}
