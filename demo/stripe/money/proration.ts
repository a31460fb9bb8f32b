import type { Billed, SubscriptionItem } from '../subscriptions/subscription-item.ts';
import { stepOf } from './currency-step.ts';
import { sumOf } from './discounting.ts';
import type { DiscountShare, LineDraft } from './line.ts';
import type { Period } from './period.ts';
import { wholeCycle } from './period.ts';
import { blankLine, costsOf, recurrenceOf } from './plan.ts';
import type { Cost, PricedItem, Terms } from './plan.ts';
import { scaleAmount } from './round.ts';

/**
 * A part of a period. It never is discounted again: the discounts in force are inside (`included`)
 * or stand beside it (`itemized`); what is asked is the same.
 * @see https://docs.stripe.com/billing/subscriptions/prorations#prorations-and-discounts
 */
export function prorationLine(
  terms: Terms,
  item: PricedItem,
  part: { cost: Cost; period: Period },
): LineDraft {
  return { ...partLine(terms, item, part), description: describe('Remaining', item, part.period) };
}

/**
 * What is given back for an item from `at` on: of what was really asked (flexible), or of what
 * the item costs now (classic). A time that was asked for piece by piece is given back piece by
 * piece. Nothing for one that was never billed, or that lies outside the item's own period (a
 * year that became a month without prorations).
 * @see https://docs.stripe.com/billing/subscriptions/prorations#credit-prorations
 */
export function creditLines(before: Terms, item: PricedItem, at: number): LineDraft[] {
  return creditablesOf(before, item, at).flatMap((billed) =>
    creditLine(before, item, { billed, at }),
  );
}

/** All that was asked for the running period, in the order of time. */
export function debitsOf({ billed, billedBefore }: SubscriptionItem): Billed[] {
  return billed === null ? billedBefore : [...billedBefore, billed];
}

/** The same, as far as it was for the time before `end`: what is after it is given back. */
export function debitsUntil(item: SubscriptionItem, end: number, currency: string): Billed[] {
  return debitsOf(item)
    .filter((billed) => billed.start < end)
    .map((billed) => (billed.end <= end ? billed : billedPart(billed, end, currency)));
}

function creditLine(
  before: Terms,
  item: PricedItem,
  { billed, at }: { billed: Billed; at: number },
): LineDraft[] {
  // An end that is set has given back the time after it.
  const end = Math.min(billed.end, item.end, item.billed?.end ?? billed.end);
  const period = { start: Math.max(at, billed.start), end };
  if (period.end <= period.start) return [];
  const whole = { net: billed.amount, off: billed.discounts };
  const { currency } = before;
  const cost = shareOf(whole, billed, { at: period.start, until: period.end, currency });
  if (cost.net === 0) return [];
  const { invoice, line } = billed;
  return [
    {
      ...partLine(before, item, { cost: negative(cost), period }),
      description: describe('Unused', item, period),
      taxRates: billed.taxRates,
      isTaxFixed: true,
      credited: invoice === null || line === null ? null : { invoice, line },
    },
  ];
}

/**
 * The share of a cost, which is for `whole`, that falls after `at` (and before `until`); each part
 * is rounded once.
 */
export function shareOf(
  cost: Cost,
  whole: Period,
  { at, until = whole.end, currency }: { at: number; until?: number; currency: string },
): Cost {
  const length = whole.end - whole.start;
  const left = Math.min(Math.max(Math.min(until, whole.end) - at, 0), length);
  const scale = (amount: number) => scaleAmount(amount, left, length, stepOf(currency));
  const off = cost.off.map((share) => ({ ...share, amount: scale(share.amount) }));
  return { net: scale(cost.net), off: off.filter(({ amount }) => amount !== 0) };
}

/** What stays asked for when the time after `end` is given back. */
export function billedPart(billed: Billed, end: number, currency: string): Billed {
  const whole = { net: billed.amount, off: billed.discounts };
  const back = shareOf(whole, billed, { at: end, currency });
  const offOf = (discount: string) =>
    sumOf(back.off.filter((share) => share.discount === discount));
  return {
    ...billed,
    end,
    amount: billed.amount - back.net,
    discounts: billed.discounts.map(({ discount, amount }) => ({
      discount,
      amount: amount - offOf(discount),
    })),
  };
}

function creditablesOf(before: Terms, item: PricedItem, at: number): Billed[] {
  const isTrial = before.trialEnd !== null && before.trialEnd > at;
  if (before.billingMode === 'flexible' || isTrial) return debitsOf(item);
  const cost = costsOf(before)[before.items.indexOf(item)];
  const whole = {
    ...wholeCycle(before.anchor, recurrenceOf(item.priceOf), item),
    amount: cost?.net ?? 0,
    discounts: cost?.off ?? [],
    taxRates: item.taxRates.length > 0 ? item.taxRates : before.defaultTaxRates,
    invoice: item.billed?.invoice ?? null,
    line: item.billed?.line ?? null,
  };
  return [whole];
}

function partLine(
  terms: Terms,
  item: PricedItem,
  { cost, period }: { cost: Cost; period: Period },
): LineDraft {
  const isItemized = terms.prorationDiscounts === 'itemized';
  return {
    ...blankLine(terms, item, period),
    amount: isItemized ? cost.net + sumOf(cost.off) : cost.net,
    isProration: true,
    isDiscountable: false,
    itemDiscounts: [],
    carriedDiscounts: isItemized ? cost.off : mentioned(item, cost.off),
  };
}

/** `included` names the subscription's discounts, without an amount, and not those of the item. */
function mentioned(item: PricedItem, off: DiscountShare[]): DiscountShare[] {
  return off
    .filter(({ discount }) => !item.discounts.includes(discount))
    .map(({ discount }) => ({ discount, amount: 0 }));
}

function negative({ net, off }: Cost): Cost {
  return { net: -net, off: off.map((share) => ({ ...share, amount: -share.amount })) };
}

function describe(what: 'Remaining' | 'Unused', item: PricedItem, period: Period): string {
  const day = new Date(period.start * 1000).toISOString().slice(0, 10);
  return `${what} time on ${item.quantity} × ${item.productName} after ${day}`;
}
