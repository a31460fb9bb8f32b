import { expect } from 'vitest';
import { refusal } from './story.ts';
import type { Step } from './story.ts';

/** For less. */
export const PROMOTIONS: Step[] = [
  [
    'makes a coupon for some months',
    async ({ stripe, call }) => {
      const coupon = await stripe.coupons.create({
        name: 'Welcome',
        percent_off: 25,
        duration: 'repeating',
        duration_in_months: 2,
      });
      call('quarter off', coupon);
      expect(coupon).toMatchObject({ valid: true, times_redeemed: 0, duration_in_months: 2 });
    },
  ],
  [
    'makes a coupon of an amount, for one product, under an id of its own',
    async ({ stripe, the }) => {
      const coupon = await stripe.coupons.create({
        id: 'THREE',
        amount_off: 300,
        currency: 'usd',
        currency_options: { eur: { amount_off: 250 } },
        applies_to: { products: [the('plus')] },
        duration: 'once',
        expand: ['applies_to', 'currency_options'],
      });
      expect(coupon.applies_to?.products).toEqual([the('plus')]);
      expect(coupon.currency_options?.eur?.amount_off).toBe(250);
    },
  ],
  [
    'renames a coupon, and reads it and all',
    async ({ stripe }) => {
      expect((await stripe.coupons.update('THREE', { name: 'Three off' })).name).toBe('Three off');
      expect((await stripe.coupons.retrieve('THREE')).amount_off).toBe(300);
      expect((await stripe.coupons.list({ limit: 10 })).data).toHaveLength(2);
    },
  ],
  [
    'refuses the same coupon id twice',
    async ({ stripe }) => {
      const again = stripe.coupons.create({ id: 'THREE', percent_off: 1, duration: 'once' });
      expect(await refusal(again)).toMatchObject({
        statusCode: 400,
        code: 'resource_already_exists',
      });
    },
  ],
  [
    'gives a coupon a code',
    async ({ stripe, call, the }) => {
      const code = await stripe.promotionCodes.create({
        code: 'Spring',
        promotion: { type: 'coupon', coupon: the('quarter off') },
        max_redemptions: 10,
      });
      call('Spring', code);
      expect(code).toMatchObject({ active: true, times_redeemed: 0, max_redemptions: 10 });
    },
  ],
  [
    'finds a code however it is written',
    async ({ stripe, the }) => {
      const expand = ['data.promotion.coupon'];
      const { data } = await stripe.promotionCodes.list({ code: 'sPRING', active: true, expand });
      expect(data.map(({ id }) => id)).toEqual([the('Spring')]);
      expect(data[0]?.promotion.coupon).toMatchObject({ percent_off: 25 });
    },
  ],
  [
    'notes on a code, and reads it',
    async ({ stripe, the }) => {
      await stripe.promotionCodes.update(the('Spring'), { metadata: { from: 'story' } });
      const code = await stripe.promotionCodes.retrieve(the('Spring'));
      expect(code.metadata).toEqual({ from: 'story' });
    },
  ],
];
