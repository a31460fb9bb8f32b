import { ProblemError } from './problem.ts';

/** How many calls are worked on at the same time. */
export interface Gate {
  /** @throws `busy` at once where it is full; then nothing was begun. */
  pass<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Far more than wait for Stripe on a busy day (100 calls a second, of a second at most), and few
 * enough that a Stripe which hangs does not fill the memory with those who wait for it.
 */
export const MAX_IN_WORK = 500;
const RETRY_AFTER_S = 2;

/**
 * A queue without end helps nobody: by the time its last is served, he has gone. Whoever finds it
 * full is told so in no time, and everybody inside is served as fast as ever. A call is let in once
 * it has been read, so that those who send slowly keep no place from others.
 */
export function createGate(max = MAX_IN_WORK): Gate {
  let inWork = 0;
  return {
    async pass(work) {
      if (inWork >= max) throw new ProblemError('busy', { retryAfterS: RETRY_AFTER_S });
      inWork += 1;
      try {
        return await work();
      } finally {
        inWork -= 1;
      }
    },
  };
}
