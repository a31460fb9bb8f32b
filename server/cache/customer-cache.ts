import type { Overview } from '../../contract/billing.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { createKept, type Reading } from './kept.ts';

/** What was read of customers lately. Changes never start from it: they read for themselves. */
export interface CustomerCache {
  /** A customer's overview in one portal, as JSON. */
  overview(
    of: { portal: string; customerId: string },
    read: () => Promise<Overview>,
  ): Promise<string>;
  /** The customer id of an email. */
  customerId(email: string, read: () => Promise<string>): Promise<string>;
  /** Something of this customer has changed: here, and at the other instances too. */
  forget(customerId: string): Promise<void>;
  /** Something that many show has changed, like the name of a product. */
  forgetAll(): Promise<void>;
}

interface CacheOptions {
  store: Store;
  now: Clock;
  portals: readonly string[];
  lifetimeS: number;
  /** What else is no longer true when everything is to be read again: the catalogue. */
  onForgetAll: () => void;
  maxBytes?: number;
  /** Hears that the other instances could not be told. */
  onTrouble: () => void;
}

/** While the other instances cannot be heard: long enough for a burst, short enough to be forgiven. */
const MAX_LIFETIME_OUT_OF_TOUCH_S = 5;
/** 10,000 customers of 6 KB, and room to spare. */
const MAX_BYTES = 128 * 1024 * 1024;

const CHANNEL = 'changed';
const EVERYTHING = '*';

export function createCustomerCache(options: CacheOptions): CustomerCache {
  const { store, now, portals, lifetimeS, maxBytes = MAX_BYTES, onForgetAll, onTrouble } = options;
  const overviews = createKept<string>({ maxBytes, now });
  const emails = createKept<string>({ maxBytes: maxBytes / 16, now });
  let isInTouch = true;

  const forgetHere = (what: string): void => {
    // A customer's email may be what has changed, or a second one may have come with the same.
    emails.forgetAll();
    if (what === EVERYTHING) {
      overviews.forgetAll();
      onForgetAll();
    } else {
      for (const portal of portals) overviews.forget(`${what} ${portal}`);
    }
  };
  const forget = async (what: string): Promise<void> => {
    forgetHere(what);
    await store.publish(CHANNEL, what).catch(onTrouble);
  };
  const lifetime = (): number =>
    isInTouch ? lifetimeS : Math.min(lifetimeS, MAX_LIFETIME_OUT_OF_TOUCH_S);

  void store.subscribe(CHANNEL, {
    hear: forgetHere,
    line(isUp) {
      isInTouch = isUp;
      forgetHere(EVERYTHING);
    },
  });

  return {
    overview: ({ portal, customerId }, read) =>
      overviews.get(`${customerId} ${portal}`, async () => {
        const overview = await read();
        const until = Math.min(now() + lifetime(), nextMoment(overview, now()));
        return reading(JSON.stringify(overview), until);
      }),
    customerId: (email, read) =>
      emails.get(email, async () => reading(await read(), now() + lifetime())),
    forget,
    forgetAll: () => forget(EVERYTHING),
  };
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
