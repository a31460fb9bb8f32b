/** What a Stripe subscription is in the middle of: the questions that several rules ask of it. */
import { expanded, idOf } from '../stripe/ids.ts';
import type {
  StripeDiscount,
  StripeSchedule,
  StripeSubscription,
  StripeSubscriptionItem,
} from '../stripe/types.ts';

/** Marks the schedules that we made; a site owner's own are never touched. */
export const SCHEDULE_MARK = { portico: 'scheduled-change' };

const ENDED = new Set<string>(['canceled', 'incomplete_expired']);

export function isEnded(subscription: StripeSubscription): boolean {
  return ENDED.has(subscription.status);
}

/**
 * Two shapes for ever: the flag (classic, and API calls), or `cancel_at` alone (the hosted portal
 * with flexible billing). An end that the site owner set further ahead is a fixed term: nobody has
 * cancelled, and who wants to leave earlier may.
 */
export function isCancelling(subscription: StripeSubscription): boolean {
  if (isEnded(subscription)) return false;
  const { cancel_at_period_end, cancel_at } = subscription;
  const end = periodEnds(subscription)?.last ?? Infinity;
  return cancel_at_period_end || (cancel_at !== null && cancel_at <= end);
}

/** On a subscription that was started anew: after which one. */
export const STARTED_AFTER = 'portico_after';

/** An attempt whose first invoice was never paid: it gave nothing, and stands in nobody's way. */
export function hasNeverStarted(subscription: StripeSubscription): boolean {
  if (['incomplete', 'incomplete_expired'].includes(subscription.status)) return true;
  const invoice = expanded(subscription.latest_invoice);
  return (
    subscription.status === 'canceled' &&
    invoice?.billing_reason === 'subscription_create' &&
    invoice.status !== 'paid'
  );
}

/** Items carry the periods; with mixed intervals they differ. Null where there is no item. */
export function periodEnds(
  subscription: StripeSubscription,
): { first: number; last: number } | null {
  const ends = subscription.items.data.map((item) => item.current_period_end);
  return ends.length === 0 ? null : { first: Math.min(...ends), last: Math.max(...ends) };
}

export function scheduleOf(subscription: StripeSubscription): StripeSchedule | null {
  return expanded(subscription.schedule);
}

/**
 * What a schedule still has to do: `pending` is a change of ours to come, `owner` is the site
 * owner's business and never touched. `spent` has nothing left but to release itself: a change of
 * ours that has happened, or a schedule that was made but never filled, by a crash in between. It may
 * be released, because that changes nothing.
 */
export function scheduleState(
  subscription: StripeSubscription,
): 'none' | 'spent' | 'pending' | 'owner' {
  if (subscription.schedule === null) return 'none';
  const schedule = scheduleOf(subscription);
  if (!schedule) return 'owner';
  const isOurs = schedule.metadata?.['portico'] === SCHEDULE_MARK.portico;
  if (upcomingPhase(schedule)) return isOurs ? 'pending' : 'owner';
  return schedule.end_behavior === 'release' ? 'spent' : 'owner';
}

/** The next phase of a schedule, if there is one after the current. */
export function upcomingPhase(
  schedule: StripeSchedule | null,
): StripeSchedule['phases'][number] | null {
  const end = schedule?.current_phase?.end_date ?? Infinity;
  return schedule?.phases.find((phase) => phase.start_date >= end) ?? null;
}

export function discountsOf(subscription: StripeSubscription): StripeDiscount[] {
  return subscription.discounts.flatMap((discount) => expanded(discount) ?? []);
}

export function productIdsOf(subscription: StripeSubscription): string[] {
  return subscription.items.data.flatMap((item) => idOf(item.price.product) ?? []);
}

/** The one licensed item; null where there are several, or none, and it is not clear which is the plan. */
export function planItem(subscription: StripeSubscription): StripeSubscriptionItem | null {
  const [item, another] = subscription.items.data;
  return item && !another && item.price.recurring?.usage_type === 'licensed' ? item : null;
}
