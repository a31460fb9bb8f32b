import type { DiscountShare } from './line.ts';
import { cutAmount, percentOf } from './round.ts';

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
  /** Does an amount come off each line as a whole, as in prorations of classic mode? */
  isWhole?: boolean;
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

function sharesOf(
  rule: DiscountRule,
  base: number[],
  { isWhole = false, step }: Sharing,
): number[] {
  const { percentOff } = rule;
  if (percentOff !== null) return base.map((amount) => percentOf(amount, percentOff, step));
  const amount = rule.amountOff ?? 0;
  if (isWhole) return base.map((part) => Math.min(part, amount));
  return spreadOut(amount, base, step);
}

/**
 * Splits `amount` in proportion to `base`. Shares are cut to whole amounts, and the last line
 * takes what that leaves: of 5.00 on lines of 10.00 and 20.00 it is 1.66 and 3.34.
 * @see https://docs.stripe.com/billing/subscriptions/prorations#calculation-logic-for-coupons-applied-to-multiple-subscription-items
 */
function spreadOut(amount: number, base: number[], step: number): number[] {
  const whole = base.reduce((sum, part) => sum + part, 0);
  let left = Math.min(amount, whole);
  let baseLeft = whole;
  return base.map((part) => {
    const share = baseLeft === 0 ? 0 : cutAmount(left, part, baseLeft, step);
    left -= share;
    baseLeft -= part;
    return share;
  });
}
