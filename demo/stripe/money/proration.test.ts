import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { DAY, itemOf, latestInvoice, setStage, START, sumLines } from '../testing/stage.ts';

const always = { proration_behavior: 'always_invoice' } as const;
type Mode = Stripe.SubscriptionCreateParams.BillingMode;
const itemized: Mode = { type: 'flexible', flexible: { proration_discounts: 'itemized' } };
const classic: Mode = { type: 'classic' };

/** 10.00 a month less 20 %, changed to 30.00 half-way. */
async function discountedUpgrade(mode: Mode) {
  const stage = await setStage();
  const { stripe, prices, customer, simulator } = stage;
  const coupon = await stripe.coupons.create({ percent_off: 20, duration: 'forever' });
  const { id, items } = await stripe.subscriptions.create({
    customer,
    items: [{ price: prices.small }],
    discounts: [{ coupon: coupon.id }],
    billing_mode: mode,
  });
  simulator.advanceTo(START + 15 * DAY);
  await stripe.subscriptions.update(id, {
    items: [{ id: items.data[0]?.id ?? '', price: prices.large }],
    ...always,
  });
  return latestInvoice(stripe, id);
}

describe('the discounts of a proration', () => {
  it('are inside its amount, and named with nothing (included)', async () => {
    const invoice = await discountedUpgrade({ type: 'flexible' });
    expect(sumLines(invoice)).toEqual([-400, 1200]);
    expect(invoice.lines.data.map((line) => line.discount_amounts?.[0]?.amount)).toEqual([0, 0]);
    expect([invoice.subtotal, invoice.total]).toEqual([800, 800]);
  });

  it('stand beside the full amount, with the same sum (itemized)', async () => {
    const invoice = await discountedUpgrade(itemized);
    expect(sumLines(invoice)).toEqual([-500, 1500]);
    expect(invoice.lines.data.map((line) => line.discount_amounts?.[0]?.amount)).toEqual([
      -100, 300,
    ]);
    expect([invoice.subtotal, invoice.total]).toEqual([1000, 800]);
    expect(invoice.total_discount_amounts?.map(({ amount }) => amount)).toEqual([200]);
  });

  it('count as a whole against each item in classic mode, in proportion in flexible', async () => {
    const creditFor = async (billing_mode: Mode) => {
      const { stripe, prices, customer, simulator } = await setStage();
      const params = { amount_off: 800, currency: 'usd', duration: 'forever' } as const;
      const { id: coupon } = await stripe.coupons.create(params);
      const subscription = await stripe.subscriptions.create({
        customer,
        items: [{ price: prices.small }, { price: prices.large }],
        discounts: [{ coupon }],
        billing_mode,
      });
      simulator.advanceTo(START + 15 * DAY);
      const items = [{ id: itemOf(subscription), deleted: true }];
      await stripe.subscriptions.update(subscription.id, { items, ...always });
      return sumLines(await latestInvoice(stripe, subscription.id));
    };
    // Of 8.00 off, 10.00 carries all, or its quarter (2.00). Half of the time is over.
    expect(await creditFor(classic)).toEqual([-100]);
    expect(await creditFor({ type: 'flexible' })).toEqual([-400]);
  });

  it('are those of the day: a change of discounts alone bills nothing', async () => {
    const { stripe, prices, customer, simulator } = await setStage();
    const subscription = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
    });
    simulator.advanceTo(START + 15 * DAY);
    const { id: coupon } = await stripe.coupons.create({ percent_off: 50, duration: 'forever' });
    const discounts = [{ coupon }];
    await stripe.subscriptions.update(subscription.id, { discounts, ...always });
    expect((await stripe.invoices.list({ customer })).data).toHaveLength(1);
    const items = [{ id: itemOf(subscription), quantity: 2 }];
    await stripe.subscriptions.update(subscription.id, { items, ...always });
    // 10.00 was billed in full; two seats at half the price are 10.00.
    expect(sumLines(await latestInvoice(stripe, subscription.id))).toEqual([-500, 500]);
  });
});

describe('a credit', () => {
  it('goes back with the tax that was paid, though the rates have changed', async () => {
    const { stripe, prices, customer, simulator } = await setStage();
    const rate = async (percentage: number) =>
      (await stripe.taxRates.create({ display_name: 'VAT', inclusive: false, percentage })).id;
    const subscription = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      default_tax_rates: [await rate(10)],
    });
    simulator.advanceTo(START + 15 * DAY);
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: itemOf(subscription), price: prices.large }],
      default_tax_rates: [await rate(20)],
      ...always,
    });
    const { lines } = await latestInvoice(stripe, subscription.id);
    expect(lines.data.map((line) => line.taxes?.[0]?.amount)).toEqual([-50, 300]);
  });

  it('comes for a time that was billed but never paid', async () => {
    const { stripe, prices, customer, simulator } = await setStage();
    const params = { customer, collection_method: 'send_invoice', days_until_due: 30 } as const;
    const items = [{ price: prices.small }];
    const subscription = await stripe.subscriptions.create({ ...params, items });
    simulator.advanceTo(START + 15 * DAY);
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: itemOf(subscription), price: prices.large }],
      ...always,
    });
    expect(sumLines(await latestInvoice(stripe, subscription.id))).toEqual([-500, 1500]);
  });
});

describe('the billing cycle', () => {
  const change = async (billing_mode: Mode, to: 'largeYearly' | 'free') => {
    const { stripe, prices, customer, simulator } = await setStage();
    const items = [{ price: prices.small }];
    const old = await stripe.subscriptions.create({ customer, items, billing_mode });
    simulator.advanceTo(START + 15 * DAY);
    const updated = await stripe.subscriptions.update(old.id, {
      items: [{ id: itemOf(old), price: prices[to] }],
      ...always,
    });
    return updated.billing_cycle_anchor;
  };

  it('begins anew with another interval in classic mode only, but not from paid to free', async () => {
    expect(await change(classic, 'largeYearly')).toBe(START + 15 * DAY);
    expect(await change(classic, 'free')).toBe(START);
    expect(await change({ type: 'flexible' }, 'largeYearly')).toBe(START);
    expect(await change({ type: 'flexible' }, 'free')).toBe(START);
  });
});
