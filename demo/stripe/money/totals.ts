import { stepOf } from './currency-step.ts';
import { discountLines, sumOf } from './discounting.ts';
import type { DiscountRule } from './discounting.ts';
import type { DiscountShare, Line, LineDraft, LineTax } from './line.ts';
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
  /** Whoever is exempt pays no tax; the rates are still shown, with nothing asked. */
  taxExempt: 'none' | 'exempt' | 'reverse';
  currency: string;
  /** The customer's balance before: negative is credit. */
  startingBalance: number;
  newLineId: () => string;
}

export interface Totals {
  lines: Line[];
  subtotal: number;
  discountTotals: DiscountShare[];
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
  return {
    lines,
    subtotal,
    discountTotals,
    exclusiveTax,
    inclusiveTax,
    total,
    ...afterBalance({ ...input, total }),
  };
}

/** What is left to ask for when the customer's balance has been counted in. */
export function afterBalance(bill: {
  total: number;
  startingBalance: number;
  currency: string;
}): Pick<Totals, 'amountDue' | 'endingBalance' | 'isTooSmall'> {
  const asked = bill.total + bill.startingBalance;
  const isTooSmall = asked > 0 && asked < minimumCharge(bill.currency);
  return {
    amountDue: isTooSmall ? 0 : Math.max(0, asked),
    endingBalance: isTooSmall ? asked : Math.min(0, asked),
    isTooSmall,
  };
}

/** By rate, as an invoice shows them. */
export function totalTaxes(lines: Pick<Line, 'taxes'>[]): LineTax[] {
  const sums = new Map<string, LineTax>();
  for (const tax of lines.flatMap((line) => line.taxes)) {
    const { amount = 0, taxable = 0 } = sums.get(tax.rate) ?? {};
    const sum = { amount: amount + tax.amount, taxable: taxable + tax.taxable };
    sums.set(tax.rate, { ...tax, ...sum });
  }
  return [...sums.values()];
}

/** @see https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
export function minimumCharge(currency: string): number {
  const minimums: Record<string, number> = {
    aed: 200,
    bgn: 100,
    czk: 1500,
    huf: 17500,
    myr: 200,
    ron: 200,
    thb: 1000,
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

interface Discounted {
  line: LineDraft;
  off: DiscountShare[];
}

function withDiscounts({ lines, rules, discounts, currency }: TotalsInput): Discounted[] {
  const step = stepOf(currency);
  const pick = (ids: string[]) => ids.flatMap((id) => rules.get(id) ?? []);
  const own = lines.map(
    (line) => discountLines([line], pick(line.itemDiscounts), { step })[0] ?? [],
  );
  const rest = lines.map((line, index) => ({
    ...line,
    amount: line.amount - sumOf(own[index] ?? []),
  }));
  const shared = discountLines(rest, pick(discounts), { step });
  return lines.map((line, index) => ({
    line,
    off: [...line.carriedDiscounts, ...(own[index] ?? []), ...(shared[index] ?? [])],
  }));
}

function withTaxes(input: TotalsInput, lines: Discounted[]): Line[] {
  return lines.map(({ line, off }) => {
    const taxable = line.amount - sumOf(off);
    const isOwn = line.isTaxFixed || line.taxRates.length > 0;
    const ids = isOwn ? line.taxRates : input.defaultTaxRates;
    const rules = ids.flatMap((id) => input.taxRates.get(id) ?? []);
    const taxes = taxesOf(rules, taxable, input);
    return { ...line, id: input.newLineId(), discountAmounts: off, taxes };
  });
}

/** All inclusive rates together are inside the amount; the exclusive ones go on what is left. */
function taxesOf(
  rules: TaxRule[],
  amount: number,
  { taxExempt: exempt, currency }: TotalsInput,
): LineTax[] {
  const step = stepOf(currency);
  const exemption =
    exempt === 'none' ? null : exempt === 'reverse' ? 'reverse_charge' : 'customer_exempt';
  const inside = rules.filter((rule) => rule.isInclusive);
  const whole = inside.reduce((sum, rule) => sum + rule.percentage, 0);
  const within = exemption === null ? percentWithin(amount, whole, step) : 0;
  const taxable = amount - within;
  let left = within;
  return rules.map((rule): LineTax => {
    const isLastInside = rule === inside.at(-1);
    const share = isLastInside ? left : percentOf(taxable, rule.percentage, step);
    const tax = exemption === null ? share : 0;
    if (rule.isInclusive) left -= tax;
    return { rate: rule.id, amount: tax, taxable, isInclusive: rule.isInclusive, exemption };
  });
}

function groupDiscounts(lines: Line[]): DiscountShare[] {
  const sums = new Map<string, number>();
  for (const { discount, amount } of lines.flatMap((line) => line.discountAmounts)) {
    sums.set(discount, (sums.get(discount) ?? 0) + amount);
  }
  return [...sums].map(([discount, amount]) => ({ discount, amount }));
}
