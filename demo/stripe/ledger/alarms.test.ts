import { describe, expect, it } from 'vitest';
import { call } from '../testing/call.ts';
import { setStage } from '../testing/stage.ts';

describe('the alarm', () => {
  it.each([
    '/v1/customers',
    '/v1/customers/',
    '/v1/customers?email=',
    '/v1/subscriptions?status=all',
    '/v1/invoices?limit=1',
    '/v1/payment_intents',
    '/v1/payment_methods?type=card',
    '/v1/subscription_schedules',
    '/v1/invoiceitems?pending=true',
    '/v1/setup_intents',
  ])('rings for %s', async (path) => {
    const { simulator } = await setStage();
    const { headers } = await call(simulator, { path });
    expect(simulator.alarms.list()).toMatchObject([
      { method: 'GET', path: path.split('?')[0], requestId: headers.get('request-id') },
    ]);
    simulator.alarms.forget();
    expect(simulator.alarms.list()).toEqual([]);
  });

  it('is quiet where somebody is named, and where nobody can be', async () => {
    const { simulator, stripe, customer } = await setStage();
    await stripe.customers.list({ email: 'a@example.com' });
    await stripe.customers.retrieve(customer);
    await stripe.customers.listPaymentMethods(customer);
    await stripe.subscriptions.list({ customer });
    await stripe.invoices.list({ customer });
    await stripe.prices.list();
    await stripe.coupons.list();
    expect(simulator.alarms.list()).toEqual([]);
  });

  it('rings where an empty id asks for the whole list', async () => {
    const { simulator, stripe } = await setStage();
    await stripe.subscriptions.retrieve('').catch(() => null);
    expect(simulator.alarms.list()).toMatchObject([
      { route: '/v1/subscriptions', missing: ['customer', 'customer_account'] },
    ]);
  });
});
