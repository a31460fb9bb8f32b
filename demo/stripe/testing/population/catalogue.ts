import type { CouponSpec, PriceSpec, Rhythm, TaxSpec, TierSpec } from './life.ts';

const MONTH: Rhythm = { interval: 'month', every: 1 };
const QUARTER: Rhythm = { interval: 'month', every: 3 };
const WEEK: Rhythm = { interval: 'week', every: 1 };
const DAY: Rhythm = { interval: 'day', every: 1 };
const YEAR: Rhythm = { interval: 'year', every: 1 };

const STEPS: TierSpec[] = [
  { upTo: 3, unit: 777, flat: 0 },
  { upTo: 10, unit: 555, flat: 150 },
  { upTo: null, unit: 333, flat: 250 },
];

/** Prices of one rhythm, in one currency; awkward amounts on purpose. */
export const PRICES = {
  monthly: [unit('usd', MONTH, '1099'), unit('usd', MONTH, '2999'), unit('usd', MONTH, '333')],
  quarterly: [unit('usd', QUARTER, '3299'), unit('usd', QUARTER, '8111')],
  weekly: [unit('usd', WEEK, '499'), unit('usd', WEEK, '1207')],
  daily: [unit('usd', DAY, '109'), unit('usd', DAY, '251')],
  yearly: [unit('usd', YEAR, '10999'), unit('usd', YEAR, '29990')],
  /** Less than a cent counts, times the quantity. */
  fine: [unit('usd', MONTH, '33.3335'), unit('usd', MONTH, '71.25')],
  tiered: [tiers('usd', MONTH, 'graduated'), tiers('usd', MONTH, 'volume')],
  euro: [unit('eur', MONTH, '1190'), unit('eur', MONTH, '4765')],
  euroYearly: [unit('eur', YEAR, '11900'), unit('eur', YEAR, '47650')],
  yen: [unit('jpy', MONTH, '980'), unit('jpy', MONTH, '2983')],
  dinar: [unit('kwd', MONTH, '5250'), unit('kwd', MONTH, '12500')],
} as const;

export const FREE = unit('usd', MONTH, '0');

export function percentCoupon(
  percent: number,
  duration: CouponSpec['duration'],
  months: number | null = null,
): CouponSpec {
  const name = `${percent} percent ${duration} ${months ?? ''}`.trim();
  return { name, percent, amount: null, currency: 'usd', duration, months };
}

export function amountCoupon(
  amount: number,
  currency: string,
  duration: CouponSpec['duration'],
  months: number | null = null,
): CouponSpec {
  const name = `${amount} ${currency} ${duration} ${months ?? ''}`.trim();
  return { name, percent: null, amount, currency, duration, months };
}

export const TAXES: TaxSpec[][] = [
  [],
  [],
  [{ name: 'VAT', percent: 20, isInclusive: false }],
  [{ name: 'Swiss VAT', percent: 8.1, isInclusive: false }],
  [{ name: 'MwSt', percent: 19, isInclusive: true }],
  [{ name: 'GST within', percent: 7.25, isInclusive: true }],
  [
    { name: 'GST', percent: 5, isInclusive: false },
    { name: 'QST', percent: 9.975, isInclusive: false },
  ],
];

function unit(currency: string, rhythm: Rhythm, amount: string): PriceSpec {
  const { interval, every } = rhythm;
  const name = `${amount} ${currency} every ${every} ${interval}`;
  return { name, product: `Plan of ${amount}`, currency, ...rhythm, unit: amount, tiers: null };
}

function tiers(currency: string, rhythm: Rhythm, mode: 'graduated' | 'volume'): PriceSpec {
  return {
    name: `${mode} ${currency}`,
    product: `Plan by ${mode}`,
    currency,
    ...rhythm,
    unit: null,
    tiers: { mode, steps: STEPS },
  };
}
