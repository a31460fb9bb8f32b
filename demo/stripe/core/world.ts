import { createBank } from '../payments/bank.ts';
import type { Bank } from '../payments/bank.ts';
import { accountWith } from './account.ts';
import type { AccountOptions, AccountSettings } from './account.ts';
import { Agenda } from './agenda.ts';
import type { Cause } from './cause.ts';
import { EventLog } from '../events/event-log.ts';
import { Clock } from './clock.ts';
import { DUE_SOURCES } from './due-sources.ts';
import { Store } from './store.ts';

/** The simulated account and its time; every handler gets it first. */
export interface World {
  readonly store: Store;
  readonly clock: Clock;
  readonly agenda: Agenda;
  /** What has happened, as Stripe tells of it. */
  readonly events: EventLog;
  readonly bank: Bank;
  /** Where the pages of invoices are. */
  readonly documentsUrl: string;
  /** Who does what is happening; null where it is time alone. Set by `causedBy`. */
  cause: Cause | null;
  account: AccountSettings;
}

export function createWorld(
  now: () => number,
  documentsUrl: string = 'https://invoice.stripe.com',
  account: AccountOptions = {},
): World {
  const world: World = {
    store: new Store(),
    clock: new Clock(now),
    agenda: new Agenda(DUE_SOURCES),
    events: new EventLog(),
    bank: createBank(),
    documentsUrl,
    cause: null,
    account: accountWith(account),
  };
  world.store.onCommit((changes) => world.agenda.note(world, changes));
  return world;
}
