import { describe, expect, it, vi } from 'vitest';
import { stripeOn } from '../sdk.ts';
import { createStripeSimulator } from '../simulator.ts';
import { call } from '../testing/call.ts';
import { DAY, setStage, START } from '../testing/stage.ts';
import { IdempotencyKeys } from './idempotency.ts';

const once = {
  method: 'POST',
  path: '/v1/customers',
  form: 'name=Once',
  headers: { 'idempotency-key': 'a' },
};

describe('an idempotency key', () => {
  it('gives the first answer again, and the id of its request', async () => {
    const { simulator, stripe } = await setStage();
    const first = await call(simulator, once);
    const again = await call(simulator, once);
    expect(again.body).toEqual(first.body);
    expect((await stripe.customers.list()).data).toHaveLength(2);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(first.headers.get('original-request')).toBe(first.headers.get('request-id'));
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.headers.get('original-request')).toBe(first.headers.get('request-id'));
    expect(again.headers.get('request-id')).not.toBe(first.headers.get('request-id'));
    expect(again.headers.get('idempotency-key')).toBe('a');
  });

  it.each([
    ['other parameters', { form: 'name=Twice' }],
    ['another path', { path: '/v1/products' }],
  ])('is refused for %s', async (_name, change) => {
    const { simulator } = await setStage();
    await call(simulator, once);
    expect(await call(simulator, { ...once, ...change })).toMatchObject({
      status: 400,
      error: { type: 'idempotency_error' },
    });
  });

  it('surfaces through the SDK as its own kind of error', async () => {
    const { stripe } = await setStage();
    const key = { idempotencyKey: 'a' };
    await stripe.customers.create({ name: 'a' }, key);
    await expect(stripe.customers.create({ name: 'b' }, key)).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    });
  });

  it('belongs to one secret key', async () => {
    const simulator = createStripeSimulator({ secretKeys: ['sk_test_1', 'sk_test_2'] });
    await call(simulator, { ...once, key: 'sk_test_1' });
    const other = await call(simulator, { ...once, form: 'name=Other', key: 'sk_test_2' });
    expect(other).toMatchObject({ status: 200, body: { name: 'Other' } });
  });

  it('is not used up by what was refused before the work', async () => {
    const { simulator } = await setStage();
    expect(await call(simulator, { ...once, form: 'nick=a' })).toMatchObject({ status: 400 });
    expect(await call(simulator, { ...once, path: '/v1/customers/cus_none' })).toMatchObject({
      status: 404,
    });
    expect(await call(simulator, once)).toMatchObject({ status: 200 });
  });

  it('keeps a refused payment', async () => {
    const { stripe, prices, customer } = await setStage('pm_card_chargeCustomerFail');
    const pay = () =>
      stripe.subscriptions.create(
        { customer, items: [{ price: prices.small }], payment_behavior: 'error_if_incomplete' },
        { idempotencyKey: 'a' },
      );
    const first: unknown = await pay().catch((error: unknown) => error);
    expect(first).toMatchObject({ statusCode: 402, headers: { 'stripe-should-retry': 'false' } });
    await stripe.paymentMethods.attach('pm_card_visa', { customer });
    await expect(pay()).rejects.toMatchObject({
      statusCode: 402,
      headers: { 'idempotent-replayed': 'true' },
    });
  });

  it('has at most 255 characters', async () => {
    const { simulator } = await setStage();
    const long = (length: number) =>
      call(simulator, { ...once, headers: { 'idempotency-key': 'k'.repeat(length) } });
    expect(await long(255)).toMatchObject({ status: 200 });
    expect(await long(256)).toMatchObject({ status: 400 });
  });

  it('has no effect on anything but POST', async () => {
    const { simulator, customer } = await setStage();
    const { headers } = once;
    const path = `/v1/customers/${customer}`;
    expect(await call(simulator, { path, headers })).toMatchObject({ status: 200 });
    const gone = await call(simulator, { method: 'DELETE', path, headers });
    expect(gone).toMatchObject({ status: 200, body: { deleted: true } });
    expect(gone.headers.get('idempotency-key')).toBeNull();
    expect(await call(simulator, once)).toMatchObject({ status: 200 });
  });

  it('is forgotten after a day of simulated time', async () => {
    const { simulator } = await setStage();
    const first = await call(simulator, once);
    simulator.advanceTo(START + DAY - 1);
    expect((await call(simulator, once)).body.id).toBe(first.body.id);
    simulator.advanceTo(START + DAY);
    expect((await call(simulator, once)).body.id).not.toBe(first.body.id);
  });

  it('costs no memory once it is forgotten', () => {
    const keys = new IdempotencyKeys();
    const use = (name: string) => ({ apiKey: 'sk', idempotencyKey: name, fingerprint: 'POST /' });
    for (let index = 0; index < 1000; index += 1) {
      keys.take(use(`${index}`), index);
      keys.keep(use(`${index}`), { status: 200, body: '{}', requestId: 'req' }, index);
    }
    keys.take(use('later'), DAY + 998);
    expect(keys.size).toBe(2);
  });
});

describe('an idempotency key in flight', () => {
  it('is refused with 409 until the first answer is there, and then replayed', async () => {
    const { simulator } = await setStage();
    simulator.faults.queue.add({ fault: { kind: 'hang' } });
    const first = call(simulator, once);
    await vi.waitFor(() => expect(simulator.faults.waits.count).toBe(1));
    const second = await call(simulator, once);
    expect(second).toMatchObject({ status: 409, error: { code: 'idempotency_key_in_use' } });
    expect(second.headers.get('stripe-should-retry')).toBe('true');
    simulator.faults.waits.release();
    expect((await call(simulator, once)).body.id).toBe((await first).body.id);
  });

  it('surfaces through the SDK as an API error', async () => {
    const { simulator, stripe } = await setStage();
    simulator.faults.queue.add({ fault: { kind: 'hang' } });
    const create = () => stripe.customers.create({}, { idempotencyKey: 'a' });
    const first = create();
    await vi.waitFor(() => expect(simulator.faults.waits.count).toBe(1));
    await expect(create()).rejects.toMatchObject({ type: 'StripeAPIError', statusCode: 409 });
    simulator.faults.waits.release();
    await first;
  });

  it('is free again when the client has gone away before the work', async () => {
    const { simulator } = await setStage();
    simulator.faults.queue.add({ fault: { kind: 'hang' } });
    const hasty = stripeOn(simulator).customers.create(
      { name: 'Once' },
      { idempotencyKey: 'a', timeout: 5 },
    );
    await expect(hasty).rejects.toMatchObject({ type: 'StripeConnectionError' });
    expect(await call(simulator, { ...once, form: 'name=Other' })).toMatchObject({ status: 200 });
  });
});
