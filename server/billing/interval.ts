import type { Interval } from '../../contract/billing.ts';
import type { StripePrice } from '../stripe/types.ts';

const INTERVALS: readonly string[] = ['day', 'week', 'month', 'year'] satisfies Interval[];
const DAYS: Record<Interval, number> = { day: 1, week: 7, month: 30, year: 365 };

/** Stripe's types allow intervals yet unknown; a month is what a page can bear. */
export function intervalOf(price: StripePrice): Interval {
  const interval = price.recurring?.interval ?? 'month';
  return isInterval(interval) ? interval : 'month';
}

/** How long an interval is, about: only to put intervals in order. */
export function approximateDays(interval: Interval, intervalCount: number): number {
  return DAYS[interval] * intervalCount;
}

/** About how long one period of a price is, in seconds. */
export function approximatePeriod(price: StripePrice): number {
  return approximateDays(intervalOf(price), price.recurring?.interval_count ?? 1) * 86_400;
}

function isInterval(interval: string): interval is Interval {
  return INTERVALS.includes(interval);
}
