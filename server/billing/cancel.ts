import type { CancelRequest } from '../../contract/api.ts';
import type { SubscriptionUpdate } from '../stripe/gateway/subscriptions.ts';
import type { StripeSubscription } from '../stripe/types.ts';
import { assertAllowed, cancelEffective } from './allowed-actions.ts';
import type { BillingChange } from './context.ts';
import { giveUpStart } from './give-up-start.ts';
import { readSubscription } from './overview.ts';
import { dropPendingChange } from './pending-change.ts';
import { dropScheduledChange } from './scheduled-change.ts';
import { isCancelling, isEnded, periodEnds } from './subscription-state.ts';

/**
 * Ends a subscription, now or when the paid period ends, as the portal is set. Reason and comment
 * go where Stripe's own reports look (`cancellation_details`) and, for whatever the site owner
 * builds on it, into the metadata. What is being cancelled already stays so. A change that waits,
 * for its day or for its payment, is dropped first: paid afterwards, it would still be charged.
 */
export async function cancelSubscription(
  billing: BillingChange,
  subscriptionId: string,
  request: CancelRequest,
): Promise<void> {
  const { gateway, settings } = billing;
  const { snapshot, subscription } = await readSubscription(billing, subscriptionId);
  if (isCancelling(subscription) || isEnded(subscription)) return;
  assertAllowed('cancel', subscription, { snapshot, settings });
  await dropScheduledChange(billing, subscription);
  await dropPendingChange(billing, subscription);
  const said = whatWasSaid(settings.features.askReason ? request : {});
  if (cancelEffective(subscription, settings) === 'period-end') {
    const params = { ...endOfPeriod(subscription), ...said };
    await gateway.subscriptions.update(subscription, params, billing.key('cancel'));
    return;
  }
  // Before the DELETE, and not in it: its parameters travel in the URL, and so into logs.
  await gateway.subscriptions.update(subscription, said, billing.key('cancel-reason'));
  if (subscription.status !== 'incomplete') {
    await gateway.subscriptions.cancelNow(subscription);
    return;
  }
  // Paid at this very moment, it is one that runs, and ends as those do.
  const isPaid = (await giveUpStart(billing, subscription)) === 'paid';
  if (isPaid) await cancelSubscription(billing, subscriptionId, request);
}

/** Undoes a cancellation that has not happened yet. Nothing to undo is no error. */
export async function keepSubscription(
  billing: BillingChange,
  subscriptionId: string,
): Promise<void> {
  const { snapshot, subscription } = await readSubscription(billing, subscriptionId);
  if (!isEnded(subscription) && !isCancelling(subscription)) return;
  assertAllowed('keep', subscription, { snapshot, settings: billing.settings });
  const params: SubscriptionUpdate = subscription.cancel_at_period_end
    ? { cancel_at_period_end: false }
    : { cancel_at: '' };
  await billing.gateway.subscriptions.update(subscription, params, billing.key('keep'));
}

/** With mixed intervals, the flag cannot say which period is meant: the last one that is paid. */
function endOfPeriod(subscription: StripeSubscription): SubscriptionUpdate {
  const ends = periodEnds(subscription);
  const isMixed = ends !== null && ends.first !== ends.last;
  return isMixed ? { cancel_at: 'max_period_end' } : { cancel_at_period_end: true };
}

/** Always both: `''` takes away what was said with an earlier cancellation that was undone. */
function whatWasSaid({ reason, comment = '' }: CancelRequest): SubscriptionUpdate {
  return {
    cancellation_details: { feedback: reason ?? '', comment },
    metadata: { portico_cancel_reason: reason ?? '', portico_cancel_comment: comment },
  };
}
