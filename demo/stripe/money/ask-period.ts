import type { LineDraft } from './line.ts';
import type { Period } from './period.ts';
import { billedFor, chargeLine, withPeriod } from './plan.ts';
import type { Cost, PricedItem, Terms } from './plan.ts';
import { prorationLine, shareOf } from './proration.ts';

/**
 * Asks for a new period of an item: for the whole of it, or, where the subscription is set to end
 * within it, for the part until then.
 * @see https://docs.stripe.com/billing/subscriptions/cancel#schedule-cancellation
 */
export function askPeriod(
  terms: Terms,
  item: PricedItem,
  { whole, cost }: { whole: Period; cost: Cost },
): { item: PricedItem; line: LineDraft } {
  const end = Math.min(whole.end, terms.cancelAt ?? Infinity);
  if (end === whole.end || end <= whole.start) {
    return { item: withPeriod(terms, item, whole, cost), line: chargeLine(terms, item, whole) };
  }
  const period = { start: whole.start, end };
  const part = shareOf(cost, whole, { at: whole.start, until: end, currency: terms.currency });
  return {
    item: { ...item, ...whole, billed: billedFor(terms, item, period, part) },
    line: prorationLine(terms, item, { cost: part, period }),
  };
}
