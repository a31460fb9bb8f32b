import { Clock } from './clock.ts';
import { Store } from './store.ts';

/** The simulated account and its time; every handler gets it first. */
export interface World {
  readonly store: Store;
  readonly clock: Clock;
  /** Where the pages of invoices are. */
  readonly documentsUrl: string;
}

export function createWorld(
  now: () => number,
  documentsUrl: string = 'https://invoice.stripe.com',
): World {
  return { store: new Store(), clock: new Clock(now), documentsUrl };
}
