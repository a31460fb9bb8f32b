import type { Period } from '../money/period.ts';

export type CancelAt = number | 'min_period_end' | 'max_period_end' | 'max_billed_until';

/** Nothing is billed ahead here, so what is billed is the longest of the periods. */
export function endByName(items: Period[], at: CancelAt): number {
  if (typeof at === 'number') return at;
  const ends = items.map((item) => item.end);
  return at === 'min_period_end' ? Math.min(...ends) : Math.max(...ends);
}
