import { describe, expect, it } from 'vitest';
import { DAY, halfWay, latestInvoice, setStage, START, sumLines } from '../testing/stage.ts';

const month = { interval: 'month', interval_count: 1 } as const;

describe('a preview for somebody who is no customer yet', () => {
  it('counts with their exemption, and names nobody', async () => {
    const { stripe, prices } = await setStage();
    const rate = { display_name: 'VAT', inclusive: false, percentage: 20 };
    const vat = await stripe.taxRates.create(rate);
    const preview = (tax_exempt: 'none' | 'exempt' | 'reverse') =>
      stripe.invoices.createPreview({
        automatic_tax: { enabled: false },
        customer_details: { address: { country: 'DE' }, tax_exempt },
        subscription_details: { items: [{ price: prices.small }], default_tax_rates: [vat.id] },
      });
    const taxed = await preview('none');
    expect([taxed.customer, taxed.customer_address?.country, taxed.total]).toEqual([
      null,
      'DE',
      1200,
    ]);
    const reverse = await preview('reverse');
    expect([reverse.total, reverse.total_taxes?.[0]?.amount]).toEqual([1000, 0]);
    expect(reverse.total_taxes?.[0]?.taxability_reason).toBe('reverse_charge');
    expect((await stripe.customers.list()).data).toHaveLength(1);
  });
});

describe('invoice items of a preview', () => {
  it('come on top of what waits, or change it, and are forgotten', async () => {
    const { stripe, customer, subscription } = await halfWay();
    const waiting = await stripe.invoiceItems.create({ customer, amount: 300, currency: 'usd' });
    const preview = await stripe.invoices.createPreview({
      subscription: subscription.id,
      invoice_items: [
        { invoiceitem: waiting.id, amount: 400 },
        { amount: -50, currency: 'usd', description: 'Thanks' },
        { unit_amount: 20, quantity: 3, currency: 'usd' },
      ],
    });
    expect(sumLines(preview)).toEqual([400, -50, 60, 1000]);
    const { data } = await stripe.invoiceItems.list({ customer, pending: true });
    expect(data.map(({ amount }) => amount)).toEqual([300]);
  });

  it('make a bill of their own where there is no subscription', async () => {
    const { stripe, customer } = await setStage();
    const preview = { customer, invoice_items: [{ amount: 900, currency: 'usd' }] };
    expect((await stripe.invoices.createPreview(preview)).total).toBe(900);
    await expect(stripe.invoices.createPreview({ customer })).rejects.toMatchObject({
      code: 'invoice_upcoming_none',
    });
  });
});

describe('the preview of an end, a pause and a resumption', () => {
  it('is what they bill', async () => {
    const { stripe, simulator, subscription } = await halfWay();
    const preview = (subscription_details: object) =>
      stripe.invoices.createPreview({ subscription: subscription.id, subscription_details });
    expect(sumLines(await preview({ cancel_now: true }))).toEqual([-500]);
    expect(sumLines(await preview({ pause: { invoicing_behavior: 'invoice' } }))).toEqual([-500]);
    await expect(
      preview({ pause: { invoicing_behavior: 'pending_invoice_item' } }),
    ).rejects.toMatchObject({ code: 'invoice_upcoming_none' });
    await stripe.subscriptions.pause(subscription.id, { invoicing_behavior: 'invoice' });
    await expect(preview({})).rejects.toMatchObject({ code: 'invoice_upcoming_none' });
    simulator.advanceTo(START + 20 * DAY);
    const resumption = await preview({ resume_at: 'now' });
    // A whole month, less the 5.00 on the balance.
    expect([resumption.total, resumption.amount_due]).toEqual([1000, 500]);
    await stripe.subscriptions.resume(subscription.id);
    const bill = await latestInvoice(stripe, subscription.id);
    expect([bill.total, bill.amount_due]).toEqual([1000, 500]);
  });
});

describe('the preview of a new subscription', () => {
  it('may begin in the past, or have its cycle begin at a time to come', async () => {
    const { stripe, customer, prices } = await setStage();
    const preview = async (details: object) =>
      sumLines(
        await stripe.invoices.createPreview({
          customer,
          subscription_details: { items: [{ price: prices.small }], ...details },
        }),
      );
    expect(await preview({ start_date: START - 31 * DAY })).toEqual([1000, 1000]);
    const billing_cycle_anchor = { type: 'timestamp', timestamp: START + 15 * DAY };
    // 15 of the 31 days of the cycle that began in March.
    expect(await preview({ billing_cycle_anchor })).toEqual([484]);
    expect(await preview({ billing_cycle_anchor, proration_behavior: 'none' })).toEqual([]);
  });
});

describe('the preview of a schedule', () => {
  it('is the first bill of one to be made, or of one that waits', async () => {
    const { stripe, customer, prices } = await setStage();
    const phases = [{ items: [{ price: prices.small, quantity: 3 }], duration: month }];
    const planned = await stripe.invoices.createPreview({
      customer,
      schedule_details: { phases },
    });
    expect(sumLines(planned)).toEqual([3000]);
    const start_date = START + 5 * DAY;
    const schedule = await stripe.subscriptionSchedules.create({ customer, start_date, phases });
    const next = await stripe.invoices.createPreview({ schedule: schedule.id });
    expect([sumLines(next), next.created]).toEqual([[3000], start_date]);
  });

  it('is what a change of the running phase bills at once', async () => {
    const { stripe, subscription, prices } = await halfWay();
    const { id, phases } = await stripe.subscriptionSchedules.create({
      from_subscription: subscription.id,
    });
    const [{ start_date, end_date } = { start_date: 0, end_date: 0 }] = phases;
    const change = {
      phases: [{ start_date, end_date, items: [{ price: prices.large }] }],
      proration_behavior: 'always_invoice' as const,
    };
    const preview = await stripe.invoices.createPreview({
      schedule: id,
      schedule_details: change,
    });
    await stripe.subscriptionSchedules.update(id, change);
    const bill = await latestInvoice(stripe, subscription.id);
    expect(sumLines(preview)).toEqual(sumLines(bill));
    await expect(
      stripe.invoices.createPreview({ schedule: id, subscription: subscription.id }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});
