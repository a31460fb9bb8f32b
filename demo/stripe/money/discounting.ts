import type { DiscountShare } from './line.ts';
import { percentOf, scaleAmount } from './round.ts';

/** What a discount takes off, in the currency of the invoice. */
export interface DiscountRule {
  id: string;
  percentOff: number | null;
  amountOff: number | null;
  /** Products that it applies to; null: all. */
  products: string[] | null;
  isOnce: boolean;
}

export interface Discountable {
  amount: number;
  product: string | null;
  isDiscountable: boolean;
}

export interface Sharing {
  /** How an amount is shared out: in proportion, or (prorations of classic mode) evenly. */
  spread?: 'proportional' | 'even';
  /** The currency's smallest amount. */
  step: number;
}

/**
 * What each rule takes off each line: `result[line]` lists discount and amount. Rules come one
 * after the other, each on what the ones before have left. A percentage is rounded per line; an
 * amount is spread over the lines, and never takes more than there is.
 */
export function discountLines(
  lines: Discountable[],
  rules: DiscountRule[],
  sharing: Sharing,
): DiscountShare[][] {
  const left = lines.map((line) => (line.isDiscountable && line.amount > 0 ? line.amount : 0));
  const taken = lines.map((): DiscountShare[] => []);
  for (const rule of rules) {
    const base = left.map((amount, index) => (appliesTo(rule, lines[index]) ? amount : 0));
    sharesOf(rule, base, sharing).forEach((share, index) => {
      if (share === 0) return;
      left[index] = (left[index] ?? 0) - share;
      taken[index]?.push({ discount: rule.id, amount: share });
    });
  }
  return taken;
}

export function sumOf(parts: { amount: number }[]): number {
  return parts.reduce((sum, part) => sum + part.amount, 0);
}

function appliesTo(rule: DiscountRule, line: Discountable | undefined): boolean {
  if (line === undefined || rule.products === null) return true;
  return line.product !== null && rule.products.includes(line.product);
}

function sharesOf(rule: DiscountRule, base: number[], { spread, step }: Sharing): number[] {
  const { percentOff } = rule;
  if (percentOff !== null) return base.map((amount) => percentOf(amount, percentOff, step));
  const amount = rule.amountOff ?? 0;
  return spread === 'even' ? spreadEvenly(amount, base, step) : spreadOut(amount, base, step);
}

/** Splits `amount` in proportion to `base`; the last line takes what rounding leaves. */
function spreadOut(amount: number, base: number[], step: number): number[] {
  const whole = base.reduce((sum, part) => sum + part, 0);
  let left = Math.min(amount, whole);
  let baseLeft = whole;
  return base.map((part) => {
    const share = baseLeft === 0 ? 0 : scaleAmount(left, part, baseLeft, step);
    left -= share;
    baseLeft -= part;
    return share;
  });
}

/** The same for each; what a small line cannot take, the larger ones do. */
function spreadEvenly(amount: number, base: number[], step: number): number[] {
  const shares = base.map(() => 0);
  const smallestFirst = base
    .map((part, index) => ({ part, index }))
    .filter(({ part }) => part > 0)
    .toSorted((one, other) => one.part - other.part);
  let left = amount;
  let takers = smallestFirst.length;
  for (const { part, index } of smallestFirst) {
    const share = Math.min(part, scaleAmount(left, 1, takers, step));
    shares[index] = share;
    left -= share;
    takers -= 1;
  }
  return shares;
}
