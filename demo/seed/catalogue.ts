import type Stripe from 'stripe';

type ProductKey = 'starter' | 'pro' | 'team' | 'archive';
type PriceKey =
  | 'starterMonthly'
  | 'starterYearly'
  | 'proMonthly'
  | 'proYearly'
  | 'teamMonthly'
  | 'teamYearly'
  | 'archiveMonthly'
  | 'archiveWeekly';

/** Ids of what Lumen Notes sells. */
export interface Catalogue {
  products: Record<ProductKey, string>;
  prices: Record<PriceKey, string>;
}

const PRODUCTS: Record<ProductKey, Stripe.ProductCreateParams> = {
  starter: {
    id: 'prod_LumenStarter',
    name: 'Starter',
    description: 'For your own notes.',
    marketing_features: [{ name: '1,000 notes' }, { name: 'Two devices' }],
  },
  pro: {
    id: 'prod_LumenPro',
    name: 'Pro',
    description: 'For people who write every day.',
    marketing_features: [
      { name: 'Unlimited notes' },
      { name: 'All devices' },
      { name: 'History of one year' },
    ],
  },
  team: {
    id: 'prod_LumenTeam',
    name: 'Team',
    description: 'Shared notebooks for a whole team.',
    unit_label: 'seat',
    marketing_features: [{ name: 'Everything in Pro' }, { name: 'Shared notebooks' }],
  },
  archive: {
    id: 'prod_LumenArchive',
    name: 'Archive storage',
    description: '100 GB for old attachments.',
  },
};

/** In cents of a dollar and of a euro, and in yen where it is sold there. */
interface Amounts {
  product: ProductKey;
  interval: 'week' | 'month' | 'year';
  usd: number;
  eur: number;
  jpy?: number;
}

const PRICES: Record<PriceKey, Amounts> = {
  starterMonthly: { product: 'starter', interval: 'month', usd: 900, eur: 900, jpy: 1300 },
  starterYearly: { product: 'starter', interval: 'year', usd: 9000, eur: 9000, jpy: 13_000 },
  proMonthly: { product: 'pro', interval: 'month', usd: 2900, eur: 2700, jpy: 4200 },
  proYearly: { product: 'pro', interval: 'year', usd: 29_000, eur: 27_000, jpy: 42_000 },
  teamMonthly: { product: 'team', interval: 'month', usd: 1200, eur: 1100 },
  teamYearly: { product: 'team', interval: 'year', usd: 12_000, eur: 11_000 },
  archiveMonthly: { product: 'archive', interval: 'month', usd: 500, eur: 500 },
  archiveWeekly: { product: 'archive', interval: 'week', usd: 150, eur: 150 },
};

export async function createCatalogue(stripe: Stripe): Promise<Catalogue> {
  for (const product of Object.values(PRODUCTS)) await stripe.products.create(product);
  const products = mapKeys(PRODUCTS, (product) => product.id ?? '');
  const prices: Partial<Record<PriceKey, string>> = {};
  for (const key of keysOf(PRICES)) {
    prices[key] = (await stripe.prices.create(priceParams(key, products))).id;
  }
  return { products, prices: mapKeys(PRICES, (_amounts, key) => prices[key] ?? '') };
}

function priceParams(key: PriceKey, products: Catalogue['products']): Stripe.PriceCreateParams {
  const { product, interval, usd, eur, jpy } = PRICES[key];
  return {
    product: products[product],
    currency: 'usd',
    unit_amount: usd,
    recurring: { interval },
    lookup_key: `lumen_${product}_${interval}`,
    tax_behavior: 'exclusive',
    currency_options: {
      eur: { unit_amount: eur, tax_behavior: 'exclusive' },
      ...(jpy === undefined ? {} : { jpy: { unit_amount: jpy, tax_behavior: 'exclusive' } }),
    },
  };
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[];
}

function mapKeys<Key extends string, From, To>(
  record: Record<Key, From>,
  change: (value: From, key: Key) => To,
): Record<Key, To> {
  const entries = keysOf(record).map((key): [Key, To] => [key, change(record[key], key)]);
  return Object.fromEntries(entries) as Record<Key, To>;
}
