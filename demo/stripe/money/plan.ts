import { amountFor, unitDecimalIn } from '../catalogue/price-amount.ts';
import type { Price } from '../catalogue/price.ts';
import type { Billed, SubscriptionItem } from '../subscriptions/subscription-item.ts';
import { refuse } from '../wire/fault.ts';
import { stepOf } from './currency-step.ts';
import { discountLines, sumOf } from './discounting.ts';
import type { DiscountRule } from './discounting.ts';
import type { DiscountShare, LineDraft } from './line.ts';
import type { Period, Recurrence } from './period.ts';

/** An item with everything that its money depends on. */
export interface PricedItem extends SubscriptionItem {
  priceOf: Price;
  productName: string;
}

/** What the subscription is before or after something happens to it. */
export interface Terms {
  subscription: string;
  currency: string;
  anchor: number;
  trialEnd: number | null;
  /** When it is set to end. */
  cancelAt: number | null;
  billingMode: 'classic' | 'flexible';
  /** Do prorations show their discounts apart, or is the net all there is to see? */
  prorationDiscounts: 'included' | 'itemized';
  items: PricedItem[];
  /** In force for the whole subscription, then those of items, by id. */
  discounts: string[];
  rules: Map<string, DiscountRule>;
  defaultTaxRates: string[];
}

/** How the items will be afterwards, and what is to be billed for getting there. */
export interface Plan {
  anchor: number;
  trialEnd: number | null;
  items: PricedItem[];
  prorations: LineDraft[];
  charges: LineDraft[];
  /** `now`: an invoice at once; `pending`: invoice items for the next one. */
  billing: 'now' | 'pending' | 'none';
  /** One-time discounts that a proration has already used. */
  usedDiscounts: string[];
}

/** What is asked after discounts, and what they took off. */
export interface Cost {
  net: number;
  off: DiscountShare[];
}

export function recurrenceOf(price: Price): Recurrence {
  if (price.recurring !== null) return price.recurring;
  throw refuse(
    `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
    'items',
  );
}

export function grossOf(item: PricedItem, currency: string): number {
  return amountFor(item.priceOf, currency, item.quantity);
}

/**
 * What each item costs for a whole period after the discounts in force, in the items' order: the
 * base of prorations. Classic mode takes an amount off each item as a whole.
 * @see https://docs.stripe.com/billing/subscriptions/prorations#calculation-logic-for-coupons-applied-to-multiple-subscription-items
 */
export function costsOf(terms: Terms): Cost[] {
  const pick = (ids: string[]) => ids.flatMap((id) => terms.rules.get(id) ?? []);
  const lines = terms.items.map((item) => ({
    amount: grossOf(item, terms.currency),
    product: item.priceOf.product,
    isDiscountable: true,
  }));
  const step = stepOf(terms.currency);
  const own = lines.map((line, index) => {
    const rules = pick(terms.items[index]?.discounts ?? []);
    return discountLines([line], rules, { step })[0] ?? [];
  });
  const rest = lines.map((line, index) => ({
    ...line,
    amount: line.amount - sumOf(own[index] ?? []),
  }));
  const isWhole = terms.billingMode === 'classic';
  const shared = discountLines(rest, pick(terms.discounts), { isWhole, step });
  return lines.map((line, index) => {
    const off = [...(own[index] ?? []), ...(shared[index] ?? [])];
    return { net: line.amount - sumOf(off), off };
  });
}

/** A whole period at the full price; discounts come off when the invoice is totalled. */
export function chargeLine(terms: Terms, item: PricedItem, period: Period): LineDraft {
  const isTrial = terms.trialEnd !== null && period.end <= terms.trialEnd;
  const amount = isTrial ? 0 : grossOf(item, terms.currency);
  const each = unitDecimalIn(item.priceOf, terms.currency);
  return {
    ...blankLine(terms, item, period),
    amount,
    unitDecimal: isTrial ? '0' : each,
    description: isTrial
      ? `Trial period for ${item.productName}`
      : `${item.quantity} × ${item.productName} (per ${recurrenceOf(item.priceOf).interval})`,
  };
}

export function blankLine(terms: Terms, item: PricedItem, period: Period): LineDraft {
  return {
    amount: 0,
    description: item.productName,
    period,
    price: item.price,
    product: item.priceOf.product,
    unitDecimal: unitDecimalIn(item.priceOf, terms.currency),
    quantity: item.quantity,
    isProration: false,
    isDiscountable: true,
    itemDiscounts: item.discounts,
    carriedDiscounts: [],
    taxRates: item.taxRates,
    isTaxFixed: false,
    subscription: terms.subscription,
    subscriptionItem: item.id,
    invoiceItem: null,
    credited: null,
    metadata: item.metadata,
  };
}

/** The item in a period that was asked for at that cost, which later credits go by. */
export function withPeriod(
  terms: Terms,
  item: PricedItem,
  period: Period,
  cost: Cost = FREE,
): PricedItem {
  const billed = billedFor(terms, item, period, cost);
  return { ...item, ...period, billed, billedBefore: [] };
}

export function billedFor(terms: Terms, item: PricedItem, period: Period, cost: Cost): Billed {
  return {
    ...period,
    amount: cost.net,
    discounts: cost.off,
    taxRates: item.taxRates.length > 0 ? item.taxRates : terms.defaultTaxRates,
    invoice: null,
    line: null,
  };
}

export const FREE: Cost = { net: 0, off: [] };
