import type { Format } from './format.ts';

/**
 * "3 Dec", and with the year where it is not this one.
 * @param now Milliseconds, as `Date.now`.
 */
export function shortDate(format: Format, unixSeconds: number, now: () => number = Date.now) {
  const year = { year: 'numeric' } as const;
  const isThisYear = format.dateAs(unixSeconds, year) === format.dateAs(now() / 1000, year);
  const day = { day: 'numeric', month: 'short' } as const;
  return format.dateAs(unixSeconds, isThisYear ? day : { ...day, ...year });
}
