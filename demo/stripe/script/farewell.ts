import { expect } from 'vitest';
import { refusal } from './story.ts';
import type { Step } from './story.ts';

/** What was said about it all, and the end. */
export const FAREWELL: Step[] = [
  [
    'finds what happened among the events',
    async ({ stripe, call, the }) => {
      const { data } = await stripe.events.list({ type: 'customer.subscription.updated' });
      expect(data[0]?.data.object).toMatchObject({ object: 'subscription' });
      call('event', data[0] ?? { id: '' });
      const types = ['invoice.paid', 'invoice.payment_failed'];
      const some = await stripe.events.list({ types, limit: 100 });
      expect(new Set(some.data.map(({ type }) => type))).toEqual(new Set(types));
      const one = await stripe.events.retrieve(the('event'));
      expect(one.api_version).toBe('2026-10-28.endive');
    },
  ],
  [
    'asks to be told by webhook',
    async ({ stripe, call }) => {
      const endpoint = await stripe.webhookEndpoints.create({
        url: 'https://example.com/hooks',
        enabled_events: ['customer.subscription.updated'],
      });
      call('endpoint', endpoint);
      expect(endpoint.secret).toMatch(/^whsec_/);
    },
  ],
  [
    'reads an endpoint without its secret, changes it, and lists it',
    async ({ stripe, the }) => {
      const read = await stripe.webhookEndpoints.retrieve(the('endpoint'));
      expect(read.secret).toBeUndefined();
      const change = { disabled: true, enabled_events: ['*'] as ['*'] };
      const updated = await stripe.webhookEndpoints.update(the('endpoint'), change);
      expect(updated).toMatchObject({ status: 'disabled', enabled_events: ['*'] });
      expect((await stripe.webhookEndpoints.list()).data).toHaveLength(1);
    },
  ],
  [
    'needs no more webhooks',
    async ({ stripe, the }) => {
      const gone = await stripe.webhookEndpoints.del(the('endpoint'));
      expect(gone).toMatchObject({ deleted: true });
    },
  ],
  [
    "reads the hosted portal's settings",
    async ({ stripe, call }) => {
      const { data } = await stripe.billingPortal.configurations.list({ is_default: true });
      expect(data).toHaveLength(1);
      const { id } = call('portal', data[0] ?? { id: '' });
      const one = await stripe.billingPortal.configurations.retrieve(id);
      expect(one).toMatchObject({ is_default: true, active: true });
    },
  ],
  [
    'ends the subscription now, and credits the rest',
    async ({ stripe, the }) => {
      const ended = await stripe.subscriptions.cancel(the('subscription'), {
        invoice_now: true,
        prorate: true,
        cancellation_details: { feedback: 'unused', comment: 'Thank you' },
      });
      expect(ended).toMatchObject({
        status: 'canceled',
        cancellation_details: { comment: 'Thank you' },
      });
      const ada = await stripe.customers.retrieve(the('Ada'));
      expect('deleted' in ada ? 0 : ada.balance).toBeLessThan(-300);
    },
  ],
  [
    'changes nothing of it any more',
    async ({ stripe, the }) => {
      const items = [{ price: the('plus monthly') }];
      const change = stripe.subscriptions.update(the('subscription'), { items });
      expect(await refusal(change)).toMatchObject({
        code: 'invalid_canceled_subscription_fields',
      });
      const { data } = await stripe.subscriptions.list({ customer: the('Ada'), status: 'ended' });
      expect(data.map(({ id }) => id)).toContain(the('subscription'));
    },
  ],
  [
    'says one thing once, however often it is sent',
    async ({ stripe }) => {
      const key = { idempotencyKey: 'story-1' };
      const once = await stripe.customers.create({ name: 'Dan' }, key);
      const twice = await stripe.customers.create({ name: 'Dan' }, key);
      expect(twice.id).toBe(once.id);
      const other = stripe.customers.create({ name: 'Eve' }, key);
      expect(await refusal(other)).toMatchObject({ type: 'StripeIdempotencyError' });
    },
  ],
  [
    'deletes a coupon, and the customer with all of hers',
    async ({ stripe, the }) => {
      expect(await stripe.coupons.del('THREE')).toMatchObject({ deleted: true });
      expect(await stripe.customers.del(the('Ada'))).toMatchObject({ deleted: true });
      const ada = await stripe.customers.retrieve(the('Ada'));
      expect(ada).toEqual({ id: the('Ada'), object: 'customer', deleted: true });
      const old = await stripe.subscriptions.retrieve(the('old subscription'));
      expect(old.status).toBe('canceled');
    },
  ],
];
