import { createBank } from '../payments/bank.ts';
import type { Bank } from '../payments/bank.ts';
import type { Cause } from './cause.ts';
import { Clock } from './clock.ts';
import { Store } from './store.ts';

/** The simulated account and its time; every handler gets it first. */
export interface World {
  readonly store: Store;
  readonly clock: Clock;
  readonly bank: Bank;
  /** Where the pages of invoices are. */
  readonly documentsUrl: string;
  /** Who does what is happening; null where it is time alone. Set by `causedBy`. */
  cause: Cause | null;
}

export function createWorld(
  now: () => number,
  documentsUrl: string = 'https://invoice.stripe.com',
): World {
  return {
    store: new Store(),
    clock: new Clock(now),
    bank: createBank(),
    documentsUrl,
    cause: null,
  };
}
