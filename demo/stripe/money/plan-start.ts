import { refuse } from '../wire/fault.ts';
import type { LineDraft } from './line.ts';
import { periodAround, stepFrom } from './period.ts';
import { chargeLine, netAmounts, prorationLine, recurrenceOf, remaining } from './plan.ts';
import type { Plan, Terms } from './plan.ts';
import { withPeriod } from './plan-change.ts';

/**
 * The first period of a new subscription. With an anchor in the future the time until then is
 * charged in proportion, or not at all.
 */
export function planStart(
  terms: Terms,
  start: { now: number; hasProrations: boolean; anchor: number | null },
): Plan {
  const { now } = start;
  const nets = netAmounts(terms);
  const charges: LineDraft[] = [];
  const isTrial = terms.trialEnd !== null && terms.trialEnd > now;
  const items = terms.items.map((item, index) => {
    const net = nets[index]?.net ?? 0;
    const recurrence = recurrenceOf(item.priceOf);
    if (isTrial) {
      const period = { start: now, end: terms.trialEnd ?? now };
      charges.push(chargeLine(terms, item, period));
      return withPeriod(item, period, 0);
    }
    if (start.anchor === null || start.anchor === now) {
      const period = { start: now, end: stepFrom(now, recurrence, 1) };
      charges.push(chargeLine({ ...terms, trialEnd: null }, item, period));
      return withPeriod(item, period, net);
    }
    if (start.anchor > stepFrom(now, recurrence, 1)) {
      const message = 'billing_cycle_anchor cannot be later than next natural billing date';
      throw refuse(message, 'billing_cycle_anchor');
    }
    const whole = periodAround(start.anchor, recurrence, now);
    const period = { start: now, end: whole.end };
    const amount = start.hasProrations ? remaining(net, whole, now) : 0;
    if (start.hasProrations) {
      charges.push(prorationLine(terms, item, { amount, period, credited: null }));
    }
    return withPeriod(item, period, amount);
  });
  return {
    anchor: isTrial ? (terms.trialEnd ?? now) : (start.anchor ?? now),
    trialEnd: terms.trialEnd,
    items,
    prorations: [],
    charges,
    billing: 'now',
    usedDiscounts: [],
  };
}

/** The next period of every item whose own period ends at `at`. */
export function planRenewal(terms: Terms, at: number): Plan {
  const nets = netAmounts(terms);
  const charges: LineDraft[] = [];
  const items = terms.items.map((item, index) => {
    if (item.end > at) return item;
    const period = periodAround(terms.anchor, recurrenceOf(item.priceOf), item.end);
    charges.push(chargeLine({ ...terms, trialEnd: null }, item, period));
    return withPeriod(item, period, nets[index]?.net ?? 0);
  });
  return {
    anchor: terms.anchor,
    trialEnd: terms.trialEnd,
    items,
    prorations: [],
    charges,
    billing: 'now',
    usedDiscounts: [],
  };
}
