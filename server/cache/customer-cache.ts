import type { Overview } from '../../contract/billing.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { createKept, type Reading } from './kept.ts';
import { createLine } from './line.ts';

/**
 * What was read of customers lately. Changes never start from it: they read for themselves.
 * Forgetting resolves to whether the other instances could be told; here it is done in any case.
 */
export interface CustomerCache {
  /** A customer's overview in one portal, as JSON. */
  overview(
    of: { portal: string; customerId: string },
    read: () => Promise<Overview>,
  ): Promise<string>;
  /** The customer id of an email; that there is none is kept for a few seconds only. */
  customerId(email: string, read: () => Promise<string | null>): Promise<string | null>;
  /** Something of this customer has changed. */
  forget(customerId: string): Promise<boolean>;
  /** Something has changed that is shown to whoever it belongs to, and nobody says who that is. */
  forgetShowing(objectId: string): Promise<boolean>;
  /** Emails have other owners now. */
  forgetEmails(): Promise<boolean>;
  /** Something that many are shown has changed, like the name of a product. */
  forgetAll(): Promise<boolean>;
}

interface CacheOptions {
  store: Store;
  now: Clock;
  portals: readonly string[];
  lifetimeS: number;
  /** What else is no longer true when everything is to be read again: the catalogue. */
  onForgetAll: () => void;
  maxBytes?: number;
  /** From 0 to 1; by default chance. */
  random?: () => number;
  /** Hears that the other instances could not be told. */
  onTrouble: () => void;
}

/** While the other instances cannot be heard: long enough for a burst, short enough to be forgiven. */
const MAX_LIFETIME_OUT_OF_TOUCH_S = 5;
/** A page that loads itself again and again asks Stripe no more often; a new customer waits no longer. */
const MAX_LIFETIME_OF_NOBODY_S = 3;
/** 10,000 customers of 6 KB, and room to spare. */
const MAX_BYTES = 128 * 1024 * 1024;

const EVERYTHING = '*';
const EMAILS = '@';
/** Followed by an id. */
const SHOWING = 'showing ';

export function createCustomerCache(options: CacheOptions): CustomerCache {
  const { store, now, portals, maxBytes = MAX_BYTES, onForgetAll, onTrouble } = options;
  const overviews = createKept<string>({ maxBytes, now });
  const emails = createKept<string | null>({ maxBytes: maxBytes / 16, now });

  const forgetHere = (what: string): void => {
    if (what === EVERYTHING || what === EMAILS) emails.forgetAll();
    if (what === EMAILS) return;
    if (what === EVERYTHING) {
      overviews.forgetAll();
      onForgetAll();
    } else if (what.startsWith(SHOWING)) {
      const id = JSON.stringify(what.slice(SHOWING.length));
      overviews.forgetWhere((overview) => overview.includes(id));
    } else {
      for (const portal of portals) overviews.forget(`${what} ${portal}`);
    }
  };
  const line = createLine({
    store,
    now,
    hear: forgetHere,
    onGap: () => forgetHere(EVERYTHING),
    onTrouble,
  });
  const forget = async (what: string): Promise<boolean> => {
    forgetHere(what);
    return line.tell(what);
  };
  const untilWhen = (): number => now() + lifetime(options, line.isUp());

  return {
    overview({ portal, customerId }, read) {
      line.check();
      return overviews.get(`${customerId} ${portal}`, async () => {
        const overview = await read();
        const until = Math.min(untilWhen(), nextMoment(overview, now()));
        return reading(JSON.stringify(overview), until);
      });
    },
    customerId: (email, read) =>
      emails.get(email, async () => {
        const id = await read();
        const until = untilWhen();
        return id === null
          ? { ...reading('', Math.min(until, now() + MAX_LIFETIME_OF_NOBODY_S)), value: null }
          : reading(id, until);
      }),
    forget,
    forgetShowing: (objectId) => forget(`${SHOWING}${objectId}`),
    forgetEmails: () => forget(EMAILS),
    forgetAll: () => forget(EVERYTHING),
  };
}

/**
 * Half of it at least, the rest by chance: what was read in one burst is then not read again in one.
 * Two thousand customers at five hundred views a second ask Stripe for each thing some eleven times
 * a second, and never more than twenty.
 */
function lifetime({ lifetimeS, random = Math.random }: CacheOptions, isInTouch: boolean): number {
  const spread = lifetimeS * (0.5 + random() / 2);
  return isInTouch ? spread : Math.min(spread, MAX_LIFETIME_OUT_OF_TOUCH_S);
}

/** When it will no longer be as it was read, by itself: a period ends, a trial, a pause. */
function nextMoment({ subscriptions }: Overview, now: number): number {
  const moments = subscriptions.flatMap((one) => [
    one.currentPeriodEndAt,
    one.cancelAt,
    one.trialEndAt,
    one.pause?.resumesAt,
    one.nextInvoice?.dueAt,
  ]);
  return Math.min(...moments.filter((at): at is number => typeof at === 'number' && at > now));
}

function reading(value: string, until: number): Reading<string> {
  return { value, until, bytes: 2 * value.length + 200 };
}
