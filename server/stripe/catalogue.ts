import type { Stripe } from 'stripe';
import type { Clock } from '../clock.ts';
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
const MAX_AGE_S = 5 * 60;
const MAX_ITEMS = 1_000;

/** One read at a time, however many ask; a failed one is forgotten. */
export function createCatalogueCache(stripe: Stripe, now: Clock): CatalogueCache {
  let reading: Promise<Catalogue> | null = null;
  let readAt = 0;
  return {
    get() {
      if (reading && now() - readAt < MAX_AGE_S) return reading;
      readAt = now();
      const current = readCatalogue(stripe);
      reading = current;
      current.catch(() => {
        if (reading === current) reading = null;
      });
      return current;
    },
    invalidate() {
      reading = null;
    },
  };
}

async function readCatalogue(stripe: Stripe): Promise<Catalogue> {
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
  return {
    products: new Map(products.map((product) => [product.id, product])),
    prices: new Map(prices.map((price) => [price.id, price])),
  };
}

/** The product id of a price, expanded or not. */
export function productIdOf(price: StripePrice): string {
  return idOf(price.product) ?? '';
}

/** What one unit costs in a currency that the price has, or null: tiered, or not to be had in it. */
export function unitAmountIn(price: StripePrice, currency: string): number | null {
  if (price.currency === currency) return price.unit_amount;
  return price.currency_options?.[currency]?.unit_amount ?? null;
}
