import { describe, expect, it } from 'vitest';
import {
  DAY,
  HOUR,
  halfWay,
  itemOf,
  latestInvoice,
  setStage,
  START,
  sumLines,
} from '../testing/stage.ts';

const always = { proration_behavior: 'always_invoice' } as const;

describe('a proration', () => {
  it('credits what was billed and charges what is left, by the second', async () => {
    const { stripe, prices, subscription, item } = await halfWay();
    // Half of 10.00 back, half of 30.00 charged.
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: prices.large }],
      ...always,
    });
    expect(sumLines(await latestInvoice(stripe, subscription.id))).toEqual([-500, 1500]);
  });

  it('gives nothing back for what was never billed', async () => {
    const { stripe, prices, subscription, item } = await halfWay();
    const up = { items: [{ id: item, price: prices.large }], proration_behavior: 'none' as const };
    await stripe.subscriptions.update(subscription.id, up);
    const down = { items: [{ id: item, price: prices.small }], ...always };
    await stripe.subscriptions.update(subscription.id, down);
    // Only the 10.00 of the first invoice was ever billed: 5.00 back, 5.00 charged.
    expect(sumLines(await latestInvoice(stripe, subscription.id))).toEqual([-500, 500]);
  });

  it('credits by the price in classic mode', async () => {
    const { stripe, prices, customer, simulator } = await setStage();
    const old = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      billing_mode: { type: 'classic' },
    });
    simulator.advanceTo(START + 15 * DAY);
    const items = (price: string) => [{ id: itemOf(old), price }];
    await stripe.subscriptions.update(old.id, {
      items: items(prices.large),
      proration_behavior: 'none',
    });
    await stripe.subscriptions.update(old.id, { items: items(prices.small), ...always });
    expect(sumLines(await latestInvoice(stripe, old.id))).toEqual([-1500, 500]);
  });

  it('carries the discount that was in force', async () => {
    const { stripe, simulator, prices, customer } = await setStage();
    const coupon = await stripe.coupons.create({ percent_off: 20, duration: 'forever' });
    const old = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      discounts: [{ coupon: coupon.id }],
    });
    simulator.advanceTo(START + 15 * DAY);
    const items = [{ id: itemOf(old), price: prices.large }];
    await stripe.subscriptions.update(old.id, { items, ...always });
    const invoice = await latestInvoice(stripe, old.id);
    // 8.00 was billed: 4.00 back. 30.00 less 20 % is 24.00: 12.00 for half of it.
    expect(sumLines(invoice)).toEqual([-400, 1200]);
    expect(invoice.lines.data.map((line) => line.discountable)).toEqual([false, false]);
    expect(invoice.total).toBe(800);
  });

  it('waits for the renewal with create_prorations', async () => {
    const { stripe, simulator, prices, subscription, item } = await halfWay();
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: prices.large }],
    });
    simulator.advanceTo(START + 30 * DAY);
    // 30.00 for May, and 15.00 − 5.00 for the second half of April.
    expect((await latestInvoice(stripe, subscription.id)).total).toBe(4000);
  });

  it('leaves a credit on the balance when the change is a downgrade', async () => {
    const { stripe, prices, customer, simulator } = await setStage();
    const old = await stripe.subscriptions.create({ customer, items: [{ price: prices.large }] });
    simulator.advanceTo(START + 15 * DAY);
    await stripe.subscriptions.update(old.id, {
      items: [{ id: itemOf(old), price: prices.small }],
      ...always,
    });
    expect(await latestInvoice(stripe, old.id)).toMatchObject({
      status: 'paid',
      total: -1000,
      amount_due: 0,
      starting_balance: 0,
      ending_balance: -1000,
    });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -1000 });
    simulator.advanceTo(START + 30 * DAY + HOUR);
    // May is 10.00, and the credit pays for it.
    expect(await latestInvoice(stripe, old.id)).toMatchObject({
      total: 1000,
      amount_due: 0,
      ending_balance: 0,
    });
  });
});
