import { describe, expect, it } from 'vitest';
import { DAY, giveCard, halfWay, latestInvoice, START, sumLines } from '../testing/stage.ts';

const HOUR = 3600;

async function paused() {
  const stage = await halfWay();
  await stage.stripe.subscriptions.pause(stage.subscription.id);
  return stage;
}

describe('a paused subscription', () => {
  it('has its period end now, says why, and leaves a credit waiting', async () => {
    const { stripe, simulator, subscription, customer } = await halfWay();
    const answer = await stripe.subscriptions.pause(subscription.id);
    expect(answer).toMatchObject({
      status: 'paused',
      status_details: {
        paused: {
          type: 'subscription',
          subscription: { type: 'pause_requested' },
          transitioned_at: START + 15 * DAY,
        },
      },
    });
    expect(answer.items.data[0]?.current_period_end).toBe(START + 15 * DAY);
    const waiting = await stripe.invoiceItems.list({ customer, pending: true });
    expect(waiting.data.map(({ amount }) => amount)).toEqual([-500]);
    simulator.advanceTo(START + 90 * DAY);
    expect((await stripe.invoices.list({ customer })).data).toHaveLength(1);
  });

  it('credits at once, from the beginning of the period, or not at all, as asked', async () => {
    const first = await halfWay();
    await first.stripe.subscriptions.pause(first.subscription.id, {
      invoicing_behavior: 'invoice',
      bill_for: { unused_time_from: { type: 'item_current_period_start' } },
    });
    const invoice = await latestInvoice(first.stripe, first.subscription.id);
    expect([invoice.total, invoice.ending_balance]).toEqual([-1000, -1000]);
    const second = await halfWay();
    await second.stripe.subscriptions.pause(second.subscription.id, {
      invoicing_behavior: 'invoice',
      bill_for: { unused_time_from: { type: 'none' } },
    });
    const { data } = await second.stripe.invoices.list({ customer: second.customer });
    expect(data).toHaveLength(1);
  });

  it('is not made of a classic one, of a trial, or under a schedule', async () => {
    const { stripe, customer, prices, subscription } = await halfWay();
    const items = [{ price: prices.large }];
    const classic = await stripe.subscriptions.create({
      customer,
      items,
      billing_mode: { type: 'classic' },
    });
    const trial = await stripe.subscriptions.create({ customer, items, trial_period_days: 3 });
    await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
    for (const { id } of [classic, trial, subscription]) {
      await expect(stripe.subscriptions.pause(id)).rejects.toMatchObject({ statusCode: 400 });
    }
  });
});

describe('resuming', () => {
  it('waits by default until somebody pays the invoice of the new period', async () => {
    const { stripe, simulator, subscription } = await paused();
    simulator.advanceTo(START + 40 * DAY);
    expect((await stripe.subscriptions.resume(subscription.id)).status).toBe('paused');
    const invoice = await latestInvoice(stripe, subscription.id);
    // 10.00 for the new month, less the 5.00 that waited.
    expect([invoice.status, invoice.attempted, sumLines(invoice)]).toEqual([
      'open',
      false,
      [-500, 1000],
    ]);
    await stripe.invoices.pay(invoice.id ?? '');
    const resumed = await stripe.subscriptions.retrieve(subscription.id);
    expect([resumed.status, resumed.billing_cycle_anchor]).toEqual(['active', START + 40 * DAY]);
    expect(resumed.status_details).toBeUndefined();
  });

  it('stays paused when nobody tries to pay within 23 hours', async () => {
    const { stripe, simulator, subscription } = await paused();
    await stripe.subscriptions.resume(subscription.id);
    simulator.advanceTo(START + 15 * DAY + 23 * HOUR);
    expect((await latestInvoice(stripe, subscription.id)).status).toBe('void');
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('paused');
  });

  it('is past due when the attempt fails, or stays paused where success was asked for', async () => {
    const outcome = async (needed: 'resume_on_payment_attempt' | 'resume_on_payment_success') => {
      const { stripe, customer, subscription } = await paused();
      await giveCard(stripe, customer, 'pm_card_chargeCustomerFail');
      await stripe.subscriptions.resume(subscription.id, { payment_behavior: needed });
      const { id } = await latestInvoice(stripe, subscription.id);
      if (needed === 'resume_on_payment_attempt') {
        await expect(stripe.invoices.pay(id ?? '')).rejects.toMatchObject({ statusCode: 402 });
      }
      return (await stripe.subscriptions.retrieve(subscription.id)).status;
    };
    expect(await outcome('resume_on_payment_attempt')).toBe('past_due');
    expect(await outcome('resume_on_payment_success')).toBe('paused');
  });

  it('is done at once where the payment is asked for and succeeds', async () => {
    const { stripe, subscription } = await paused();
    const { status } = await stripe.subscriptions.resume(subscription.id, {
      payment_behavior: 'resume_on_payment_success',
    });
    expect(status).toBe('active');
  });

  it('goes back into the old cycle, and charges what is left of it with the next bill', async () => {
    const { stripe, simulator, customer, subscription } = await paused();
    simulator.advanceTo(START + 45 * DAY);
    const resumed = await stripe.subscriptions.resume(subscription.id, {
      billing_cycle_anchor: { type: 'unchanged' },
    });
    expect([resumed.status, resumed.billing_cycle_anchor]).toEqual(['active', START]);
    // Of the 31 days of May, 16 are left.
    const waiting = await stripe.invoiceItems.list({ customer, pending: true });
    expect(waiting.data.map(({ amount }) => amount)).toEqual([Math.round((1000 * 16) / 31), -500]);
  });
});
