import type { Interval } from '../../contract/billing.ts';
import type { Translator } from './messages.ts';

/**
 * How often a price is charged, in words: "per month", "every 3 months". One interval has words
 * of its own, because languages that do not count with plurals would have to say "every 1 month".
 */
export function intervalText(
  translator: Translator,
  interval: Interval,
  intervalCount: number,
): string {
  return intervalCount === 1
    ? translator.t(`interval.${interval}`)
    : translator.t(`interval.${interval}s`, { count: intervalCount });
}
