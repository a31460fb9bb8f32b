import { describe, expect, it } from 'vitest';
import { setReceiver } from '../testing/receiver.ts';
import { DAY, START } from '../testing/stage.ts';

/** Far ahead of the account's own time. */
const THERE = START + 100 * DAY;

async function setLife() {
  const stage = await setReceiver();
  const { stripe, simulator } = stage;
  const { id: product } = await stripe.products.create({ name: 'One' });
  const { id: price } = await stripe.prices.create({
    product,
    currency: 'usd',
    unit_amount: 1000,
    recurring: { interval: 'month' },
  });
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: THERE });
  const { id: customer } = await stripe.customers.create({ test_clock: clock.id });
  const { id: method } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  const items = [{ price }];
  await stripe.subscriptions.create({ customer, items, default_payment_method: method });
  await simulator.settled();
  return { ...stage, clock: clock.id };
}

describe('events of what lives by a test clock', () => {
  it('are dated by that clock, and delivered at once by the time of the account', async () => {
    const { simulator, stripe, clock, received } = await setLife();
    received.length = 0;
    await stripe.testHelpers.testClocks.advance(clock, { frozen_time: THERE + 32 * DAY });
    await simulator.settled();
    expect(received.map(({ event }) => event.type)).toEqual(
      expect.arrayContaining([
        'test_helpers.test_clock.advancing',
        'invoice.upcoming',
        'invoice.created',
        'invoice.paid',
        'test_helpers.test_clock.ready',
      ]),
    );
    const paid = received.find(({ event }) => event.type === 'invoice.paid');
    expect(paid?.event.created).toBeGreaterThan(THERE + 29 * DAY);
    expect(paid?.signature).toContain(`t=${START},`);
  });

  it('leave the older events of the account where they are', async () => {
    const { stripe } = await setLife();
    const { data } = await stripe.events.list({ type: 'product.created' });
    expect(data).toMatchObject([{ created: START }]);
  });
});
