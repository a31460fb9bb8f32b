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
 * with flexible billing).
 */
export function isCancelling(subscription: StripeSubscription): boolean {
  return (
    !isEnded(subscription) && (subscription.cancel_at_period_end || subscription.cancel_at !== null)
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

export function isOurSchedule(schedule: StripeSchedule | null): boolean {
  return schedule?.metadata?.['portico'] === SCHEDULE_MARK.portico;
}

/** True where the site owner's own schedule is in charge: then nothing here may change it. */
export function isScheduledByOwner(subscription: StripeSubscription): boolean {
  return subscription.schedule !== null && !isOurSchedule(scheduleOf(subscription));
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
