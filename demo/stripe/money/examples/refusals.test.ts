import type Stripe from 'stripe';
import { momentOf } from '../../testing/till.ts';
import type { Till } from '../../testing/till.ts';
import { proveRefusals } from '../../testing/worked-example.ts';

const COUPONS = 'https://docs.stripe.com/billing/subscriptions/coupons';
const UPDATE = 'https://docs.stripe.com/api/subscriptions/update';
const CREATE = 'https://docs.stripe.com/api/subscriptions/create';

type CodeParams = Partial<Stripe.PromotionCodeCreateParams>;

/** A code for a fifth off. */
async function codeFor(till: Till, params: CodeParams): Promise<string> {
  const coupon = await till.coupon({ percent_off: 20, duration: 'forever' });
  const promotion = { type: 'coupon' as const, coupon };
  return (await till.stripe.promotionCodes.create({ promotion, ...params })).id;
}

/** A new subscription for 10 USD with that discount. */
async function redeem(till: Till, discount: Stripe.SubscriptionCreateParams.Discount) {
  return till.subscribe([{ price: await till.price(1000) }], { discounts: [discount] });
}

const atLeast20 = {
  restrictions: { minimum_amount: 2000, minimum_amount_currency: 'usd' },
} as const;

proveRefusals('A promotion code is refused', [
  {
    title: 'under its minimum amount',
    source: COUPONS,
    opensAt: '2026-04-01',
    play: async (till) => redeem(till, { promotion_code: await codeFor(till, atLeast20) }),
    refusal: { param: 'discounts[0][promotion_code]' },
  },
  {
    title: 'on an update when it has a minimum amount',
    source: COUPONS,
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(5000) }]);
      return till.change({ discounts: [{ promotion_code: await codeFor(till, atLeast20) }] });
    },
    refusal: { param: 'discounts[0][promotion_code]' },
  },
  {
    title: 'on an item when it has a minimum amount',
    source: COUPONS,
    opensAt: '2026-04-01',
    play: async (till) => {
      const discounts = [{ promotion_code: await codeFor(till, atLeast20) }];
      return till.subscribe([{ price: await till.price(5000), discounts }]);
    },
    refusal: { param: 'items[0][discounts][0][promotion_code]' },
  },
  {
    title: 'for a customer who has paid before, when it is for first orders',
    source: COUPONS,
    opensAt: '2026-04-01',
    play: async (till) => {
      const first = { restrictions: { first_time_transaction: true } };
      await till.subscribe([{ price: await till.price(1000) }]);
      return redeem(till, { promotion_code: await codeFor(till, first) });
    },
    refusal: { param: 'discounts[0][promotion_code]' },
  },
  {
    title: 'for a customer who had a trial, when it is for first orders',
    source: COUPONS,
    opensAt: '2026-04-01',
    play: async (till) => {
      const first = { restrictions: { first_time_transaction: true } };
      await till.subscribe([{ price: await till.price(1000) }], { trial_period_days: 7 });
      await till.stripe.subscriptions.cancel(till.subscription);
      return redeem(till, { promotion_code: await codeFor(till, first) });
    },
    refusal: { param: 'discounts[0][promotion_code]' },
  },
  {
    title: 'for another customer than its own',
    source: COUPONS,
    opensAt: '2026-04-01',
    play: async (till) => {
      const { id: customer } = await till.stripe.customers.create({});
      return redeem(till, { promotion_code: await codeFor(till, { customer }) });
    },
    refusal: { param: 'discounts[0][promotion_code]' },
  },
  {
    title: 'after its last day',
    source: COUPONS,
    opensAt: '2026-04-01',
    play: async (till) => {
      const code = await codeFor(till, { expires_at: momentOf('2026-04-10') });
      till.goTo('2026-04-10');
      return redeem(till, { promotion_code: code });
    },
    refusal: { param: 'discounts[0][promotion_code]' },
  },
  {
    title: 'once it was redeemed as often as it may',
    source: COUPONS,
    opensAt: '2026-04-01',
    play: async (till) => {
      const code = await codeFor(till, { max_redemptions: 1 });
      await redeem(till, { promotion_code: code });
      return redeem(till, { promotion_code: code });
    },
    refusal: { param: 'discounts[0][promotion_code]' },
  },
]);

proveRefusals('A coupon is refused', [
  {
    title: 'from its redeem_by on',
    source: COUPONS,
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 20, redeem_by: momentOf('2026-04-10') });
      till.goTo('2026-04-10');
      return redeem(till, { coupon });
    },
    refusal: { param: 'discounts[0][coupon]' },
  },
  {
    title: 'once it was redeemed as often as it may, by whomever',
    source: COUPONS,
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 20, max_redemptions: 2 });
      await redeem(till, { coupon });
      await redeem(till, { coupon });
      return redeem(till, { coupon });
    },
    refusal: { param: 'discounts[0][coupon]' },
  },
  {
    title: 'when it was deleted',
    source: COUPONS,
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 20 });
      await till.stripe.coupons.del(coupon);
      return redeem(till, { coupon });
    },
    refusal: { code: 'resource_missing', param: 'discounts[0][coupon]' },
  },
]);

proveRefusals('A change is refused', [
  {
    title: 'with a proration_date and no prorations',
    source: UPDATE,
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), quantity: 2 }];
      const proration_date = momentOf('2026-04-10');
      return till.change({ items, proration_behavior: 'none', proration_date });
    },
    refusal: { param: 'proration_date' },
  },
  {
    title: 'with a proration_date after the period',
    source: UPDATE,
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      const items = [{ id: await till.item(), quantity: 2 }];
      return till.change({ items, proration_date: momentOf('2026-05-02') });
    },
    refusal: { param: 'proration_date' },
  },
  {
    title: 'with a trial that is over',
    source: UPDATE,
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      return till.change({ trial_end: momentOf('2026-04-15') });
    },
    refusal: { param: 'trial_end' },
  },
  {
    title: 'that takes the last item away',
    source: UPDATE,
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      return till.change({ items: [{ id: await till.item(), deleted: true }] });
    },
    refusal: {},
  },
  {
    title: 'that has the same price twice',
    source: UPDATE,
    opensAt: '2026-04-01',
    play: async (till) => {
      const price = await till.price(1000);
      await till.subscribe([{ price }]);
      return till.change({ items: [{ price }] });
    },
    refusal: {},
  },
  {
    title: 'when a new subscription has its anchor after the first natural billing date',
    source: CREATE,
    opensAt: '2026-04-01',
    play: async (till) =>
      till.subscribe([{ price: await till.price(1000) }], {
        billing_cycle_anchor: momentOf('2026-05-02'),
      }),
    refusal: { param: 'billing_cycle_anchor' },
  },
]);
