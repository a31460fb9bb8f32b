import type { Rhythm } from './life.ts';

const DAY = 86_400;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The `count`-th boundary of a rhythm that began at `anchor`. A month without the anchor's day
 * ends the period on its last day; the day itself is not forgotten.
 * @see https://docs.stripe.com/billing/subscriptions/billing-cycle
 */
export function boundary(anchor: number, { interval, every }: Rhythm, count: number): number {
  const steps = every * count;
  if (interval === 'day') return anchor + steps * DAY;
  if (interval === 'week') return anchor + steps * 7 * DAY;
  return monthsLater(anchor, interval === 'year' ? steps * 12 : steps);
}

/** The period of a rhythm that holds `at`: from a boundary until the next. */
export function periodAt(anchor: number, rhythm: Rhythm, at: number) {
  let count = 0;
  while (boundary(anchor, rhythm, count) > at) count -= 1;
  while (boundary(anchor, rhythm, count + 1) <= at) count += 1;
  return { start: boundary(anchor, rhythm, count), end: boundary(anchor, rhythm, count + 1) };
}

export function monthsLater(at: number, months: number): number {
  const date = dateOf(at);
  const total = date.year * 12 + date.month - 1 + months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  const day = Math.min(date.day, lengthOf(year, month));
  return secondsOf({ year, month, day }) + date.secondOfDay;
}

/** Midnight (UTC) of a day. */
export function secondsOf(date: { year: number; month: number; day: number }): number {
  let days = 0;
  for (let year = 1970; year < date.year; year += 1) days += isLeap(year) ? 366 : 365;
  for (let month = 1; month < date.month; month += 1) days += lengthOf(date.year, month);
  return (days + date.day - 1) * DAY;
}

function dateOf(at: number) {
  let days = Math.floor(at / DAY);
  let year = 1970;
  for (; days >= (isLeap(year) ? 366 : 365); year += 1) days -= isLeap(year) ? 366 : 365;
  let month = 1;
  for (; days >= lengthOf(year, month); month += 1) days -= lengthOf(year, month);
  return { year, month, day: days + 1, secondOfDay: at % DAY };
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lengthOf(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);
}
