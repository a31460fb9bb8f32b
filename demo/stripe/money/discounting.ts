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

/**
 * What each rule takes off each line: `result[line]` lists discount and amount. Rules come one
 * after the other, each on what the ones before have left. A percentage is rounded per line; an
 * amount is spread over the lines in proportion, and never takes more than there is.
 */
export function discountLines(
  lines: Discountable[],
  rules: DiscountRule[],
): { discount: string; amount: number }[][] {
  const left = lines.map((line) => (line.isDiscountable && line.amount > 0 ? line.amount : 0));
  const taken = lines.map((): { discount: string; amount: number }[] => []);
  for (const rule of rules) {
    const base = left.map((amount, index) => (appliesTo(rule, lines[index]) ? amount : 0));
    sharesOf(rule, base).forEach((share, index) => {
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

function sharesOf(rule: DiscountRule, base: number[]): number[] {
  const { percentOff } = rule;
  if (percentOff !== null) return base.map((amount) => percentOf(amount, percentOff));
  return spread(rule.amountOff ?? 0, base);
}

/** Splits `amount` in proportion to `base`; the last line takes what rounding leaves. */
function spread(amount: number, base: number[]): number[] {
  const whole = base.reduce((sum, part) => sum + part, 0);
  const total = Math.min(amount, whole);
  let left = total;
  let baseLeft = whole;
  return base.map((part) => {
    const share = baseLeft === 0 ? 0 : scaleAmount(left, part, baseLeft);
    left -= share;
    baseLeft -= part;
    return share;
  });
}
