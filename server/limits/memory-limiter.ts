import type { Allowance, Limiter } from './limiter.ts';

interface Count {
  taken: number;
  endsAtMs: number;
}

/** Beyond this many keys the oldest go first: memory is not to be filled from outside. */
const MAX_KEYS = 50_000;

/**
 * Counts in this process, by a clock that is never set back. It has neither timers nor Node in it,
 * so that it runs on Workers too.
 */
export function createMemoryLimiter(
  { times, seconds }: Pick<Allowance, 'times' | 'seconds'>,
  nowMs: () => number = () => performance.now(),
): Limiter {
  // All last equally long and are put in at their begin, so the first is always the first to end.
  const counts = new Map<string, Count>();

  const running = (key: string): Count | undefined => {
    const count = counts.get(key);
    return count && count.endsAtMs > nowMs() ? count : undefined;
  };
  const begin = (key: string): Count => {
    const count = { taken: 0, endsAtMs: nowMs() + seconds * 1_000 };
    counts.delete(key);
    counts.set(key, count);
    for (const [oldest, { endsAtMs }] of counts) {
      if (endsAtMs > nowMs() && counts.size <= MAX_KEYS) break;
      counts.delete(oldest);
    }
    return count;
  };

  return {
    async take(key) {
      const count = running(key) ?? begin(key);
      count.taken += 1;
      return { isOver: count.taken > times, waitMs: count.endsAtMs - nowMs() };
    },
    async giveBack(key) {
      const count = running(key);
      if (count && count.taken > 0) count.taken -= 1;
    },
  };
}
