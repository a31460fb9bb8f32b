import { expect } from 'vitest';
import { idOf } from './story.ts';
import type { Step } from './story.ts';

/** From the first look to the first renewal. Her month begins on 31 January. */
export const SUBSCRIPTIONS: Step[] = [
  [
    'shows what a subscription would cost',
    async ({ stripe, the }) => {
      const preview = await stripe.invoices.createPreview({
        customer: the('Ada'),
        discounts: [{ promotion_code: the('Spring') }],
        subscription_details: { items: [{ price: the('basic monthly'), quantity: 2 }] },
      });
      // 20.00 less a quarter, less 5.00 of credit.
      expect(preview).toMatchObject({ subtotal: 2000, total: 1500, amount_due: 1000 });
    },
  ],
  [
    'subscribes her with the code and with tax',
    async ({ stripe, call, the }) => {
      const made = await stripe.subscriptions.create({
        customer: the('Ada'),
        items: [{ price: the('basic monthly'), quantity: 2, tax_rates: [the('VAT')] }],
        discounts: [{ promotion_code: the('Spring') }],
        payment_settings: { save_default_payment_method: 'on_subscription' },
        expand: ['latest_invoice.payments', 'pending_setup_intent'],
      });
      call('subscription', made);
      call('seats', made.items.data[0] ?? { id: '' });
      expect(made).toMatchObject({ status: 'active', default_payment_method: the('Visa') });
      // 15.00 and 20 % on it, less 5.00 of credit.
      expect(made.latest_invoice).toMatchObject({ status: 'paid', total: 1800, amount_paid: 1300 });
      call('first invoice', { id: idOf(made.latest_invoice) });
    },
  ],
  [
    'has used up her credit',
    async ({ stripe, the }) => {
      expect(await stripe.customers.retrieve(the('Ada'))).toMatchObject({ balance: 0 });
      expect((await stripe.promotionCodes.retrieve(the('Spring'))).times_redeemed).toBe(1);
    },
  ],
  [
    'reads the subscription with price and product',
    async ({ stripe, the }) => {
      const expand = ['items.data.price.product', 'discounts.source.coupon'];
      const { items, discounts } = await stripe.subscriptions.retrieve(the('subscription'), {
        expand,
      });
      expect(items.data[0]?.price.product).toMatchObject({ name: 'Basic' });
      expect(discounts).toMatchObject([{ source: { coupon: { percent_off: 25 } } }]);
    },
  ],
  [
    'lists hers with everything a portal wants',
    async ({ stripe, the }) => {
      const { data } = await stripe.subscriptions.list({
        customer: the('Ada'),
        status: 'all',
        expand: [
          'data.default_payment_method',
          'data.discounts.source.coupon',
          'data.latest_invoice.confirmation_secret',
          'data.schedule',
        ],
      });
      expect(data.map(({ id }) => id)).toEqual([the('subscription')]);
      expect(data[0]?.default_payment_method).toMatchObject({ card: { last4: '4242' } });
    },
  ],
  [
    'lists and reads its items',
    async ({ stripe, the }) => {
      const list = await stripe.subscriptionItems.list({ subscription: the('subscription') });
      expect(list.data.map(({ quantity }) => quantity)).toEqual([2]);
      const seats = await stripe.subscriptionItems.retrieve(the('seats'));
      expect(new Date(seats.current_period_end * 1000).toISOString()).toMatch(/^2027-02-28T09:00/);
    },
  ],
  [
    'writes notes on it, and takes one away',
    async ({ stripe, the }) => {
      const id = the('subscription');
      await stripe.subscriptions.update(id, { metadata: { team: 'red', floor: '3' } });
      const { metadata } = await stripe.subscriptions.update(id, { metadata: { floor: '' } });
      expect(metadata).toEqual({ team: 'red' });
    },
  ],
  [
    'shows the next invoice, and the usual one',
    async ({ stripe, the }) => {
      const subscription = the('subscription');
      const next = await stripe.invoices.createPreview({ subscription });
      expect(next).toMatchObject({ total: 1800, billing_reason: 'upcoming' });
      const mode = 'recurring' as const;
      const usual = await stripe.invoices.createPreview({ subscription, preview_mode: mode });
      expect(usual.total).toBe(1800);
    },
  ],
  [
    'renews on the last day of February',
    async ({ stripe, pass, the }) => {
      pass(28.5);
      const { data } = await stripe.invoices.list({ subscription: the('subscription') });
      expect(data).toHaveLength(2);
      expect(data[0]).toMatchObject({ status: 'paid', billing_reason: 'subscription_cycle' });
      const { items } = await stripe.subscriptions.retrieve(the('subscription'));
      const end = (items.data[0]?.current_period_end ?? 0) * 1000;
      expect(new Date(end).toISOString()).toMatch(/^2027-03-31T09:00/);
    },
  ],
  [
    'ends with the period, and then does not',
    async ({ stripe, the }) => {
      const id = the('subscription');
      const ending = await stripe.subscriptions.update(id, {
        cancel_at_period_end: true,
        cancellation_details: { feedback: 'too_expensive', comment: 'Perhaps' },
      });
      expect(ending.cancel_at).toBe(ending.items.data[0]?.current_period_end);
      const kept = await stripe.subscriptions.update(id, { cancel_at_period_end: false });
      expect(kept).toMatchObject({ cancel_at: null, cancel_at_period_end: false });
    },
  ],
  [
    'collects nothing for a while, and then again',
    async ({ stripe, the }) => {
      const id = the('subscription');
      const behavior = { behavior: 'void' } as const;
      const still = await stripe.subscriptions.update(id, { pause_collection: behavior });
      expect(still).toMatchObject({ status: 'active', pause_collection: { behavior: 'void' } });
      const again = await stripe.subscriptions.update(id, { pause_collection: '' });
      expect(again.pause_collection).toBeNull();
    },
  ],
  [
    'takes the discount away',
    async ({ stripe, the }) => {
      expect(await stripe.subscriptions.deleteDiscount(the('subscription'))).toMatchObject({
        deleted: true,
      });
      expect((await stripe.subscriptions.retrieve(the('subscription'))).discounts).toEqual([]);
    },
  ],
];
