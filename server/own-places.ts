import { ProblemError } from './problem.ts';

export interface OwnPlacesOptions {
  /** At the same time, of one key. */
  places: number;
  /** How many more of one key may wait for one of them, and for how long. */
  waiting: number;
  waitMs: number;
}

/** @throws `busy` where no place of its own came free in time; then nothing was begun. */
export type OwnPlaces = <T>(key: string, work: () => Promise<T>) => Promise<T>;

interface Own {
  taken: number;
  /** In the order in which they came; each is called when it has its place. */
  waiting: Set<() => void>;
}

const RETRY_AFTER_S = 1;

/**
 * So many places for each key, whatever others do. A key is remembered only while it has a place, so
 * there are never more of them than works under way.
 */
export function createOwnPlaces(options: OwnPlacesOptions): OwnPlaces {
  const owns = new Map<string, Own>();
  const leave = (key: string, own: Own): void => {
    const [next] = own.waiting;
    if (next) return next();
    own.taken -= 1;
    if (own.taken === 0) owns.delete(key);
  };
  return async (key, work) => {
    const own = owns.get(key) ?? { taken: 0, waiting: new Set() };
    if (own.taken < options.places) {
      own.taken += 1;
      owns.set(key, own);
    } else {
      await wait(own, options);
    }
    try {
      return await work();
    } finally {
      leave(key, own);
    }
  };
}

/** Resolves with the place of one who left. */
function wait({ waiting }: Own, options: OwnPlacesOptions): Promise<void> {
  const busy = new ProblemError('busy', { retryAfterS: RETRY_AFTER_S });
  if (waiting.size >= options.waiting) return Promise.reject(busy);
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      waiting.delete(go);
      clearTimeout(timer);
      settle();
    };
    const go = (): void => end(resolve);
    const timer = setTimeout(() => end(() => reject(busy)), options.waitMs);
    waiting.add(go);
  });
}
