import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortal } from '../../index.ts';
import { deliver, WEBHOOK_SECRET } from '../../testing/deliver.ts';
import { setStage, NOW, type Stage } from '../../testing/stage.ts';
import { unlimited } from '../../testing/unlimited.ts';
import { knock, mac } from './door.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET, PORTICO_CACHE_SECONDS: '240' });
});
afterAll(() => stage.stop());

/** A server with a clock, and the page of somebody who is logged in at the site by this email. */
function open(email: string, cacheSeconds = 240) {
  let now = NOW;
  const server = createPortal(
    { ...stage.options, cacheSeconds },
    { now: () => now, limits: unlimited },
  );
  stage.simulator.forgetRequests();
  return {
    server,
    load: async () => (await knock(server, { email, hash: mac(stage.secret, email) })).status,
    asked: () => stage.simulator.requests().length,
    pass: (seconds: number) => void (now += seconds),
  };
}

describe('T25 a page that loads itself again and again for somebody whom Stripe does not know', () => {
  it('asks Stripe once in three seconds, however often it is loaded', async () => {
    const { load, asked, pass } = open('nobody@example.com');
    const together = await Promise.all(Array.from({ length: 50 }, load));
    for (let round = 0; round < 50; round += 1) together.push(await load());
    expect(new Set(together)).toEqual(new Set([404]));
    expect(asked()).toBe(1);
    pass(3);
    expect([await load(), await load(), asked()]).toEqual([404, 404, 2]);
  });

  it('has a customer three seconds after Stripe has', async () => {
    const email = 'new@example.com';
    const { load, pass } = open(email);
    expect(await load()).toBe(404);
    await stage.stripe.customers.create({ email });
    expect(await load()).toBe(404);
    pass(3);
    expect(await load()).toBe(201);
  });

  it('has a customer at once where Stripe says that there is a new one', async () => {
    const email = 'newer@example.com';
    const { server, load } = open(email);
    expect(await load()).toBe(404);
    const { id: customer } = await stage.stripe.customers.create({ email });
    const data = { object: { object: 'customer', id: customer, email } };
    const event = { id: 'evt_new', type: 'customer.created', data };
    expect((await deliver(server, { event })).status).toBe(200);
    expect(await load()).toBe(201);
  });

  it('is read each time where nothing is to be kept, and nobody else is taken for nobody', async () => {
    const { load, asked } = open('nobody@example.com', 0);
    expect([await load(), await load()]).toEqual([404, 404]);
    expect(asked()).toBe(2);
    const known = stage.customers[0]?.email ?? '';
    expect(await open(known).load()).toBe(201);
  });
});
