import { describe, expect, it } from 'vitest';
import { DAY, itemOf, latestInvoice, setStage, START } from '../testing/stage.ts';

const always = { proration_behavior: 'always_invoice' } as const;

describe('a credit of an item', () => {
  it('is of what its own invoice asked, where items are not billed together', async () => {
    const { stripe, simulator, prices, customer } = await setStage();
    const off = { amount_off: 500, currency: 'usd', duration: 'forever' } as const;
    const coupon = await stripe.coupons.create(off);
    const { id, items } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small, quantity: 2 }, { price: prices.largeYearly }],
      discounts: [{ coupon: coupon.id }],
    });
    simulator.advanceTo(START + 30 * DAY + 15.5 * DAY);
    const [monthly] = items.data.filter((item) => item.price.id === prices.small);
    await stripe.subscriptions.update(id, {
      items: [{ id: monthly?.id ?? '', deleted: true }],
      ...always,
    });
    // May was 20.00, and the whole coupon came off it: half of 15.00 comes back.
    expect(await latestInvoice(stripe, id)).toMatchObject({ total: -750 });
  });
});

describe('a change within a first period that an anchor cuts short', () => {
  const cut = async (mode: 'classic' | 'flexible') => {
    const stage = await setStage();
    const { stripe, simulator, prices, customer } = stage;
    const subscription = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      billing_cycle_anchor: START + 12 * DAY,
      billing_mode: { type: mode },
    });
    simulator.advanceTo(START + 6 * DAY);
    const items = [{ id: itemOf(subscription), price: prices.large }];
    await stripe.subscriptions.update(subscription.id, { items, ...always });
    return latestInvoice(stripe, subscription.id);
  };

  it.each(['flexible', 'classic'] as const)('asks for days of a full month (%s)', async (mode) => {
    const invoice = await cut(mode);
    // 13 March to 13 April has 31 days, six are left: of 10.00 back, of 30.00 charged.
    const amounts = invoice.lines.data.map((line) => line.amount);
    expect(amounts).toEqual([-194, 581]);
  });
});
