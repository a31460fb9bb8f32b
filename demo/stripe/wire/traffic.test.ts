import { describe, expect, it } from 'vitest';
import { stripeOn } from '../sdk.ts';
import { createStripeSimulator } from '../simulator.ts';
import { call } from '../testing/call.ts';
import { setStage } from '../testing/stage.ts';
import type { Exchange } from './exchange.ts';

describe('the traffic', () => {
  it('remembers what was asked with the secret key', async () => {
    const { simulator, stripe, customer } = await setStage();
    simulator.forgetRequests();
    const { lastResponse } = await stripe.customers.update(
      customer,
      { name: 'New' },
      { idempotencyKey: 'a' },
    );
    await stripe.customers.retrieve('cus_none').catch(() => null);
    expect(simulator.requests()).toMatchObject([
      {
        method: 'POST',
        path: `/v1/customers/${customer}`,
        params: { name: 'New' },
        status: 200,
        requestId: lastResponse.requestId,
        idempotencyKey: 'a',
      },
      { method: 'GET', path: '/v1/customers/cus_none', status: 404 },
    ]);
  });

  it('is heard whole, with the pattern that answered', async () => {
    const heard: Exchange[] = [];
    const simulator = createStripeSimulator({ onExchange: (one) => void heard.push(one) });
    const { id } = await stripeOn(simulator).customers.create({ name: 'Ada' });
    await call(simulator, { path: `/v1/customers/${id}?nick=b` });
    expect(heard).toMatchObject([
      { method: 'POST', route: '/v1/customers', status: 200, body: { id, name: 'Ada' } },
      {
        route: '/v1/customers/:id',
        path: `/v1/customers/${id}`,
        params: { nick: 'b' },
        status: 400,
        access: 'secret',
        body: { error: { code: 'parameter_unknown' } },
      },
    ]);
  });
});
