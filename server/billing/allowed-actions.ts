import type { SubscriptionAction } from '../../contract/billing.ts';
import type { Effective } from '../../contract/portal.ts';
import { ProblemError } from '../problem.ts';
import type { Settings } from '../settings.ts';
import type { StripeSubscription } from '../stripe/types.ts';
import { canPay } from './present/invoice.ts';
import { pricesFor } from './plans.ts';
import { openInvoicesOf, type Snapshot } from './snapshot.ts';
import {
  discountsOf,
  hasNeverStarted,
  isCancelling,
  isEnded,
  planItem,
  productIdsOf,
  scheduleState,
} from './subscription-state.ts';

/**
 * What a customer may do with a subscription now: from its state and the portal's settings, and
 * from nothing else. The overview shows it, and every change asks it again.
 */
export function allowedActions(
  subscription: StripeSubscription,
  snapshot: Snapshot,
  settings: Settings,
): SubscriptionAction[] {
  const { features } = settings;
  if (isEnded(subscription)) {
    const may = features.resubscribe && mayResubscribe(subscription, snapshot, settings);
    return may ? ['resubscribe'] : [];
  }
  const schedule = scheduleState(subscription);
  const cancelling = isCancelling(subscription);
  const change = maySwitch(subscription) ? changes(subscription, snapshot, settings) : [];
  const rules: [SubscriptionAction, boolean][] = [
    ['undo-scheduled-change', schedule === 'pending'],
    ['cancel', features.cancel && !cancelling && schedule !== 'owner'],
    ['keep', cancelling && isUnscheduled(subscription)],
    ['apply-promotion-code', features.coupon && mayTakeCode(subscription, snapshot)],
    ['pay-invoice', openInvoicesOf(snapshot, subscription).some(canPay)],
  ];
  return [...change, ...rules.filter(([, isAllowed]) => isAllowed).map(([action]) => action)];
}

/** Throws unless the action is among the allowed ones. */
export function assertAllowed(
  action: SubscriptionAction | readonly SubscriptionAction[],
  subscription: StripeSubscription,
  { snapshot, settings }: { snapshot: Snapshot; settings: Settings },
): void {
  const wanted: readonly SubscriptionAction[] = typeof action === 'string' ? [action] : action;
  const allowed = allowedActions(subscription, snapshot, settings);
  if (wanted.some((one) => allowed.includes(one))) return;
  if (isEnded(subscription) && !wanted.includes('resubscribe')) {
    throw new ProblemError('subscription-ended');
  }
  const isTaken =
    wanted.includes('resubscribe') && snapshot.subscriptions.some((one) => !isEnded(one));
  throw new ProblemError(isTaken ? 'already-subscribed' : 'action-not-allowed');
}

/** A subscription without a paid period cannot end with it. */
export function cancelEffective(subscription: StripeSubscription, settings: Settings): Effective {
  const hasNoPeriod = ['incomplete', 'paused'].includes(subscription.status);
  return hasNoPeriod ? 'now' : settings.cancelEffective;
}

/**
 * Running, paid up, on one clear plan, and not in the middle of another change. Past due is not
 * enough: a proration credits unpaid time as if it had been paid.
 */
function maySwitch(subscription: StripeSubscription): boolean {
  return (
    ['active', 'trialing'].includes(subscription.status) &&
    isUnscheduled(subscription) &&
    subscription.pause_collection === null &&
    subscription.collection_method === 'charge_automatically' &&
    !isCancelling(subscription) &&
    planItem(subscription) !== null
  );
}

function changes(
  subscription: StripeSubscription,
  { catalogue }: Snapshot,
  settings: Settings,
): SubscriptionAction[] {
  const current = planItem(subscription)?.price.id;
  const offered = pricesFor(catalogue, settings, subscription);
  const hasOther = offered.some(({ price }) => price.id !== current);
  const hasQuantity = offered.some(({ price, quantity }) => price.id === current && quantity);
  return [
    ...(settings.features.changePlan && hasOther ? (['change-plan'] as const) : []),
    ...(hasQuantity ? (['change-quantity'] as const) : []),
  ];
}

/** Nothing is scheduled that a change would have to take down first. */
function isUnscheduled(subscription: StripeSubscription): boolean {
  return ['none', 'spent'].includes(scheduleState(subscription));
}

/**
 * One code at a time, and only where the next invoice will come. Not where the site owner has given
 * the customer a discount: a subscription's own would stand in place of it, and might be less.
 * @see https://docs.stripe.com/billing/subscriptions/coupons
 */
function mayTakeCode(subscription: StripeSubscription, { customer }: Snapshot): boolean {
  return (
    !customer.discount &&
    ['active', 'trialing', 'past_due'].includes(subscription.status) &&
    isUnscheduled(subscription) &&
    !isCancelling(subscription) &&
    subscription.pause_collection === null &&
    discountsOf(subscription).every((discount) => discount.promotion_code === null)
  );
}

/**
 * The last of its kind to have ended, with nothing alive that stands for the same: neither the same
 * product nor, among the plans of this portal, another plan.
 */
function mayResubscribe(
  ended: StripeSubscription,
  snapshot: Snapshot,
  settings: Settings,
): boolean {
  const rivals = snapshot.subscriptions.filter(
    (other) =>
      other.id !== ended.id && !hasNeverStarted(other) && areAlternatives(ended, other, settings),
  );
  if (rivals.some((other) => !isEnded(other) || endedLater(other, ended))) return false;
  return planItem(ended) !== null && pricesFor(snapshot.catalogue, settings, ended).length > 0;
}

function endedLater(other: StripeSubscription, ended: StripeSubscription): boolean {
  const end = (one: StripeSubscription): number => one.ended_at ?? one.created;
  return end(other) > end(ended) || (end(other) === end(ended) && other.created > ended.created);
}

/** Whether having one means not needing the other. */
function areAlternatives(
  one: StripeSubscription,
  other: StripeSubscription,
  settings: Settings,
): boolean {
  const [ids, otherIds] = [productIdsOf(one), productIdsOf(other)];
  if (ids.some((id) => otherIds.includes(id))) return true;
  const isPlan = (id: string): boolean =>
    settings.products?.some((listed) => listed.id === id) ?? true;
  return ids.some(isPlan) && otherIds.some(isPlan);
}
