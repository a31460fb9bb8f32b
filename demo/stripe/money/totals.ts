import { discountLines, sumOf } from './discounting.ts';
import type { DiscountRule } from './discounting.ts';
import type { Line, LineDraft, LineTax } from './line.ts';
import { percentOf, percentWithin } from './round.ts';

export interface TaxRule {
  id: string;
  percentage: number;
  isInclusive: boolean;
}

export interface TotalsInput {
  lines: LineDraft[];
  /** All rules that the lines or the invoice name. */
  rules: Map<string, DiscountRule>;
  /** Of the whole invoice, in order. */
  discounts: string[];
  /** Rates by id; a line without its own takes the defaults. */
  taxRates: Map<string, TaxRule>;
  defaultTaxRates: string[];
  currency: string;
  /** The customer's balance before: negative is credit. */
  startingBalance: number;
  newLineId: () => string;
}

export interface Totals {
  lines: Line[];
  subtotal: number;
  discountTotals: { discount: string; amount: number }[];
  exclusiveTax: number;
  inclusiveTax: number;
  total: number;
  amountDue: number;
  endingBalance: number;
  /** Too small to be charged: the customer owes it with the next invoice. */
  isTooSmall: boolean;
}

/**
 * Discounts (the item's first), then tax, then the customer's balance.
 * @see https://docs.stripe.com/billing/customer/balance
 */
export function totalUp(input: TotalsInput): Totals {
  const lines = withTaxes(input, withDiscounts(input));
  const subtotal = sumOf(lines);
  const discountTotals = groupDiscounts(lines);
  const taxes = lines.flatMap((line) => line.taxes);
  const exclusiveTax = sumOf(taxes.filter((tax) => !tax.isInclusive));
  const inclusiveTax = sumOf(taxes.filter((tax) => tax.isInclusive));
  const total = subtotal - sumOf(discountTotals) + exclusiveTax;
  const asked = total + input.startingBalance;
  const isTooSmall = asked > 0 && asked < minimumCharge(input.currency);
  return {
    lines,
    subtotal,
    discountTotals,
    exclusiveTax,
    inclusiveTax,
    total,
    amountDue: isTooSmall ? 0 : Math.max(0, asked),
    endingBalance: isTooSmall ? asked : Math.min(0, asked),
    isTooSmall,
  };
}

/** @see https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
export function minimumCharge(currency: string): number {
  const minimums: Record<string, number> = {
    aud: 50,
    brl: 50,
    cad: 50,
    chf: 50,
    dkk: 250,
    eur: 50,
    gbp: 30,
    hkd: 400,
    inr: 50,
    jpy: 50,
    mxn: 1000,
    nok: 300,
    nzd: 50,
    pln: 200,
    sek: 300,
    sgd: 50,
    usd: 50,
  };
  return minimums[currency] ?? 1;
}

function withDiscounts({ lines, rules, discounts }: TotalsInput): { line: LineDraft; off: Off }[] {
  const pick = (ids: string[]) => ids.flatMap((id) => rules.get(id) ?? []);
  const own = lines.map((line) => discountLines([line], pick(line.itemDiscounts))[0] ?? []);
  const rest = lines.map((line, index) => ({
    ...line,
    amount: line.amount - sumOf(own[index] ?? []),
  }));
  const shared = discountLines(rest, pick(discounts));
  return lines.map((line, index) => ({
    line,
    off: [...(own[index] ?? []), ...(shared[index] ?? [])],
  }));
}

type Off = { discount: string; amount: number }[];

function withTaxes(input: TotalsInput, lines: { line: LineDraft; off: Off }[]): Line[] {
  return lines.map(({ line, off }) => {
    const taxable = line.amount - sumOf(off);
    const ids = line.taxRates.length > 0 ? line.taxRates : input.defaultTaxRates;
    const rules = ids.flatMap((id) => input.taxRates.get(id) ?? []);
    const taxes = rules.map((rule): LineTax => taxOf(rule, taxable));
    return { ...line, id: input.newLineId(), discountAmounts: off, taxes };
  });
}

function taxOf(rule: TaxRule, taxable: number): LineTax {
  const amount = rule.isInclusive
    ? percentWithin(taxable, rule.percentage)
    : percentOf(taxable, rule.percentage);
  return {
    rate: rule.id,
    amount,
    taxable: rule.isInclusive ? taxable - amount : taxable,
    isInclusive: rule.isInclusive,
  };
}

function groupDiscounts(lines: Line[]): { discount: string; amount: number }[] {
  const sums = new Map<string, number>();
  for (const { discount, amount } of lines.flatMap((line) => line.discountAmounts)) {
    sums.set(discount, (sums.get(discount) ?? 0) + amount);
  }
  return [...sums].map(([discount, amount]) => ({ discount, amount }));
}
