import { isSameRecurrence } from '../money/period.ts';
import type { Recurrence } from '../money/period.ts';
import { refuse } from '../wire/fault.ts';

/**
 * Mixed intervals are for flexible subscriptions, and each has to be a multiple of the shortest:
 * a month and a year go together, a week and a month do not.
 * @see https://docs.stripe.com/billing/subscriptions/mixed-interval#interval-alignment
 */
export function checkIntervals(
  recurrences: Recurrence[],
  { billingMode, at }: { billingMode: 'classic' | 'flexible'; at: string },
): void {
  const [shortest] = recurrences.toSorted((left, right) => daysOf(left) - daysOf(right));
  if (shortest === undefined) return;
  if (billingMode === 'classic' && !recurrences.every((one) => isSameRecurrence(one, shortest))) {
    const message =
      'Currency and interval fields must match across all plans on this subscription.';
    throw refuse(message, at);
  }
  if (recurrences.every((one) => isMultiple(one, shortest))) return;
  const message =
    'The interval of each price must be a multiple of the shortest interval on this subscription.';
  throw refuse(message, at);
}

function isMultiple(long: Recurrence, short: Recurrence): boolean {
  const [months, shortMonths] = [monthsOf(long), monthsOf(short)];
  if (shortMonths !== null) return months !== null && months % shortMonths === 0;
  const days = daysOf(short);
  return months === null ? daysOf(long) % days === 0 : days === 1;
}

/** Null for days and weeks, which no month is a multiple of, except of a day. */
function monthsOf({ interval, intervalCount }: Recurrence): number | null {
  if (interval === 'month') return intervalCount;
  return interval === 'year' ? 12 * intervalCount : null;
}

function daysOf({ interval, intervalCount }: Recurrence): number {
  return intervalCount * { day: 1, week: 7, month: 30, year: 365 }[interval];
}
