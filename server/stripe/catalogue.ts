import type { Stripe } from 'stripe';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { calling } from './gateway/bound.ts';
import { idOf } from './ids.ts';
import type { StripePrice, StripeProduct } from './types.ts';

/** What the account sells. The same for every customer, so it is read once and kept. */
export interface Catalogue {
  /** Archived ones too: somebody may still have them. */
  products: ReadonlyMap<string, StripeProduct>;
  /** Active and recurring, with their tiers and other currencies. */
  prices: ReadonlyMap<string, StripePrice>;
}

export interface CatalogueCache {
  get(): Promise<Catalogue>;
  /** A product or a price has changed: read again at the next need. */
  invalidate(): void;
}

/** As the hosted portal: what is sold changes seldom, and a webhook says so at once. */
export const CATALOGUE_S = 5 * 60;
/** A minute before that it is read again while the old one is still given out: nobody waits for it. */
const FRESH_S = CATALOGUE_S - 60;
/** While Stripe cannot be asked, an old catalogue is better than none for so long. */
const USABLE_S = 60 * 60;
/** After a reading that failed: nobody waits for another at once. */
const PAUSE_S = 10;
/** A reading that takes longer is not waited for: where a process is frozen, it may never end. */
const READING_S = 20;
/** Fifty pages of Stripe's: more than anybody chooses from. */
const MAX_ITEMS = 5_000;

interface CacheParts {
  now: Clock;
  log: Log;
}

/**
 * Read once, however many ask. When it is no longer fresh, it is given out still while one reads
 * it again; when it is too old (nobody has asked for a while), and after news of a product or a
 * price, all wait for the new one. Where that cannot be had, the old one will do for an hour.
 */
export function createCatalogueCache(stripe: Stripe, { now, log }: CacheParts): CatalogueCache {
  let kept: { catalogue: Catalogue; readAt: number } | null = null;
  let reading: { result: Promise<Catalogue>; startedAt: number } | null = null;
  let failedAt = -Infinity;
  let isUntrue = false;
  let invalidations = 0;

  const read = (): Promise<Catalogue> => {
    const startedAt = now();
    if (reading && Math.abs(startedAt - reading.startedAt) < READING_S) return reading.result;
    const current = { result: readCatalogue(stripe, log), startedAt };
    const before = invalidations;
    reading = current;
    const settle = async (): Promise<void> => {
      try {
        const catalogue = await current.result;
        // One that took so long that another was begun is as good, unless that one is here already.
        if (invalidations !== before || (kept && kept.readAt > startedAt)) return;
        kept = { catalogue, readAt: startedAt };
        if (reading === current) reading = null;
        isUntrue = false;
      } catch {
        if (reading !== current) return;
        reading = null;
        failedAt = now();
        log('warn', 'catalogue not read', {
          advice: kept ? 'The old one is used.' : 'There is none.',
        });
      }
    };
    void settle();
    return current.result;
  };

  return {
    async get() {
      const old = kept;
      const ageS = old === null ? Infinity : Math.abs(now() - old.readAt);
      const mayAsk = Math.abs(now() - failedAt) >= PAUSE_S;
      if (old === null || ageS >= USABLE_S) return read();
      if (!mayAsk || (ageS < FRESH_S && !isUntrue)) return old.catalogue;
      const next = read().catch(() => old.catalogue);
      return isUntrue || ageS >= CATALOGUE_S ? next : old.catalogue;
    },
    invalidate() {
      isUntrue = true;
      invalidations += 1;
      reading = null;
      failedAt = -Infinity;
    },
  };
}

async function readCatalogue(stripe: Stripe, log: Log): Promise<Catalogue> {
  const [products, prices] = await calling('read', () =>
    Promise.all([
      stripe.products.list({ limit: 100 }).autoPagingToArray({ limit: MAX_ITEMS }),
      stripe.prices
        .list({
          active: true,
          type: 'recurring',
          limit: 100,
          expand: ['data.tiers', 'data.currency_options'],
        })
        .autoPagingToArray({ limit: MAX_ITEMS }),
    ]),
  );
  for (const [part, { length: count }] of Object.entries({ products, prices })) {
    if (count >= MAX_ITEMS) log('warn', 'catalogue cut', { part, count, advice: ADVICE[part] });
  }
  return {
    products: new Map(products.map((product) => [product.id, product])),
    prices: new Map(prices.map((price) => [price.id, price])),
  };
}

/** Stripe lists the newest first, so it is the oldest that are missing. */
const ADVICE: Record<string, string> = {
  products:
    'The plans of the oldest products are shown without a name: give their prices a nickname.',
  prices: 'The oldest prices are not offered. Archive those that nobody is to choose.',
};

/** The product id of a price, expanded or not. */
export function productIdOf(price: StripePrice): string {
  return idOf(price.product) ?? '';
}

/** What one unit costs in a currency that the price has, or null: tiered, or not to be had in it. */
export function unitAmountIn(price: StripePrice, currency: string): number | null {
  if (price.currency === currency) return price.unit_amount;
  return price.currency_options?.[currency]?.unit_amount ?? null;
}
