import { refuse } from '../wire/fault.ts';
import { backdatedLines } from './backdate.ts';
import { askPeriod } from './ask-period.ts';
import type { LineDraft } from './line.ts';
import { periodAround, stepFrom } from './period.ts';
import type { Period } from './period.ts';
import { chargeLine, costsOf, FREE, recurrenceOf, withPeriod } from './plan.ts';
import type { Cost, Plan, PricedItem, Terms } from './plan.ts';
import { prorationLine, shareOf } from './proration.ts';

export interface Start {
  now: number;
  /** A future moment that full periods begin at; null: now, or the end of the trial. */
  anchor: number | null;
  /** Since when it has run already; null: it begins now. */
  backdatedTo: number | null;
  /** Is a time that is not a whole period asked for? */
  hasProrations: boolean;
}

/**
 * The first period of a new subscription. With an anchor in the future the time until then is
 * charged in proportion, or not at all.
 */
export function planStart(terms: Terms, start: Start): Plan {
  const costs = costsOf(terms);
  const charges: LineDraft[] = [];
  const isTrial = terms.trialEnd !== null && terms.trialEnd > start.now;
  const items = terms.items.map((item, index) => {
    const step = { item, cost: costs[index] ?? FREE };
    const first = isTrial ? startTrial(terms, step, start) : startPaid(terms, step, start);
    charges.push(...first.lines);
    return first.item;
  });
  return planOf(terms, {
    anchor: start.anchor ?? (isTrial ? (terms.trialEnd ?? start.now) : start.now),
    items,
    charges,
  });
}

/**
 * The next period of every item whose own period ends at `at`. One that does not begin on the
 * anchor's day (a trial has just ended before it) is charged in proportion.
 */
export function planRenewal(terms: Terms, at: number): Plan {
  const costs = costsOf(terms);
  const charges: LineDraft[] = [];
  const paid = { ...terms, trialEnd: null };
  const items = terms.items.map((item, index) => {
    if (item.end > at) return item;
    const cost = costs[index] ?? FREE;
    const whole = periodAround(terms.anchor, recurrenceOf(item.priceOf), item.end);
    if (whole.start === item.end) {
      const asked = askPeriod(paid, item, { whole, cost });
      charges.push(asked.line);
      return asked.item;
    }
    const period = { start: item.end, end: whole.end };
    const part = shareOf(cost, whole, { at: item.end, currency: terms.currency });
    charges.push(prorationLine(paid, item, { cost: part, period }));
    return withPeriod(terms, item, period, part);
  });
  return planOf(terms, { anchor: terms.anchor, items, charges });
}

interface Step {
  item: PricedItem;
  cost: Cost;
}
interface First {
  item: PricedItem;
  lines: LineDraft[];
}

function startTrial(terms: Terms, { item }: Step, { now, anchor }: Start): First {
  const end = terms.trialEnd ?? now;
  if (anchor !== null) checkAnchor(anchor, stepFrom(end, recurrenceOf(item.priceOf), 1));
  const period = { start: now, end };
  return { item: withPeriod(terms, item, period), lines: [chargeLine(terms, item, period)] };
}

function startPaid(terms: Terms, { item, cost }: Step, start: Start): First {
  const { now, backdatedTo: since } = start;
  const anchor = start.anchor ?? now;
  const paid = { ...terms, trialEnd: null };
  const recurrence = recurrenceOf(item.priceOf);
  checkAnchor(anchor, stepFrom(now, recurrence, 1));
  const back: Period | null = since === null ? null : { start: since, end: anchor };
  const lines =
    back !== null && start.hasProrations
      ? backdatedLines(paid, { item, cost }, { span: back, anchor })
      : [];
  if (anchor === now) {
    const period = { start: now, end: stepFrom(now, recurrence, 1) };
    const until = start.hasProrations ? paid : { ...paid, cancelAt: null };
    const asked = askPeriod(until, item, { whole: period, cost });
    return { item: asked.item, lines: [...lines, asked.line] };
  }
  const whole = periodAround(anchor, recurrence, now);
  const period = { start: Math.max(since ?? now, whole.start), end: whole.end };
  if (!start.hasProrations) return { item: withPeriod(paid, item, period), lines };
  const part = shareOf(cost, whole, { at: period.start, currency: terms.currency });
  const own = back === null ? [prorationLine(paid, item, { cost: part, period })] : lines;
  return { item: withPeriod(paid, item, period, part), lines: own };
}

function checkAnchor(anchor: number, natural: number): void {
  if (anchor <= natural) return;
  throw refuse(
    `billing_cycle_anchor cannot be later than next natural billing date (${natural}) for plan`,
    'billing_cycle_anchor',
  );
}

function planOf(terms: Terms, plan: Pick<Plan, 'anchor' | 'items' | 'charges'>): Plan {
  return {
    ...plan,
    trialEnd: terms.trialEnd,
    prorations: [],
    billing: 'now',
    usedDiscounts: [],
  };
}
