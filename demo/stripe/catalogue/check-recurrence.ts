import type { Interval, Recurrence } from '../money/period.ts';
import { refuse } from '../wire/fault.ts';

const MAXIMUM = { day: 1095, week: 156, month: 36, year: 3 };

/** @throws for an interval of more than three years. */
export function checkRecurrence(
  params: { interval: Interval; interval_count?: number | undefined },
  at: string,
): Recurrence {
  const { interval, interval_count: intervalCount = 1 } = params;
  if (intervalCount < 1 || intervalCount > MAXIMUM[interval]) {
    throw refuse('The maximum interval is three years.', `${at}[interval_count]`);
  }
  return { interval, intervalCount };
}
