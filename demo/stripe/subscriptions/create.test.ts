import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { DAY, latestInvoice, setStage, START, sumLines } from '../testing/stage.ts';

const at = (text: string) => Date.parse(`${text}Z`) / 1000;

async function firstBill(params: Partial<Stripe.SubscriptionCreateParams>) {
  const stage = await setStage();
  const { id } = await stage.stripe.subscriptions.create({
    customer: stage.customer,
    items: [{ price: stage.prices.small }],
    ...params,
  });
  const subscription = await stage.stripe.subscriptions.retrieve(id);
  return { ...stage, subscription, bill: await latestInvoice(stage.stripe, id) };
}

describe('a subscription that began in the past', () => {
  // March has 31 days: half of the month from 15 February is 14 of 28 days.
  const since = at('2026-02-15T12:00:00');

  it('owes a line for each cycle since, in flexible mode', async () => {
    const { subscription, bill } = await firstBill({ backdate_start_date: since });
    expect(subscription.start_date).toBe(since);
    expect(subscription.billing_cycle_anchor).toBe(START);
    // Half of February, March, and April to come.
    expect(sumLines(bill)).toEqual([500, 1000, 1000]);
  });

  it('owes one line for all of it in classic mode, counted from its beginning', async () => {
    const { bill } = await firstBill({
      backdate_start_date: since,
      billing_mode: { type: 'classic' },
    });
    // A month to 15 March, and 17 of the 31 days from there.
    expect(sumLines(bill)).toEqual([1000 + Math.round((1000 * 17) / 31), 1000]);
  });

  it('owes nothing without prorations, and keeps an anchor to come', async () => {
    const { stripe, customer, prices } = await setStage();
    const subscription = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      backdate_start_date: since,
      billing_cycle_anchor: START + 10 * DAY,
      proration_behavior: 'none',
    });
    expect([subscription.status, subscription.latest_invoice]).toEqual(['active', null]);
    expect(subscription.items.data[0]?.current_period_end).toBe(START + 10 * DAY);
  });
});

describe('the anchor of a new subscription', () => {
  it('may be a day of the month, at the time of now', async () => {
    const { subscription, bill } = await firstBill({
      billing_cycle_anchor_config: { day_of_month: 16 },
    });
    expect(subscription.billing_cycle_anchor).toBe(at('2026-04-16T12:00:00'));
    // The cycle from 16 March has 31 days, and 15 are left.
    expect(sumLines(bill)).toEqual([Math.round((1000 * 15) / 31)]);
  });

  it('may lie after the trial: the time between is charged in proportion', async () => {
    const { stripe, simulator, subscription } = await firstBill({
      trial_end: START + 5 * DAY,
      billing_cycle_anchor: START + 20 * DAY,
    });
    simulator.advanceTo(START + 5 * DAY);
    const { total } = await latestInvoice(stripe, subscription.id);
    expect(total).toBe(Math.round((1000 * 15) / 31));
    simulator.advanceTo(START + 20 * DAY);
    expect((await latestInvoice(stripe, subscription.id)).total).toBe(1000);
  });
});

describe('invoice items that are added', () => {
  it('come with the first invoice, or with the next one', async () => {
    const { stripe, simulator, customer, products, prices } = await setStage();
    const setUp = await stripe.prices.create({
      product: products.small,
      currency: 'usd',
      unit_amount: 700,
    });
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      add_invoice_items: [{ price: setUp.id, quantity: 2 }],
    });
    expect(sumLines(await latestInvoice(stripe, id))).toEqual([1400, 1000]);
    await stripe.subscriptions.update(id, {
      add_invoice_items: [
        { price_data: { currency: 'usd', product: products.large, unit_amount: 150 } },
      ],
    });
    simulator.advanceTo(START + 30 * DAY);
    expect(sumLines(await latestInvoice(stripe, id))).toEqual([150, 1000]);
    await expect(
      stripe.subscriptions.update(id, { add_invoice_items: [{ price: prices.large }] }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});
