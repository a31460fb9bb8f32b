import { amountCoupon, percentCoupon, TAXES } from './catalogue.ts';
import { secondsOf } from './calendar.ts';
import type { CouponSpec, ItemChange, ItemSpec, Life, PriceSpec, Proration } from './life.ts';
import type { Random } from './random.ts';

export const DAY = 86_400;
const HOUR = 3600;
/** 29 January of a leap year: the thirteen months hold the 29th, 30th and 31st, and a 29 February. */
export const OPENING = secondsOf({ year: 2028, month: 1, day: 29 });
export const CLOSING = secondsOf({ year: 2029, month: 3, day: 1 }) + 16 * HOUR;

const PRORATIONS: Proration[] = ['none', 'create_prorations', 'always_invoice'];

/**
 * Cycles begin in the morning, so that the hour for which a renewal is a draft is over at 13:00;
 * what people change, they change from 15:00 on. A change within that hour is another test's.
 */
export function morning(random: Random, day: number): number {
  return OPENING + day * DAY + random.between(0, 12 * HOUR - 1);
}
export function noon(random: Random, day: number): number {
  return OPENING + day * DAY + 13 * HOUR + random.between(0, HOUR - 1);
}
export function afternoon(random: Random, day: number): number {
  return OPENING + day * DAY + 15 * HOUR + random.between(0, 9 * HOUR - 1);
}

/** Different days after the first, in order, as whole days since the opening. */
export function laterDays(random: Random, life: Life, count: number): number[] {
  const first = Math.ceil((life.start - OPENING) / DAY);
  const last = Math.floor((CLOSING - OPENING) / DAY) - 1;
  const days = new Set<number>();
  while (days.size < count) days.add(random.between(first + 1, last));
  return [...days].toSorted((left, right) => left - right);
}

/** A plain life: no trial, a good card, nothing happens. */
export function drawLife(random: Random, name: string, prices: readonly PriceSpec[]): Life {
  const price = random.pick(prices);
  return {
    name: `${name}: ${price.name}`,
    start: morning(random, random.between(0, 30)),
    mode: 'flexible',
    currency: price.currency,
    items: [drawItem(random, 'first', price)],
    coupons: [],
    taxes: random.pick(TAXES),
    balance: 0,
    card: 'pays',
    trial: null,
    anchor: null,
    acts: [],
  };
}

export function drawItem(random: Random, key: string, price: PriceSpec): ItemSpec {
  const isFine = price.unit?.includes('.') === true;
  const quantity = isFine ? random.between(20, 90) : random.pick([1, 1, 2, 3, 5, 12]);
  return { key, price, quantity, coupons: [] };
}

/** One that a proration may meet: it is in force for a time, and not for one invoice alone. */
export function drawLastingCoupon(random: Random, currency: string): CouponSpec {
  const duration = random.pick(['repeating', 'forever'] as const);
  const months = duration === 'repeating' ? random.between(1, 6) : null;
  return random.chance(0.5)
    ? percentCoupon(random.pick([10, 25, 33.3, 50]), duration, months)
    : amountCoupon(random.pick([150, 275, 501]), currency, duration, months);
}

/** Another plan, another quantity, or both. */
export function drawTouch(random: Random, key: string, prices: readonly PriceSpec[]): ItemChange {
  const isFine = prices.some(({ unit }) => unit?.includes('.') === true);
  const quantity = isFine ? random.between(20, 90) : random.between(1, 14);
  if (random.chance(0.4)) return { key, quantity };
  if (random.chance(0.3)) return { key, price: random.pick(prices) };
  return { key, price: random.pick(prices), quantity };
}

export function drawProration(random: Random): Proration {
  return random.pick(PRORATIONS);
}
