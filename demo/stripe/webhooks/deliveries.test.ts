import { describe, expect, it } from 'vitest';
import { setReceiver } from '../testing/receiver.ts';
import { DAY, START } from '../testing/stage.ts';

describe('a delivery', () => {
  it('is a POST of the event, as Stripe sends it', async () => {
    const { simulator, stripe, received } = await setReceiver();
    const { id } = await stripe.customers.create({});
    await simulator.settled();
    const [{ event, headers, url } = { event: null, headers: new Headers(), url: '' }] = received;
    expect(url).toBe('https://shop.example/webhooks');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('user-agent')).toMatch(/^Stripe\/1\.0/);
    expect(event).toMatchObject({
      object: 'event',
      type: 'customer.created',
      data: { object: { id, object: 'customer' } },
      pending_webhooks: 1,
    });
    const stored = await stripe.events.retrieve(event?.id ?? '');
    expect(stored).toEqual({ ...event, pending_webhooks: 0 });
  });

  it('comes after the answer, and never of a request that failed', async () => {
    const { simulator, stripe, types } = await setReceiver();
    await stripe.customers.create({ email: 'no address' }).catch(() => undefined);
    await stripe.customers.create({});
    await simulator.settled();
    expect(types()).toEqual(['customer.created']);
  });

  it('lets the receiver ask Stripe, and brings the news of that too', async () => {
    const { simulator, stripe, types, answers } = await setReceiver();
    answers.onEvent = async ({ type, data }) => {
      if (type !== 'customer.created') return;
      await stripe.customers.update(data.object.id, { description: 'heard' });
    };
    await stripe.customers.create({});
    await simulator.settled();
    expect(types()).toEqual(['customer.created', 'customer.updated']);
  });

  it('goes only to endpoints that are enabled and ask for its type', async () => {
    const { simulator, stripe, endpoint, types } = await setReceiver(['product.created']);
    await stripe.customers.create({});
    await stripe.products.create({ name: 'One' });
    await simulator.settled();
    await stripe.webhookEndpoints.update(endpoint.id, { disabled: true });
    await stripe.products.create({ name: 'Two' });
    await stripe.webhookEndpoints.update(endpoint.id, { disabled: false });
    await stripe.products.create({ name: 'Three' });
    await simulator.settled();
    expect(types()).toEqual(['product.created', 'product.created']);
  });
});

describe('a delivery that is not taken', () => {
  it.each([500, 404, 302, 0])('(%i) comes again after growing waits', async (status) => {
    const { simulator, stripe, received, answers } = await setReceiver();
    answers.status = status;
    await stripe.customers.create({});
    await simulator.settled();
    const at = [];
    for (const minutes of [4, 5, 14, 15, 34, 35]) {
      simulator.advanceTo(START + minutes * 60);
      await simulator.settled();
      at.push(received.length);
    }
    expect(at).toEqual([1, 2, 2, 3, 3, 4]);
    expect(new Set(received.map(({ event }) => event.id)).size).toBe(1);
    expect(received.at(-1)?.signature).toContain(`t=${START + 35 * 60},`);
    const pending = await stripe.events.list({ delivery_success: false });
    expect(pending.data).toMatchObject([{ pending_webhooks: 1 }]);
    answers.status = 204;
    simulator.advanceTo(START + DAY);
    await simulator.settled();
    expect((await stripe.events.list({ delivery_success: true })).data).toHaveLength(1);
    simulator.advanceTo(START + 3 * DAY);
    await simulator.settled();
    expect(received).toHaveLength(5);
  });

  it('comes again by itself while the clock runs and nobody asks for anything', async () => {
    const { simulator, clock, stripe, received, answers } = await setReceiver();
    answers.status = 500;
    await stripe.customers.create({});
    await simulator.settled();
    clock.now += 300;
    simulator.catchUp();
    await simulator.settled();
    expect(received).toHaveLength(2);
  });

  it('is given up after three days', async () => {
    const { simulator, stripe, received, answers } = await setReceiver();
    answers.status = 503;
    await stripe.customers.create({});
    await simulator.settled();
    for (let hour = 1; hour <= 24 * 5; hour += 1) {
      simulator.advanceTo(START + hour * 3600);
      await simulator.settled();
    }
    const last = simulator.webhooks.attempts().at(-1);
    expect(last?.at).toBeGreaterThan(START + DAY);
    expect(last?.at).toBeLessThanOrEqual(START + 3 * DAY);
    expect(last?.attempt).toBe(received.length);
    expect((await stripe.events.list()).data).toMatchObject([{ pending_webhooks: 1 }]);
  });

  it('does not come again once its endpoint is disabled or deleted', async () => {
    const { simulator, stripe, endpoint, received, answers } = await setReceiver();
    answers.status = 500;
    await stripe.customers.create({});
    await simulator.settled();
    await stripe.webhookEndpoints.update(endpoint.id, { disabled: true });
    simulator.advanceTo(START + DAY);
    await simulator.settled();
    await stripe.webhookEndpoints.update(endpoint.id, { disabled: false });
    simulator.advanceTo(START + 2 * DAY);
    await simulator.settled();
    await stripe.webhookEndpoints.del(endpoint.id);
    await stripe.customers.create({});
    await simulator.settled();
    expect(received).toHaveLength(1);
  });
});
