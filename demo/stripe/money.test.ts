import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { DAY, itemOf, latestInvoice, setStage, START } from './testing/stage.ts';

type Details = Stripe.InvoiceCreatePreviewParams.SubscriptionDetails;
type Stage = Awaited<ReturnType<typeof setStage>>;
const always = { proration_behavior: 'always_invoice' } as const;

/** Half of April is over: 15 of 30 days are left. */
async function halfWay(quantity = 1) {
  const stage = await setStage();
  const subscription = await stage.stripe.subscriptions.create({
    customer: stage.customer,
    items: [{ price: stage.prices.small, quantity }],
  });
  stage.simulator.advanceTo(START + 15 * DAY);
  return { ...stage, subscription, item: itemOf(subscription) };
}

const sumLines = (invoice: Stripe.Invoice) => invoice.lines.data.map((line) => line.amount);

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
    simulator.advanceTo(START + 30 * DAY);
    // May is 10.00, and the credit pays for it.
    expect(await latestInvoice(stripe, old.id)).toMatchObject({
      total: 1000,
      amount_due: 0,
      ending_balance: 0,
    });
  });
});

describe('a preview', () => {
  const changes: [string, (stage: Stage, item: string) => Details][] = [
    ['an upgrade', ({ prices }, id) => ({ items: [{ id, price: prices.large }], ...always })],
    ['more seats', (_stage, id) => ({ items: [{ id, quantity: 7 }], ...always })],
    ['fewer seats', (_stage, id) => ({ items: [{ id, quantity: 1 }], ...always })],
    [
      'a yearly price, anchored now',
      ({ prices }, id) => ({
        items: [{ id, price: prices.largeYearly }],
        billing_cycle_anchor: { type: 'now' },
        ...always,
      }),
    ],
    [
      'a yearly price in the old cycle',
      ({ prices }, id) => ({
        items: [{ id, price: prices.largeYearly }],
        ...always,
      }),
    ],
    ['a free price', ({ prices }, id) => ({ items: [{ id, price: prices.free }], ...always })],
    ['a second item', ({ prices }) => ({ items: [{ price: prices.large }], ...always })],
    [
      'an anchor alone',
      () => ({ billing_cycle_anchor: { type: 'now' }, proration_behavior: 'none' }),
    ],
    [
      'an earlier proration date',
      ({ prices }, id) => ({
        items: [{ id, price: prices.large }],
        proration_date: START + 5 * DAY,
        ...always,
      }),
    ],
  ];

  it.each(changes)('is what is billed for %s', async (_name, detailsOf) => {
    const stage = await halfWay(3);
    const { stripe, subscription, item } = stage;
    const details = detailsOf(stage, item);
    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: details,
    });
    await stripe.subscriptions.update(subscription.id, details);
    const bill = await latestInvoice(stripe, subscription.id);
    expect(sumLines(bill)).toEqual(sumLines(preview));
    expect(bill.lines.data.map((line) => line.period)).toEqual(
      preview.lines.data.map((line) => line.period),
    );
    expect([bill.total, bill.amount_due, bill.ending_balance]).toEqual([
      preview.total,
      preview.amount_due,
      preview.ending_balance,
    ]);
  });

  it('of the next invoice is the next invoice', async () => {
    const { stripe, simulator, subscription, item } = await halfWay();
    await stripe.subscriptions.update(subscription.id, { items: [{ id: item, quantity: 4 }] });
    const preview = await stripe.invoices.createPreview({ subscription: subscription.id });
    const steady = await stripe.invoices.createPreview({
      subscription: subscription.id,
      preview_mode: 'recurring',
    });
    expect(steady.total).toBe(4000);
    expect(preview.id).toMatch(/^upcoming_in_/);
    simulator.advanceTo(START + 30 * DAY);
    const bill = await latestInvoice(stripe, subscription.id);
    // 40.00 for May, 20.00 − 5.00 for the rest of April.
    expect(bill.total).toBe(5500);
    expect([preview.total, preview.created, preview.next_payment_attempt]).toEqual([
      bill.total,
      bill.created,
      bill.created,
    ]);
  });

  it('leaves nothing behind, and says when nothing is due', async () => {
    const { stripe, simulator, subscription, item, prices, customer } = await halfWay();
    await stripe.invoices.createPreview({
      customer,
      subscription_details: { items: [{ price: prices.large }] },
    });
    await stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { items: [{ id: item, price: prices.large }], ...always },
    });
    expect((await stripe.subscriptions.list({ customer })).data).toHaveLength(1);
    expect((await stripe.invoices.list({ customer })).data).toHaveLength(1);
    expect(simulator.now()).toBe(START + 15 * DAY);
    await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
    await expect(stripe.invoices.createPreview({ customer })).rejects.toMatchObject({
      code: 'invoice_upcoming_none',
    });
  });
});

describe('discounts and tax', () => {
  it('spread an amount over the lines, once, and put tax on what is left', async () => {
    const { stripe, simulator, prices, customer } = await setStage();
    const coupon = await stripe.coupons.create({
      amount_off: 1000,
      currency: 'usd',
      duration: 'once',
    });
    const vat = await stripe.taxRates.create({
      display_name: 'VAT',
      inclusive: false,
      percentage: 20,
    });
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }, { price: prices.large }],
      discounts: [{ coupon: coupon.id }],
      default_tax_rates: [vat.id],
    });
    const first = await latestInvoice(stripe, id);
    // 10.00 + 30.00 − 10.00 = 30.00, and 20 % on top. A quarter of the coupon falls on the first line.
    expect(first).toMatchObject({ subtotal: 4000, total: 3600, total_excluding_tax: 3000 });
    expect(first.lines.data.map((line) => line.discount_amounts?.[0]?.amount)).toEqual([250, 750]);
    expect((await stripe.subscriptions.retrieve(id)).discounts).toEqual([]);
    simulator.advanceTo(START + 30 * DAY);
    expect((await latestInvoice(stripe, id)).total).toBe(4800);
  });

  it('charges tiers by the units that fall into each', async () => {
    const { stripe, customer, products } = await setStage();
    const tiers = [
      { up_to: 5, unit_amount: 500 },
      { up_to: 'inf' as const, unit_amount: 300, flat_amount: 100 },
    ];
    const bill = async (mode: 'graduated' | 'volume') => {
      const price = await stripe.prices.create({
        product: products.small,
        currency: 'usd',
        billing_scheme: 'tiered',
        tiers_mode: mode,
        tiers,
        recurring: { interval: 'month' },
      });
      const items = [{ price: price.id, quantity: 7 }];
      return (await stripe.invoices.createPreview({ customer, subscription_details: { items } }))
        .total;
    };
    expect(await bill('graduated')).toBe(5 * 500 + 2 * 300 + 100);
    expect(await bill('volume')).toBe(7 * 300 + 100);
  });

  it('owes what is too small to charge', async () => {
    const { stripe, customer, products } = await setStage();
    const price = await stripe.prices.create({
      product: products.small,
      currency: 'usd',
      unit_amount: 30,
      recurring: { interval: 'month' },
    });
    const { id } = await stripe.subscriptions.create({ customer, items: [{ price: price.id }] });
    expect(await latestInvoice(stripe, id)).toMatchObject({
      status: 'paid',
      total: 30,
      amount_due: 0,
    });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: 30 });
  });
});
