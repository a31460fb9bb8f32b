import { ProblemError } from './problem.ts';
import { StoreUnavailable, type Store } from './store/store.ts';

/** Runs what belongs to one key one after the other; different keys do not wait for each other. */
export interface Locks {
  /**
   * The next one begins when the work has ended, and with it all that it was told to wait for: a
   * customer is answered in time, also where a call of his is still on its way.
   * @throws `intent-in-progress` where the one before does not end in time; nothing was begun then.
   */
  run<T>(key: string, work: (awaiting: Await) => Promise<T>): Promise<T>;
}

export type Await = (unfinished: Promise<unknown>) => void;

/** Lets the next one begin. */
type Release = () => Promise<void>;

/** Prolonged while the work goes on; after a crash the customer waits no longer than this. */
const LIFETIME_MS = 4_000;
const PROLONG_EVERY_MS = 1_000;
export const WAIT_MS = 2_500;
const LOOK_EVERY_MS = 50;

interface LockOptions {
  store: Store;
  /** Hears that the store could not be asked. */
  onTrouble: (error: StoreUnavailable) => void;
  waitMs?: number;
}

/**
 * Within this process by a queue, across instances by the store. Where the store does not answer,
 * work goes on: Stripe's idempotency keys still stand between two instances and a thing done twice.
 */
export function createLocks({ store, onTrouble, waitMs = WAIT_MS }: LockOptions): Locks {
  const queues = new Map<string, Promise<unknown>>();

  return {
    async run(key, work) {
      const endsAt = performance.now() + waitMs;
      const before = queues.get(key);
      const turn = inTurn(before, endsAt, () => hold(key, endsAt));
      const unfinished = new Set<Promise<unknown>>();
      const answer = turn.then(() => work((one) => keepUntilSettled(unfinished, one)));
      const end = over(turn, answer, unfinished);
      // One that gave up waiting is over before the one that it waited for.
      const last = Promise.allSettled([before, end]);
      queues.set(key, last);
      void last.then(() => queues.get(key) === last && queues.delete(key));
      await Promise.allSettled([answer]);
      if (unfinished.size === 0) await end;
      return answer;
    },
  };

  async function hold(key: string, endsAt: number): Promise<Release> {
    const name = `lock:${key}`;
    const token = crypto.randomUUID();
    if (!(await acquire(name, token, endsAt))) return async () => {};
    const prolonging = setInterval(() => {
      store.extend(name, token, LIFETIME_MS).catch(() => {});
    }, PROLONG_EVERY_MS);
    return async () => {
      clearInterval(prolonging);
      await release(name, token);
    };
  }

  /** False where there is nobody to ask. */
  async function acquire(name: string, token: string, endsAt: number): Promise<boolean> {
    try {
      while (!(await store.add(name, token, LIFETIME_MS))) {
        if (performance.now() >= endsAt) tooLate();
        await sleep(LOOK_EVERY_MS);
      }
      return true;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      onTrouble(error);
      // It may have been set all the same, by an answer that comes too late: then nobody would hold it.
      void store.remove(name, token).catch(() => {});
      return false;
    }
  }

  async function release(name: string, token: string): Promise<void> {
    try {
      await store.remove(name, token);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      onTrouble(error);
    }
  }
}

async function over(
  turn: Promise<Release>,
  answer: Promise<unknown>,
  unfinished: ReadonlySet<Promise<unknown>>,
): Promise<void> {
  const release = await turn;
  await Promise.allSettled([answer]);
  await Promise.allSettled(unfinished);
  await release();
}

function keepUntilSettled(unfinished: Set<Promise<unknown>>, one: Promise<unknown>): void {
  unfinished.add(one);
  const settled = (): void => void unfinished.delete(one);
  one.then(settled, settled);
}

async function inTurn<T>(
  before: Promise<unknown> | undefined,
  endsAt: number,
  work: () => Promise<T>,
): Promise<T> {
  if (before) await Promise.race([before, sleep(endsAt - performance.now()).then(tooLate)]);
  return work();
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function tooLate(): never {
  throw new ProblemError('intent-in-progress');
}
