import { describe, expect, it, vi } from 'vitest';
import { stripeOn } from '../sdk.ts';
import { createStripeSimulator } from '../simulator.ts';
import { call } from '../testing/call.ts';
import { itemOf, setStage, START } from '../testing/stage.ts';
import { ObjectLimits } from './object-limits.ts';

const customers = { path: '/v1/customers' };

function limited(secretKey = 'sk_test_simulator') {
  let wallMs = 0;
  const simulator = createStripeSimulator({
    now: () => START,
    wallClock: () => wallMs,
    limits: true,
    secretKeys: [secretKey],
  });
  const ask = (path: string, times: number) =>
    Promise.all(Array.from({ length: times }, () => call(simulator, { path, key: secretKey })));
  const pass = (ms: number) => {
    wallMs += ms;
  };
  return { simulator, ask, pass };
}

describe('requests per second', () => {
  it('are 25 in a sandbox, over all endpoints, in any second', async () => {
    const { ask, pass } = limited();
    await ask('/v1/customers', 13);
    pass(999);
    const rest = await ask('/v1/products', 12);
    expect(rest.every(({ status }) => status === 200)).toBe(true);
    const [over] = await ask('/v1/prices', 1);
    expect(over).toMatchObject({
      status: 429,
      error: { type: 'invalid_request_error', code: 'rate_limit' },
    });
    expect(over?.headers.get('stripe-rate-limited-reason')).toBe('global-rate');
    expect(over?.headers.get('stripe-should-retry')).toBeNull();
    pass(1);
    const later = await ask('/v1/prices', 13);
    expect(later.every(({ status }) => status === 200)).toBe(true);
    expect((await ask('/v1/prices', 1))[0]?.status).toBe(429);
  });

  it('are 100 live, but 25 for one endpoint', async () => {
    const { ask } = limited('sk_live_simulator');
    await ask('/v1/customers', 25);
    const [over] = await ask('/v1/customers', 1);
    expect(over?.headers.get('stripe-rate-limited-reason')).toBe('endpoint-rate');
    for (const path of ['/v1/products', '/v1/prices', '/v1/coupons']) await ask(path, 25);
    const [all] = await ask('/v1/invoices', 1);
    expect(all?.headers.get('stripe-rate-limited-reason')).toBe('global-rate');
  });

  it('count every id of an endpoint together', async () => {
    const { ask } = limited('sk_live_simulator');
    await Promise.all(
      Array.from({ length: 25 }, (_, index) => ask(`/v1/customers/cus_${index}`, 1)),
    );
    expect((await ask('/v1/customers/cus_x', 1))[0]?.status).toBe(429);
  });

  it('are not limited unless somebody wants it', async () => {
    const { simulator } = await setStage();
    const all = await Promise.all(Array.from({ length: 120 }, () => call(simulator, customers)));
    expect(all.every(({ status }) => status === 200)).toBe(true);
    expect(simulator.limits.isOn).toBe(false);
  });

  it('surface as rate limit errors, which the SDK does not try again', async () => {
    const { simulator, ask } = limited();
    await ask('/v1/products', 25);
    const stripe = stripeOn(simulator);
    simulator.forgetRequests();
    await expect(stripe.customers.list({}, { maxNetworkRetries: 2 })).rejects.toMatchObject({
      type: 'StripeRateLimitError',
      code: 'rate_limit',
    });
    expect(simulator.requests()).toMatchObject([{ status: 429 }]);
  });
});

describe('what one object may go through', () => {
  /** Each call comes in another second of the wall clock. */
  async function subscribed() {
    let wallMs = 0;
    const stage = await setStage('pm_card_visa', { wallClock: () => (wallMs += 1000) });
    const { stripe, simulator, customer, prices } = stage;
    const items = [{ price: prices.small, quantity: 1 }];
    const subscription = await stripe.subscriptions.create({ customer, items });
    simulator.limits.turn(true);
    let quantity = 1;
    const addSeat = (behavior: 'always_invoice' | 'none') =>
      stripe.subscriptions.update(subscription.id, {
        items: [{ id: itemOf(subscription), quantity: (quantity += 1) }],
        proration_behavior: behavior,
      });
    const addSeats = async (count: number, behavior: 'always_invoice' | 'none') => {
      for (let seat = 0; seat < count; seat += 1) await addSeat(behavior);
    };
    return { ...stage, subscription, addSeat, addSeats };
  }

  it('is ten new invoices a minute and twenty a day', async () => {
    const { simulator, stripe, subscription, addSeat, addSeats } = await subscribed();
    const refused = {
      type: 'StripeRateLimitError',
      code: 'rate_limit',
      headers: { 'stripe-rate-limited-reason': 'resource-specific' },
    };
    await addSeats(10, 'always_invoice');
    await expect(addSeat('always_invoice')).rejects.toMatchObject(refused);
    expect((await stripe.subscriptions.retrieve(subscription.id)).items.data).toMatchObject([
      { quantity: 11 },
    ]);
    simulator.advanceTo(START + 60);
    await addSeats(10, 'always_invoice');
    simulator.advanceTo(START + 3600);
    await expect(addSeat('always_invoice')).rejects.toMatchObject(refused);
    simulator.advanceTo(START + 86_400);
    await addSeat('always_invoice');
  });

  it('is two hundred changes of quantity an hour', async () => {
    const { simulator, addSeat, addSeats } = await subscribed();
    await addSeats(200, 'none');
    await expect(addSeat('none')).rejects.toMatchObject({ code: 'rate_limit' });
    simulator.advanceTo(START + 3600);
    await addSeat('none');
  });

  it('leaves previews alone', async () => {
    const { stripe, customer, prices } = await subscribed();
    const items = [{ price: prices.large }];
    for (let round = 0; round < 12; round += 1) {
      await stripe.invoices.createPreview({ customer, subscription_details: { items } });
    }
  });

  it('is a thousand updates an hour for a PaymentIntent', () => {
    const limits = new ObjectLimits();
    const update = () => limits.check({ method: 'POST', id: 'pi_1' }, [], START);
    for (let round = 0; round < 1000; round += 1) update();
    expect(update).toThrow('PaymentIntent');
    expect(() => limits.check({ method: 'POST', id: 'pi_2' }, [], START)).not.toThrow();
    expect(() => limits.check({ method: 'GET', id: 'pi_1' }, [], START)).not.toThrow();
  });
});

describe('two writes at a time', () => {
  it('to one customer meet a lock, which asks to be tried again', async () => {
    const { simulator, stripe, customer, prices } = await setStage();
    simulator.faults.queue.add({ fault: { kind: 'hang' } });
    const items = [{ price: prices.small }];
    const first = stripe.subscriptions.create({ customer, items });
    await vi.waitFor(() => expect(simulator.faults.waits.count).toBe(1));
    await expect(stripe.customers.update(customer, { name: 'New' })).rejects.toMatchObject({
      type: 'StripeRateLimitError',
      code: 'lock_timeout',
      headers: { 'stripe-should-retry': 'true' },
    });
    const other = await stripe.customers.create({});
    await stripe.customers.update(other.id, { name: 'Free' });
    expect((await stripe.customers.retrieve(customer)).lastResponse.statusCode).toBe(200);
    simulator.faults.waits.release();
    await first;
    await stripe.customers.update(customer, { name: 'New' });
  });
});
