import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripeOn } from '../../demo/stripe/sdk.ts';
import { createStripeSimulator } from '../../demo/stripe/simulator.ts';
import { deliver, WEBHOOK_SECRET, type TestDelivery } from '../testing/deliver.ts';
import { NOW, setStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET });
});
afterAll(() => stage.stop());

describe('POST /v1/webhooks/stripe', () => {
  it('reads the catalogue again when a price has changed', async () => {
    await stage.as('monthly');
    stage.simulator.forgetRequests();
    expect((await deliver(stage.server, { event: { type: 'price.updated' } })).status).toBe(200);
    await stage.as('monthly');
    const paths = stage.simulator.requests().map(({ path }) => path);
    expect(paths).toContain('/v1/prices');
  });

  it('leaves the catalogue as it is for other news, and for the other mode', async () => {
    await stage.as('monthly');
    stage.simulator.forgetRequests();
    expect((await deliver(stage.server)).status).toBe(200);
    expect((await deliver(stage.server, { event: { livemode: true } })).status).toBe(200);
    await stage.as('monthly');
    const paths = stage.simulator.requests().map(({ path }) => path);
    expect(paths).not.toContain('/v1/prices');
  });

  it.each<[string, TestDelivery]>([
    ['another secret', { secrets: ['whsec_somebodyElse'] }],
    ['a changed body', { tamper: (body) => body.replace('paid', 'void') }],
    ['a body written anew', { tamper: (body) => `${body}\n` }],
    ['five minutes too old', { at: NOW - 301 }],
    ['from the future', { at: NOW + 301 }],
    ['too long', { tamper: () => 'x'.repeat(600_000) }],
  ])('refuses %s', async (_, delivery) => {
    expect([400, 413]).toContain((await deliver(stage.server, delivery)).status);
  });

  it('refuses what is not signed', async () => {
    const response = await stage.server.fetch(
      new Request('https://portal.example/v1/webhooks/stripe', { method: 'POST', body: '{}' }),
    );
    expect(response.status).toBe(400);
  });

  it('takes what Stripe itself sends', async () => {
    const receivers: Stage[] = [];
    const sender = createStripeSimulator({
      now: () => NOW,
      deliver: async (request) => receivers[0]?.server.fetch(request) ?? Response.error(),
    });
    const { secret } = await stripeOn(sender).webhookEndpoints.create({
      url: 'https://portal.example/v1/webhooks/stripe',
      enabled_events: ['*'],
    });
    const receiver = await setStage({ STRIPE_WEBHOOK_SECRET: secret ?? '' });
    receivers.push(receiver);
    await stripeOn(sender).products.create({ name: 'News' });
    await sender.settled();
    await receiver.stop();
    expect(sender.webhooks.attempts()).toMatchObject([{ type: 'product.created', status: 200 }]);
    const { event } = sender.webhooks.attempts()[0] ?? { event: '' };
    expect(receiver.log.some((line) => line.includes(event))).toBe(true);
  });
});
