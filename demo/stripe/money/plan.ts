import { amountFor, unitDecimalIn } from '../catalogue/price-amount.ts';
import type { Price } from '../catalogue/price.ts';
import type { Billed, SubscriptionItem } from '../subscriptions/subscription-item.ts';
import { refuse } from '../wire/fault.ts';
import { discountLines, sumOf } from './discounting.ts';
import type { DiscountRule } from './discounting.ts';
import type { LineDraft } from './line.ts';
import type { Period, Recurrence } from './period.ts';
import { scaleAmount } from './round.ts';

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
  billingMode: 'classic' | 'flexible';
  items: PricedItem[];
  /** In force for the whole subscription, then those of items, by id. */
  discounts: string[];
  rules: Map<string, DiscountRule>;
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

/** What each item costs for a whole period after the discounts in force, in the items' order. */
export function netAmounts(terms: Terms): { net: number; used: string[] }[] {
  const pick = (ids: string[]) => ids.flatMap((id) => terms.rules.get(id) ?? []);
  const lines = terms.items.map((item) => ({
    amount: grossOf(item, terms.currency),
    product: item.priceOf.product,
    isDiscountable: true,
  }));
  const own = lines.map(
    (line, index) => discountLines([line], pick(terms.items[index]?.discounts ?? []))[0] ?? [],
  );
  const rest = lines.map((line, index) => ({
    ...line,
    amount: line.amount - sumOf(own[index] ?? []),
  }));
  const shared = discountLines(rest, pick(terms.discounts));
  return lines.map((line, index) => {
    const off = [...(own[index] ?? []), ...(shared[index] ?? [])];
    return { net: line.amount - sumOf(off), used: off.map(({ discount }) => discount) };
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

/** A part of a period; the discounts in force are already inside. */
export function prorationLine(
  terms: Terms,
  item: PricedItem,
  part: { amount: number; period: Period; credited: Billed | null },
): LineDraft {
  const day = new Date(part.period.start * 1000).toISOString().slice(0, 10);
  const { credited } = part;
  const source =
    credited?.invoice == null || credited.line === null
      ? null
      : { invoice: credited.invoice, line: credited.line };
  const what = `${item.quantity} × ${item.productName} after ${day}`;
  return {
    ...blankLine(terms, item, part.period),
    amount: part.amount,
    isProration: true,
    isDiscountable: false,
    itemDiscounts: [],
    description: credited === null ? `Remaining time on ${what}` : `Unused time on ${what}`,
    credited: source,
  };
}

/** The share of `amount`, which is for `whole`, that falls after `at`. */
export function remaining(amount: number, whole: Period, at: number): number {
  const left = Math.min(Math.max(whole.end - at, 0), whole.end - whole.start);
  return scaleAmount(amount, left, whole.end - whole.start);
}

function blankLine(terms: Terms, item: PricedItem, period: Period): LineDraft {
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
    taxRates: item.taxRates,
    subscription: terms.subscription,
    subscriptionItem: item.id,
    invoiceItem: null,
    credited: null,
    metadata: item.metadata,
  };
}
