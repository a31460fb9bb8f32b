import type { LineDraft } from './line.ts';
import { periodAround, stepFrom } from './period.ts';
import type { Period } from './period.ts';
import { chargeLine, recurrenceOf } from './plan.ts';
import type { Cost, PricedItem, Terms } from './plan.ts';
import { prorationLine, shareOf } from './proration.ts';

/**
 * What a subscription that began in the past owes for the time until its anchor: in flexible mode
 * a line for each cycle, in classic mode one line, whose cycles are counted from its beginning.
 * @see https://docs.stripe.com/billing/subscriptions/backdating
 */
export function backdatedLines(
  terms: Terms,
  { item, cost }: { item: PricedItem; cost: Cost },
  { span, anchor }: { span: Period; anchor: number },
): LineDraft[] {
  if (terms.billingMode === 'classic') {
    const whole = classicCost(terms, { item, cost }, span);
    return [prorationLine(terms, item, { cost: whole, period: span })];
  }
  const { currency } = terms;
  const lines: LineDraft[] = [];
  const recurrence = recurrenceOf(item.priceOf);
  for (let from = span.start; from < span.end;) {
    const whole = periodAround(anchor, recurrence, from);
    const period = { start: from, end: Math.min(whole.end, span.end) };
    const isWhole = period.start === whole.start && period.end === whole.end;
    lines.push(
      isWhole
        ? chargeLine(terms, item, period)
        : prorationLine(terms, item, {
            cost: shareOf(cost, whole, { at: from, currency }),
            period,
          }),
    );
    from = period.end;
  }
  return lines;
}

/** Whole cycles from the beginning, and the part of the last one. */
function classicCost(
  { currency }: Terms,
  { item, cost }: { item: PricedItem; cost: Cost },
  span: Period,
): Cost {
  const recurrence = recurrenceOf(item.priceOf);
  let sum: Cost = { net: 0, off: [] };
  for (let step = 0; stepFrom(span.start, recurrence, step) < span.end; step += 1) {
    const cycle = {
      start: stepFrom(span.start, recurrence, step),
      end: stepFrom(span.start, recurrence, step + 1),
    };
    const at = Math.max(cycle.start, cycle.start + cycle.end - span.end);
    sum = add(sum, shareOf(cost, cycle, { at, currency }));
  }
  return sum;
}

function add(one: Cost, other: Cost): Cost {
  const ids = new Set([...one.off, ...other.off].map(({ discount }) => discount));
  const amountOf = (cost: Cost, id: string) =>
    cost.off.find(({ discount }) => discount === id)?.amount ?? 0;
  return {
    net: one.net + other.net,
    off: [...ids].map((discount) => ({
      discount,
      amount: amountOf(one, discount) + amountOf(other, discount),
    })),
  };
}
