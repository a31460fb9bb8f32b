import type { CustomerCache } from './cache/customer-cache.ts';
import { createOwnPlaces, type OwnPlaces } from './own-places.ts';
import { ProblemError } from './problem.ts';

/** How many calls are worked on at the same time. */
export interface Gate {
  /** For what asks Stripe. @throws `busy` at once where it is full; then nothing was begun. */
  pass: <T>(work: () => Promise<T>) => Promise<T>;
  /** The same for what one customer reads, of which only a few are in work at the same time. */
  read: OwnPlaces;
  /**
   * For what is mostly in memory, and passes only where it is not: while all places are taken by
   * those who wait for Stripe, whoever has been here lately is still served.
   */
  enter: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Stripe takes 25 calls a second of each kind, so some 25 first views, and nobody waits for it longer
 * than 8 s: more places would only be for those whom Stripe refuses. All at once they keep the
 * process busy for half a second.
 */
export const MAX_IN_WORK = 200;
/** Those too who wait for what another is reading: for them it costs a few kilobytes each. */
export const MAX_INSIDE = 2_000;
const RETRY_AFTER_S = 2;

/**
 * Of one customer's readings. Each asks Stripe some six times, at most a dozen, so four put at most a
 * second or two before those of others, and nobody is refused for them (stripe/http/paced-ask.ts).
 * A page asks for one or two at a time. Whoever clicks faster than Stripe answers wants the last
 * answer most, so a fifth waits a little, within the 8 s that a reading may take in all.
 */
export const OF_ONE_CUSTOMER = { places: 4, waiting: 8, waitMs: 500 };

/**
 * A queue without end helps nobody: by the time its last is served, he has gone. Whoever finds it
 * full is told so in no time, and everybody inside is served as fast as ever. A call is let in once
 * it has been read, so that those who send slowly keep no place from others.
 */
export function createGate({ inWork = MAX_IN_WORK, inside = MAX_INSIDE } = {}): Gate {
  const pass = createPlaces(inWork);
  const own = createOwnPlaces(OF_ONE_CUSTOMER);
  return {
    pass,
    // Whoever waits for a place of his own takes none from others.
    read: (customerId, work) => own(customerId, () => pass(work)),
    enter: createPlaces(inside),
  };
}

function createPlaces(max: number): Gate['pass'] {
  let taken = 0;
  return async (work) => {
    if (taken >= max) throw new ProblemError('busy', { retryAfterS: RETRY_AFTER_S });
    taken += 1;
    try {
      return await work();
    } finally {
      taken -= 1;
    }
  };
}

/** The same memory; whatever has to be read for it needs a place. */
export function gatedCache(cache: CustomerCache, gate: Gate): CustomerCache {
  return {
    ...cache,
    overview: (of, read) => cache.overview(of, () => gate.read(of.customerId, read)),
    customerId: (email, read) => cache.customerId(email, () => gate.pass(read)),
  };
}
