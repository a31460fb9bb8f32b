import { periodAround, stepFrom } from './period.ts';
import { isSameRecurrence } from './period.ts';
import type { Period } from './period.ts';
import { chargeLine, netAmounts, prorationLine, recurrenceOf, remaining } from './plan.ts';
import type { Plan, PricedItem, Terms } from './plan.ts';
import type { LineDraft } from './line.ts';

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
 * preview and the change itself both come from here.
 *
 * Credit goes by what was really billed (flexible), or by the old price (classic). Seconds count.
 * @see https://docs.stripe.com/billing/subscriptions/prorations
 */
export function planChange(change: Change): Plan {
  const { before, after, now } = change;
  const isTrial = after.trialEnd !== null && after.trialEnd > now;
  const isReanchored = change.isReanchored || mustReanchor(change);
  const anchor = isTrial ? (after.trialEnd ?? now) : isReanchored ? now : before.anchor;
  const nets = netAmounts(after);
  const prorations: LineDraft[] = [];
  const charges: LineDraft[] = [];
  const usedDiscounts = new Set<string>();

  for (const item of before.items) {
    const next = after.items.find(({ id }) => id === item.id);
    const isTouched = next === undefined || isReanchored || isTrial || isChanged(item, next);
    if (isTouched && change.behavior !== 'none') prorations.push(...creditLines(change, item));
  }
  const items = after.items.map((item, index) => {
    const old = before.items.find(({ id }) => id === item.id);
    const { net = 0, used = [] } = nets[index] ?? {};
    if (isTrial) return onTrial(item, old, { start: now, end: after.trialEnd ?? now });
    if (isReanchored) {
      const period = { start: now, end: stepFrom(now, recurrenceOf(item.priceOf), 1) };
      charges.push(chargeLine({ ...after, trialEnd: null }, item, period));
      return withPeriod(item, period, net);
    }
    if (old !== undefined && !isChanged(old, item)) return { ...item, ...keep(old) };
    const period = periodOf(old, item, { anchor, now });
    const amount = remaining(net, period, change.prorationAt);
    const span = { start: change.prorationAt, end: period.end };
    if (change.behavior === 'none') {
      const billed = old?.billed ?? { ...span, amount: 0, invoice: null, line: null };
      return { ...item, ...period, billed };
    }
    prorations.push(prorationLine(after, item, { amount, period: span, credited: null }));
    for (const id of used) if (after.rules.get(id)?.isOnce === true) usedDiscounts.add(id);
    return { ...item, ...period, billed: { ...span, amount, invoice: null, line: null } };
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

/** Ends everything at `at`: only credits. */
export function planEnd(before: Terms, at: number): LineDraft[] {
  const change = {
    before,
    after: { ...before, items: [] },
    behavior: 'create_prorations' as const,
    prorationAt: at,
    isReanchored: false,
    now: at,
  };
  return planChange(change).prorations;
}

/** Flexible subscriptions never re-anchor by themselves; classic ones do with the interval. */
function mustReanchor({ before, after, now }: Change): boolean {
  const wasTrial = before.trialEnd !== null && before.trialEnd > now;
  if (wasTrial && (after.trialEnd === null || after.trialEnd <= now)) return true;
  if (before.billingMode === 'flexible' || wasTrial) return false;
  return after.items.some((item) => {
    const old = before.items.find(({ id }) => id === item.id);
    return (
      old !== undefined && !isSameRecurrence(recurrenceOf(old.priceOf), recurrenceOf(item.priceOf))
    );
  });
}

function isChanged(old: PricedItem, next: PricedItem): boolean {
  return old.price !== next.price || old.quantity !== next.quantity;
}

function creditLines({ before, prorationAt }: Change, item: PricedItem): LineDraft[] {
  const index = before.items.indexOf(item);
  const whole = { start: item.start, end: item.end };
  const classic = {
    ...whole,
    amount: netAmounts(before)[index]?.net ?? 0,
    invoice: null,
    line: null,
  };
  const isTrial = before.trialEnd !== null && before.trialEnd > prorationAt;
  const billed =
    before.billingMode === 'classic' && !isTrial
      ? { ...classic, invoice: item.billed?.invoice ?? null, line: item.billed?.line ?? null }
      : item.billed;
  if (billed === null || billed.end <= prorationAt) return [];
  const amount = -remaining(billed.amount, billed, prorationAt);
  if (amount === 0) return [];
  const period = { start: prorationAt, end: billed.end };
  return [prorationLine(before, item, { amount, period, credited: billed })];
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

function onTrial(item: PricedItem, old: PricedItem | undefined, trial: Period): PricedItem {
  const start = old === undefined || old.end !== trial.end ? trial.start : old.start;
  return withPeriod(item, { start, end: trial.end }, 0);
}

function keep(old: PricedItem): Pick<PricedItem, 'start' | 'end' | 'billed'> {
  return { start: old.start, end: old.end, billed: old.billed };
}

export function withPeriod(item: PricedItem, period: Period, net: number): PricedItem {
  return { ...item, ...period, billed: { ...period, amount: net, invoice: null, line: null } };
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
