import type { LineDraft } from './line.ts';
import { periodAround, stepFrom } from './period.ts';
import type { ProrationBehavior } from './plan-change.ts';
import { chargeLine, costsOf, FREE, recurrenceOf, withPeriod } from './plan.ts';
import type { Plan, Terms } from './plan.ts';
import { prorationLine, shareOf } from './proration.ts';

export interface Resumed {
  now: number;
  /** A new cycle from now, or the period of the old one that now is in. */
  isReanchored: boolean;
  behavior: ProrationBehavior;
  prorationAt: number;
}

/**
 * How a paused subscription goes on: with a whole period from now, or with what is left of the
 * period that its old cycle is in.
 * @see https://docs.stripe.com/api/subscriptions/resume
 */
export function planResume(paused: Terms, resumed: Resumed): Plan {
  const { now, isReanchored, behavior, prorationAt } = resumed;
  const terms = { ...paused, trialEnd: null };
  const costs = costsOf(terms);
  const charges: LineDraft[] = [];
  const prorations: LineDraft[] = [];
  const items = terms.items.map((item, index) => {
    const cost = costs[index] ?? FREE;
    const recurrence = recurrenceOf(item.priceOf);
    if (isReanchored) {
      const period = { start: now, end: stepFrom(now, recurrence, 1) };
      charges.push(chargeLine(terms, item, period));
      return withPeriod(terms, item, period, cost);
    }
    const period = periodAround(terms.anchor, recurrence, now);
    if (behavior === 'none') return withPeriod(terms, item, period);
    const part = shareOf(cost, period, { at: prorationAt, currency: terms.currency });
    const span = { start: prorationAt, end: period.end };
    prorations.push(prorationLine(terms, item, { cost: part, period: span }));
    return { ...withPeriod(terms, item, span, part), ...period };
  });
  const used = costs.flatMap(({ off }) => off.map(({ discount }) => discount));
  return {
    anchor: isReanchored ? now : terms.anchor,
    trialEnd: paused.trialEnd,
    items,
    charges,
    prorations,
    billing: isReanchored || behavior === 'always_invoice' ? 'now' : pendingOr(prorations),
    usedDiscounts:
      prorations.length === 0 ? [] : used.filter((id) => terms.rules.get(id)?.isOnce === true),
  };
}

function pendingOr(prorations: LineDraft[]): Plan['billing'] {
  return prorations.length > 0 ? 'pending' : 'none';
}
