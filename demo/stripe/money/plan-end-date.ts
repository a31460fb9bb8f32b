import type { LineDraft } from './line.ts';
import { wholeCycle } from './period.ts';
import { costsOf, FREE, recurrenceOf } from './plan.ts';
import type { Cost, PricedItem, Terms } from './plan.ts';
import { billedPart, creditLines, prorationLine, shareOf } from './proration.ts';

/**
 * What it costs that the subscription ends at another date (`cancelAt` of the terms): time that was
 * asked for after it comes back, and time that had come back is asked for again. Trials are free.
 */
export function planEndDate(
  terms: Terms,
  now: number,
): { items: PricedItem[]; lines: LineDraft[] } {
  if (terms.trialEnd !== null && terms.trialEnd > now) return { items: terms.items, lines: [] };
  const costs = costsOf(terms);
  const lines: LineDraft[] = [];
  const items = terms.items.map((item, index) => {
    const end = Math.min(item.end, terms.cancelAt ?? Infinity);
    if (item.billed === null || item.billed.end === end) return item;
    if (end < item.billed.end) {
      lines.push(...creditLines(terms, item, end));
      return { ...item, billed: billedPart(item.billed, end, terms.currency) };
    }
    const more = moreTime(terms, item, { cost: costs[index] ?? FREE, end });
    const period = { start: item.billed.end, end };
    lines.push(prorationLine(terms, item, { cost: more, period }));
    const amount = item.billed.amount + more.net;
    const discounts = [...item.billed.discounts, ...more.off];
    return { ...item, billed: { ...item.billed, end, amount, discounts } };
  });
  return { items, lines };
}

function moreTime(
  terms: Terms,
  item: PricedItem,
  { cost, end }: { cost: Cost; end: number },
): Cost {
  const whole = wholeCycle(terms.anchor, recurrenceOf(item.priceOf), item);
  const at = item.billed?.end ?? end;
  return shareOf(cost, whole, { at, until: end, currency: terms.currency });
}
