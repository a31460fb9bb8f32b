import { amountFor } from '../catalogue/price-amount.ts';
import type { LineDraft } from './line.ts';
import { isSameRecurrence, periodAround, stepFrom, wholeCycle } from './period.ts';
import type { Period } from './period.ts';
import { billedFor, chargeLine, costsOf, FREE, recurrenceOf, withPeriod } from './plan.ts';
import type { Plan, PricedItem, Terms } from './plan.ts';
import { creditLines, debitsUntil, prorationLine, shareOf } from './proration.ts';

export type ProrationBehavior = 'none' | 'create_prorations' | 'always_invoice';

export interface Change {
  /** What it is now. */
  before: Terms;
  /** What it shall be: same ids for items that stay; periods and `billed` are worked out here. */
  after: Terms;
  behavior: ProrationBehavior;
  /** From when unused time is credited and new time is charged. */
  prorationAt: number;
  /** Starts a new cycle now, and bills it. */
  isReanchored: boolean;
  now: number;
}

/**
 * Works out a change of a running subscription: how its items will be, and the lines for it. The
 * preview and the change itself both come from here. Seconds count.
 * @see https://docs.stripe.com/billing/subscriptions/prorations
 */
export function planChange(change: Change): Plan {
  const { before, after, now } = change;
  const isTrial = after.trialEnd !== null && after.trialEnd > now;
  const isReanchored = !isTrial && (change.isReanchored || mustReanchor(change));
  const anchor = isTrial ? (after.trialEnd ?? now) : isReanchored ? now : before.anchor;
  const costs = costsOf(after);
  const prorations: LineDraft[] = [];
  const charges: LineDraft[] = [];
  const usedDiscounts = new Set<string>();

  for (const item of before.items) {
    const next = after.items.find(({ id }) => id === item.id);
    const isTouched = next === undefined || isReanchored || isTrial || isChanged(item, next);
    if (isTouched && change.behavior !== 'none') {
      prorations.push(...creditLines(before, item, change.prorationAt));
    }
  }
  const items = after.items.map((item, index) => {
    const old = before.items.find(({ id }) => id === item.id);
    const cost = costs[index] ?? FREE;
    if (isTrial) return onTrial(after, item, { old, now });
    if (isReanchored) {
      const period = { start: now, end: stepFrom(now, recurrenceOf(item.priceOf), 1) };
      charges.push(chargeLine({ ...after, trialEnd: null }, item, period));
      return withPeriod(after, item, period, cost);
    }
    if (old !== undefined && !isChanged(old, item)) return { ...item, ...keep(old) };
    const period = periodOf(old, item, { anchor, now });
    const end = Math.min(period.end, after.cancelAt ?? Infinity);
    const span = { start: Math.max(change.prorationAt, period.start), end };
    if (change.behavior === 'none' || span.end <= span.start) {
      const { billed = null, billedBefore = [] } = old ?? {};
      const asked = billed ?? billedFor(after, item, span, FREE);
      return { ...item, ...period, billed: asked, billedBefore };
    }
    const whole = wholeCycle(anchor, recurrenceOf(item.priceOf), period);
    const part = shareOf(cost, whole, {
      at: span.start,
      until: span.end,
      currency: after.currency,
    });
    prorations.push(prorationLine(after, item, { cost: part, period: span }));
    for (const { discount } of part.off) {
      if (after.rules.get(discount)?.isOnce === true) usedDiscounts.add(discount);
    }
    const billedBefore = old === undefined ? [] : debitsUntil(old, span.start, after.currency);
    return { ...item, ...period, billed: billedFor(after, item, span, part), billedBefore };
  });

  return {
    anchor,
    trialEnd: isTrial ? after.trialEnd : endedTrial(before, now, isReanchored),
    items,
    prorations,
    charges,
    billing: billingOf(change.behavior, prorations, charges),
    usedDiscounts: [...usedDiscounts],
  };
}

/** Ends everything at `at`, or each item where `at` says: only credits. */
export function planEnd(before: Terms, at: number | ((item: PricedItem) => number)): LineDraft[] {
  return before.items.flatMap((item) =>
    creditLines(before, item, typeof at === 'number' ? at : at(item)),
  );
}

/** Does the change make the cycle begin anew, in classic mode, unless a trial runs? */
export function changesInterval(before: Terms, after: Terms): boolean {
  return after.items.some((item) => {
    const old = before.items.find(({ id }) => id === item.id);
    return (
      old !== undefined && !isSameRecurrence(recurrenceOf(old.priceOf), recurrenceOf(item.priceOf))
    );
  });
}

/**
 * Flexible subscriptions never re-anchor by themselves; classic ones do with the interval, and
 * from free to paid. The end of a trial always does.
 * @see https://docs.stripe.com/billing/subscriptions/change-price#handle-zero-amount-prices-and-quantities
 */
function mustReanchor({ before, after, now }: Change): boolean {
  const wasTrial = before.trialEnd !== null && before.trialEnd > now;
  if (wasTrial && (after.trialEnd === null || after.trialEnd <= now)) return true;
  if (before.billingMode === 'flexible' || wasTrial) return false;
  return changesInterval(before, after) || (hasFreePrices(before) && !hasFreePrices(after));
}

/** A quantity of zero does not make a price free. */
function hasFreePrices({ items, currency }: Terms): boolean {
  return items.every((item) => amountFor(item.priceOf, currency, item.quantity || 1) === 0);
}

function isChanged(old: PricedItem, next: PricedItem): boolean {
  return old.price !== next.price || old.quantity !== next.quantity;
}

function periodOf(
  old: PricedItem | undefined,
  item: PricedItem,
  at: { anchor: number; now: number },
): Period {
  const recurrence = recurrenceOf(item.priceOf);
  if (old !== undefined && isSameRecurrence(recurrenceOf(old.priceOf), recurrence)) {
    return { start: old.start, end: old.end };
  }
  return periodAround(at.anchor, recurrence, at.now);
}

function onTrial(
  terms: Terms,
  item: PricedItem,
  { old, now }: { old: PricedItem | undefined; now: number },
): PricedItem {
  const end = terms.trialEnd ?? now;
  const start = old === undefined || old.end !== end ? now : old.start;
  return withPeriod(terms, item, { start, end });
}

function keep(old: PricedItem): Pick<PricedItem, 'start' | 'end' | 'billed' | 'billedBefore'> {
  const { start, end, billed, billedBefore } = old;
  return { start, end, billed, billedBefore };
}

function endedTrial(before: Terms, now: number, isReanchored: boolean): number | null {
  if (before.trialEnd === null || before.trialEnd <= now) return before.trialEnd;
  return isReanchored ? now : before.trialEnd;
}

function billingOf(behavior: ProrationBehavior, prorations: LineDraft[], charges: LineDraft[]) {
  if (charges.length > 0) return 'now';
  if (prorations.length === 0 || behavior === 'none') return 'none';
  return behavior === 'always_invoice' ? 'now' : 'pending';
}
