import { describe, expect, it } from 'vitest';
import { DAY, halfWay, latestInvoice, setStage, START, sumLines } from '../testing/stage.ts';

const month = { interval: 'month', interval_count: 1 } as const;

const idOf = (subscription: string | { id: string } | null) =>
  typeof subscription === 'string' ? subscription : (subscription?.id ?? '');

describe('a schedule of its own', () => {
  it('starts its subscription at its time, and then goes through its phases', async () => {
    const { stripe, simulator, customer, prices } = await setStage();
    const schedule = await stripe.subscriptionSchedules.create({
      customer,
      start_date: START + 5 * DAY,
      end_behavior: 'cancel',
      metadata: { deal: '7' },
      phases: [
        { items: [{ price: prices.small, quantity: 2 }], duration: month },
        { items: [{ price: prices.large }], duration: month, proration_behavior: 'none' },
      ],
    });
    expect([schedule.status, schedule.subscription]).toEqual(['not_started', null]);
    simulator.advanceTo(START + 5 * DAY);
    const started = await stripe.subscriptionSchedules.retrieve(schedule.id);
    const id = idOf(started.subscription);
    expect(started.status).toBe('active');
    expect(sumLines(await latestInvoice(stripe, id))).toEqual([2000]);
    const end = started.phases[1]?.end_date ?? 0;
    expect((await stripe.subscriptions.retrieve(id)).cancel_at).toBe(end);
    simulator.advanceTo(started.phases[1]?.start_date ?? 0);
    expect(sumLines(await latestInvoice(stripe, id))).toEqual([3000]);
    simulator.advanceTo(end);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
    expect((await stripe.subscriptionSchedules.retrieve(schedule.id)).status).toBe('completed');
  });

  it('starts now with a trial, discounts of items and things asked for once', async () => {
    const { stripe, simulator, customer, prices, products } = await setStage();
    const coupon = (await stripe.coupons.create({ percent_off: 50, duration: 'forever' })).id;
    const price_data = { currency: 'usd', product: products.small, unit_amount: 500 };
    const { subscription } = await stripe.subscriptionSchedules.create({
      customer,
      start_date: 'now',
      phases: [
        { items: [{ price: prices.small }], trial: true, end_date: START + 10 * DAY },
        {
          items: [{ price: prices.large, discounts: [{ coupon }] }],
          add_invoice_items: [{ price_data }],
          duration: month,
        },
      ],
    });
    const id = idOf(subscription);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('trialing');
    simulator.advanceTo(START + 10 * DAY);
    const invoice = await latestInvoice(stripe, id);
    expect([sumLines(invoice), invoice.total]).toEqual([[500, 3000], 2000]);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
  });

  it('can be called off before it starts', async () => {
    const { stripe, simulator, customer, prices } = await setStage();
    const { id } = await stripe.subscriptionSchedules.create({
      customer,
      start_date: START + DAY,
      phases: [{ items: [{ price: prices.small }] }],
    });
    expect((await stripe.subscriptionSchedules.cancel(id)).status).toBe('canceled');
    simulator.advanceTo(START + 3 * DAY);
    expect((await stripe.subscriptions.list({ customer })).data).toEqual([]);
  });

  it('refuses what does not fit together', async () => {
    const { stripe, customer, prices } = await setStage();
    const items = [{ price: prices.small }];
    const { id: coupon } = await stripe.coupons.create({ percent_off: 10, duration: 'once' });
    const restrictions = { minimum_amount: 100, minimum_amount_currency: 'usd' };
    const promotion = { type: 'coupon' as const, coupon };
    const code = await stripe.promotionCodes.create({ promotion, restrictions });
    const wrong = [
      [],
      Array.from({ length: 11 }, () => ({ items, duration: month })),
      [{ items, duration: month, end_date: START + DAY }],
      [{ items, end_date: START }],
      [{ items, trial: true, billing_cycle_anchor: 'phase_start' as const }],
      [{ items, trial_end: START + 400 * DAY }],
      [{ items, discounts: [{ promotion_code: code.id }] }],
      [{ items: [...items, ...items] }],
    ];
    for (const phases of wrong) {
      const params = { customer, start_date: 'now' as const, phases };
      await expect(stripe.subscriptionSchedules.create(params)).rejects.toMatchObject({
        statusCode: 400,
      });
    }
  });
});

describe('the phase that runs', () => {
  async function scheduled() {
    const stage = await halfWay();
    const { id, phases } = await stage.stripe.subscriptionSchedules.create({
      from_subscription: stage.subscription.id,
    });
    const [phase] = phases;
    return {
      ...stage,
      id,
      dates: { start_date: phase?.start_date ?? 0, end_date: phase?.end_date ?? 0 },
    };
  }

  it('is changed at once, and billed as the request says', async () => {
    const { stripe, id, dates, prices, subscription, customer } = await scheduled();
    const phases = (price: string) => [{ ...dates, items: [{ price }] }];
    await stripe.subscriptionSchedules.update(id, {
      phases: phases(prices.large),
      proration_behavior: 'always_invoice',
    });
    const invoice = await latestInvoice(stripe, subscription.id);
    expect([invoice.status, sumLines(invoice)]).toEqual(['paid', [-500, 1500]]);
    await stripe.subscriptionSchedules.update(id, { phases: phases(prices.small) });
    const waiting = await stripe.invoiceItems.list({ customer, pending: true });
    expect(waiting.data.map(({ amount }) => amount)).toEqual([500, -1500]);
  });

  it('can be ended now, for the next one', async () => {
    const { stripe, id, dates, prices, subscription } = await scheduled();
    await stripe.subscriptionSchedules.update(id, {
      phases: [
        { start_date: dates.start_date, end_date: 'now', items: [{ price: prices.small }] },
        {
          items: [{ price: prices.large }],
          duration: month,
          proration_behavior: 'always_invoice',
        },
      ],
    });
    expect(sumLines(await latestInvoice(stripe, subscription.id))).toEqual([-500, 1500]);
  });

  it('lets go with or without the end that the schedule had set', async () => {
    const { stripe, id, subscription } = await scheduled();
    const { phases } = await stripe.subscriptionSchedules.update(id, { end_behavior: 'cancel' });
    const end = phases[0]?.end_date ?? 0;
    expect((await stripe.subscriptions.retrieve(subscription.id)).cancel_at).toBe(end);
    await stripe.subscriptionSchedules.release(id, { preserve_cancel_date: true });
    expect((await stripe.subscriptions.retrieve(subscription.id)).cancel_at).toBe(end);
  });
});
