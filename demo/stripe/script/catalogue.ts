import { expect } from 'vitest';
import type { Step } from './story.ts';

/** What is for sale. */
export const CATALOGUE: Step[] = [
  [
    'makes a product with features and a unit',
    async ({ stripe, call }) => {
      const features = [{ name: 'All you need' }];
      const product = call(
        'basic',
        await stripe.products.create({
          name: 'Basic',
          unit_label: 'seat',
          marketing_features: features,
        }),
      );
      expect(product).toMatchObject({ object: 'product', active: true, unit_label: 'seat' });
    },
  ],
  [
    'describes another product afterwards',
    async ({ stripe, call }) => {
      const { id } = call('plus', await stripe.products.create({ name: 'Plus' }));
      const plus = await stripe.products.update(id, { description: 'More', metadata: { rank: 2 } });
      expect(plus).toMatchObject({ description: 'More', metadata: { rank: '2' } });
    },
  ],
  [
    'finds products by their ids, newest first',
    async ({ stripe, the }) => {
      const ids = [the('basic'), the('plus')];
      const { data } = await stripe.products.list({ ids, active: true });
      expect(data.map(({ id }) => id)).toEqual([the('plus'), the('basic')]);
    },
  ],
  [
    'reads one product',
    async ({ stripe, the }) => {
      expect((await stripe.products.retrieve(the('plus'))).name).toBe('Plus');
    },
  ],
  [
    'prices it by the month, in two currencies',
    async ({ stripe, call, the }) => {
      const price = await stripe.prices.create({
        product: the('basic'),
        currency: 'usd',
        unit_amount: 1000,
        recurring: { interval: 'month' },
        currency_options: { eur: { unit_amount: 900 } },
        lookup_key: 'basic_monthly',
        expand: ['currency_options'],
      });
      call('basic monthly', price);
      expect(price.currency_options?.eur?.unit_amount).toBe(900);
      expect(price.currency_options?.usd?.unit_amount).toBe(1000);
    },
  ],
  [
    'prices the better one by the month and by the year',
    async ({ stripe, call, the }) => {
      const one = { product: the('plus'), currency: 'usd' };
      const month = { ...one, unit_amount: 3000, recurring: { interval: 'month' as const } };
      const year = { ...one, unit_amount: 30_000, recurring: { interval: 'year' as const } };
      call('plus monthly', await stripe.prices.create(month));
      const yearly = call('plus yearly', await stripe.prices.create(year));
      expect(yearly.recurring).toMatchObject({ interval: 'year', interval_count: 1 });
    },
  ],
  [
    'prices seats by graduated tiers',
    async ({ stripe, call, the }) => {
      const price = await stripe.prices.create({
        product: the('plus'),
        currency: 'usd',
        billing_scheme: 'tiered',
        tiers_mode: 'graduated',
        tiers: [
          { up_to: 5, unit_amount: 500 },
          { up_to: 'inf', unit_amount: 300, flat_amount: 100 },
        ],
        recurring: { interval: 'month' },
        expand: ['tiers'],
      });
      call('graduated', price);
      expect(price).toMatchObject({ unit_amount: null, tiers_mode: 'graduated' });
      expect(price.tiers?.map((tier) => tier.up_to)).toEqual([5, null]);
    },
  ],
  [
    'prices packages of ten, rounded up',
    async ({ stripe, call, the }) => {
      const price = await stripe.prices.create({
        product: the('plus'),
        currency: 'usd',
        unit_amount: 700,
        transform_quantity: { divide_by: 10, round: 'up' },
        recurring: { interval: 'month' },
      });
      call('packages', price);
      expect(price.transform_quantity).toEqual({ divide_by: 10, round: 'up' });
    },
  ],
  [
    'sells something once',
    async ({ stripe, call, the }) => {
      const product = the('basic');
      const price = await stripe.prices.create({ product, currency: 'usd', unit_amount: 4900 });
      call('set-up fee', price);
      expect(price).toMatchObject({ type: 'one_time', recurring: null });
    },
  ],
  [
    'gives a price a nickname',
    async ({ stripe, the }) => {
      const price = await stripe.prices.update(the('graduated'), { nickname: 'By seats' });
      expect(price.nickname).toBe('By seats');
    },
  ],
  [
    'finds a price by its lookup key',
    async ({ stripe, the }) => {
      const { data } = await stripe.prices.list({ lookup_keys: ['basic_monthly'] });
      expect(data.map(({ id }) => id)).toEqual([the('basic monthly')]);
    },
  ],
  [
    'reads a page of prices with their products and tiers, and the next page',
    async ({ stripe }) => {
      const expand = ['data.product', 'data.tiers'];
      const query = { active: true, type: 'recurring', limit: 3, expand } as const;
      const first = await stripe.prices.list(query);
      expect(first).toMatchObject({ has_more: true });
      expect(first.data[0]?.product).toMatchObject({ object: 'product' });
      const last = first.data.at(-1)?.id ?? '';
      const rest = await stripe.prices.list({ ...query, starting_after: last });
      expect(rest).toMatchObject({ has_more: false });
      expect(rest.data).toHaveLength(2);
    },
  ],
  [
    'retires a price',
    async ({ stripe, the }) => {
      const price = await stripe.prices.update(the('packages'), { active: false });
      expect(price.active).toBe(false);
      expect((await stripe.prices.retrieve(price.id)).active).toBe(false);
    },
  ],
  [
    'has a tax on top and a tax within',
    async ({ stripe, call }) => {
      const vat = { display_name: 'VAT', percentage: 20, inclusive: false, country: 'GB' };
      const gst = { display_name: 'GST', percentage: 10, inclusive: true };
      call('VAT', await stripe.taxRates.create(vat));
      const within = call('GST', await stripe.taxRates.create(gst));
      expect(within).toMatchObject({ inclusive: true, percentage: 10 });
      expect((await stripe.taxRates.list({ inclusive: false })).data).toHaveLength(1);
      expect((await stripe.taxRates.retrieve(within.id)).display_name).toBe('GST');
    },
  ],
];
