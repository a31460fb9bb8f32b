import { Clock } from './clock.ts';
import { Store } from './store.ts';

/** The simulated account and its time; every handler gets it first. */
export interface World {
  readonly store: Store;
  readonly clock: Clock;
}

export function createWorld(now: () => number): World {
  return { store: new Store(), clock: new Clock(now) };
}
