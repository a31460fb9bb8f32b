export type Interval = 'day' | 'week' | 'month' | 'year';
export interface Recurrence {
  interval: Interval;
  intervalCount: number;
}
export interface Period {
  start: number;
  end: number;
}

const DAY = 86_400;

/**
 * The moment `steps` intervals away from `anchor`. Months keep the anchor's day, or the last day
 * of a shorter month (31 January, 28 February, 31 March).
 * @see https://docs.stripe.com/billing/subscriptions/billing-cycle
 */
export function stepFrom(anchor: number, recurrence: Recurrence, steps: number): number {
  const count = recurrence.intervalCount * steps;
  if (recurrence.interval === 'day') return anchor + count * DAY;
  if (recurrence.interval === 'week') return anchor + count * 7 * DAY;
  return addMonths(anchor, recurrence.interval === 'year' ? count * 12 : count);
}

/** The billing period that holds `at`, counted from the anchor in both directions. */
export function periodAround(anchor: number, recurrence: Recurrence, at: number): Period {
  let step = Math.floor((at - anchor) / approximateSeconds(recurrence));
  while (stepFrom(anchor, recurrence, step) > at) step -= 1;
  while (stepFrom(anchor, recurrence, step + 1) <= at) step += 1;
  return {
    start: stepFrom(anchor, recurrence, step),
    end: stepFrom(anchor, recurrence, step + 1),
  };
}

/** The full cycle that a period belongs to: a first period that an anchor cuts short is only its end. */
export function wholeCycle(anchor: number, recurrence: Recurrence, period: Period): Period {
  const whole = periodAround(anchor, recurrence, period.start);
  return whole.end === period.end ? whole : period;
}

export function isSameRecurrence(left: Recurrence, right: Recurrence): boolean {
  return left.interval === right.interval && left.intervalCount === right.intervalCount;
}

function addMonths(from: number, months: number): number {
  const date = new Date(from * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return Math.floor(date.getTime() / 1000);
}

function approximateSeconds({ interval, intervalCount }: Recurrence): number {
  return (
    intervalCount * { day: DAY, week: 7 * DAY, month: 30.4 * DAY, year: 365.2 * DAY }[interval]
  );
}
