import * as fc from 'fast-check';

const DAY = 86_400;

export type Interval = { interval: 'day' | 'week' | 'month' | 'year'; interval_count: number };
export type Mode = 'classic' | 'flexible' | 'itemized';

export interface PriceCase {
  kind: 'unit' | 'decimal' | 'volume' | 'graduated' | 'free';
  amount: number;
}
export interface CouponCase {
  off: { percent: number } | { amount: number };
  duration: 'once' | 'forever' | number;
  isForFirstPrice: boolean;
}
export interface ItemCase {
  price: number;
  quantity: number;
  isTaxed: boolean;
  hasCoupon: boolean;
}
export interface AccountCase {
  start: number;
  mode: Mode;
  currency: 'usd' | 'eur' | 'jpy' | 'kwd' | 'isk';
  /** Of the first three prices, and of the fourth. */
  intervals: [Interval, Interval];
  prices: PriceCase[];
  items: ItemCase[];
  coupons: CouponCase[];
  /** How many of the coupons the subscription has from the start. */
  couponsAtStart: number;
  tax: { percentage: number; inclusive: boolean } | null;
  trialSeconds: number | null;
  /** Where in the first period the cycle begins: in thousandths, or at once. */
  anchor: number | null;
  balance: number;
  isInvoiced: boolean;
}

export type EditCase =
  | { kind: 'quantity'; item: number; quantity: number }
  | { kind: 'price'; item: number; price: number; quantity: number | null }
  | { kind: 'delete'; item: number }
  | { kind: 'add'; price: number; quantity: number };

export interface StepCase {
  waitSeconds: number;
  edits: EditCase[];
  behavior: 'none' | 'create_prorations' | 'always_invoice' | null;
  /** Where between the period's start and now, in thousandths; null: now. */
  prorationDate: number | null;
  anchor: 'now' | 'unchanged' | null;
  trial: 'now' | number | null;
  discounts: 'keep' | 'clear' | 'add' | 'replace';
  /** Is what waits looked at by letting time go on, or by another preview? */
  isRenewed: boolean;
}

const MONTH: Interval = { interval: 'month', interval_count: 1 };
const YEAR: Interval = { interval: 'year', interval_count: 1 };
const QUARTER: Interval = { interval: 'month', interval_count: 3 };
const WEEK: Interval = { interval: 'week', interval_count: 1 };

const quantity = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 60 }) },
);

const price: fc.Arbitrary<PriceCase> = fc.record({
  kind: fc.constantFrom('unit', 'unit', 'unit', 'decimal', 'volume', 'graduated', 'free'),
  amount: fc.integer({ min: 1, max: 60_000 }),
});

const coupon: fc.Arbitrary<CouponCase> = fc.record({
  off: fc.oneof(
    fc.record({ percent: fc.integer({ min: 1, max: 10_000 }).map((share) => share / 100) }),
    fc.record({ amount: fc.integer({ min: 1, max: 20_000 }) }),
  ),
  duration: fc.oneof(
    fc.constantFrom('once' as const, 'forever' as const),
    fc.integer({ min: 1, max: 4 }),
  ),
  isForFirstPrice: fc.boolean(),
});

/** Any second of three years, and often of the last days of a month. */
const start = fc
  .record({
    month: fc.integer({ min: 0, max: 35 }),
    day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constantFrom(28, 29, 30, 31)),
    second: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: DAY - 1 })),
  })
  .map(({ month, day, second }) => Date.UTC(2026, month, day) / 1000 + second);

const anyAccount: fc.Arbitrary<AccountCase> = fc.record({
  start,
  mode: fc.constantFrom('flexible', 'flexible', 'itemized', 'classic'),
  currency: fc.constantFrom('usd', 'usd', 'eur', 'jpy', 'kwd', 'isk'),
  intervals: fc.constantFrom<[Interval, Interval]>(
    [MONTH, YEAR],
    [MONTH, YEAR],
    [YEAR, MONTH],
    [MONTH, QUARTER],
    [WEEK, MONTH],
  ),
  prices: fc.array(price, { minLength: 4, maxLength: 4 }),
  items: fc.uniqueArray(
    fc.record({
      price: fc.integer({ min: 0, max: 3 }),
      quantity,
      isTaxed: fc.boolean(),
      hasCoupon: fc.boolean(),
    }),
    { selector: (item) => item.price, minLength: 1, maxLength: 3 },
  ),
  coupons: fc.array(coupon, { maxLength: 3 }),
  couponsAtStart: fc.nat({ max: 2 }),
  tax: fc.option(
    fc.record({
      percentage: fc.integer({ min: 1, max: 300_000 }).map((share) => share / 10_000),
      inclusive: fc.boolean(),
    }),
  ),
  trialSeconds: fc.option(fc.integer({ min: 3600, max: 40 * DAY }), { freq: 4 }),
  anchor: fc.option(fc.integer({ min: 1, max: 999 }), { freq: 4 }),
  balance: fc.oneof(fc.constant(0), fc.integer({ min: -60_000, max: 30_000 })),
  isInvoiced: fc.boolean(),
});

/** Most accounts have only intervals that go together. */
export const account: fc.Arbitrary<AccountCase> = anyAccount.map((terms) => {
  const isMixable = terms.mode !== 'classic' && terms.intervals[0].interval !== 'week';
  const items = terms.items.filter(({ price: index }) => index < 3 || isMixable);
  return items.length === 0 ? terms : { ...terms, items };
});

const edit: fc.Arbitrary<EditCase> = fc.oneof(
  fc.record({ kind: fc.constant('quantity' as const), item: fc.nat({ max: 2 }), quantity }),
  fc.record({
    kind: fc.constant('price' as const),
    item: fc.nat({ max: 2 }),
    price: fc.nat({ max: 3 }),
    quantity: fc.option(quantity),
  }),
  fc.record({ kind: fc.constant('delete' as const), item: fc.nat({ max: 2 }) }),
  fc.record({ kind: fc.constant('add' as const), price: fc.nat({ max: 3 }), quantity }),
);

export const step: fc.Arbitrary<StepCase> = fc.record({
  waitSeconds: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 25 * DAY }),
    fc.nat({ max: 60 * DAY }),
  ),
  edits: fc.array(edit, { maxLength: 2 }),
  behavior: fc.constantFrom('none', 'create_prorations', 'always_invoice', 'always_invoice', null),
  prorationDate: fc.option(fc.nat({ max: 1000 }), { freq: 4 }),
  anchor: fc.constantFrom(null, null, null, null, 'now', 'unchanged'),
  trial: fc.oneof(
    { weight: 8, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('now' as const) },
    { weight: 1, arbitrary: fc.integer({ min: 60, max: 50 * DAY }) },
  ),
  discounts: fc.constantFrom('keep', 'keep', 'keep', 'clear', 'add', 'replace'),
  isRenewed: fc.boolean(),
});
