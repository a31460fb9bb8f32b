import type { CreateSharedLimiter } from '../limits/limiter.ts';

/**
 * A small, expiring memory that all instances of one server share. Nothing in it is the only copy
 * of anything: Stripe is the database. Two drivers, one test suite over both (store.suite.ts).
 */
export interface Store {
  /** Null where nothing is, or what was there has expired. */
  get(key: string): Promise<string | null>;
  set(key: string, value: string, lifetimeMs: number): Promise<void>;
  /** Sets it only where nothing is, and says whether it did: of many at once, one does. */
  add(key: string, value: string, lifetimeMs: number): Promise<boolean>;
  /** Takes it away only while it still is `value`, and says whether it did. */
  remove(key: string, value: string): Promise<boolean>;
  /** Gives it a new lifetime only while it still is `value`, and says whether it did. */
  extend(key: string, value: string, lifetimeMs: number): Promise<boolean>;
  /** Says something to every instance, this one included. */
  publish(channel: string, message: string): Promise<void>;
  subscribe(channel: string, listener: Listener): Promise<void>;
  /** Rejects unless the store answers, can be written to, and can be heard. */
  check(): Promise<void>;
  /** Where left out, each instance counts for itself. */
  limiters?: CreateSharedLimiter;
  stop(): Promise<void>;
}

export interface Listener {
  hear: (message: string) => void;
  /** The line is down, or up again: in between, something may have been said and not heard. */
  line: (isUp: boolean) => void;
}

/** The store does not answer in time, or refuses. What to do then is each caller's own decision. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('The store is not available.', { cause });
    this.name = 'StoreUnavailable';
  }
}
