import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, latestInvoice, setStage, START } from '../testing/stage.ts';

const RENEWAL = START + 30 * DAY;

async function subscribed(params: Partial<Stripe.SubscriptionCreateParams> = {}, card?: string) {
  const stage = await setStage(card);
  const { stripe, customer, prices } = stage;
  const items = [{ price: prices.small }];
  const { id } = await stripe.subscriptions.create({ customer, items, ...params });
  const read = () => stripe.subscriptions.retrieve(id);
  /** What it is a second before, and at that second. */
  const around = async (at: number) => {
    stage.simulator.advanceTo(at - 1);
    const before = await read();
    stage.simulator.advanceTo(at);
    return [before, await read()] as const;
  };
  return { ...stage, id, read, around };
}

describe('a subscription in time', () => {
  it.each(['classic', 'flexible'] as const)('ends with its period (%s)', async (type) => {
    const { stripe, id, around } = await subscribed({ billing_mode: { type } });
    const set = await stripe.subscriptions.update(id, { cancel_at_period_end: true });
    expect(set).toMatchObject({ cancel_at_period_end: true, cancel_at: RENEWAL });
    const [before, after] = await around(RENEWAL);
    expect(before.status).toBe('active');
    expect(after).toMatchObject({ status: 'canceled', ended_at: RENEWAL, canceled_at: START });
    expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(1);
  });

  it('ends at `max_period_end` without the flag, and not when that is taken back', async () => {
    const { stripe, id, around } = await subscribed();
    const set = await stripe.subscriptions.update(id, { cancel_at: 'max_period_end' });
    expect(set).toMatchObject({ cancel_at_period_end: false, cancel_at: RENEWAL });
    await stripe.subscriptions.update(id, { cancel_at: '' });
    expect((await around(RENEWAL))[1].status).toBe('active');
    await stripe.subscriptions.update(id, { cancel_at: RENEWAL + 10 * DAY });
    const [before, after] = await around(RENEWAL + 10 * DAY);
    expect([before.status, after.status]).toEqual(['active', 'canceled']);
  });

  it('expires when its first invoice was not paid within 23 hours', async () => {
    const { stripe, id, around } = await subscribed({}, 'pm_card_chargeCustomerFail');
    const [before, after] = await around(START + 23 * HOUR);
    expect([before.status, after.status]).toEqual(['incomplete', 'incomplete_expired']);
    const invoice = await latestInvoice(stripe, id);
    expect(invoice).toMatchObject({ status: 'void', next_payment_attempt: null });
    expect(invoice.status_transitions.voided_at).toBe(START + 23 * HOUR);
  });

  it('collects again from `resumes_at` on', async () => {
    const { stripe, id, around } = await subscribed();
    await stripe.subscriptions.update(id, {
      pause_collection: { behavior: 'void', resumes_at: RENEWAL + 5 * DAY },
    });
    const [before, after] = await around(RENEWAL + 5 * DAY);
    expect(before.pause_collection).toMatchObject({ behavior: 'void' });
    expect(after.pause_collection).toBeNull();
    expect((await latestInvoice(stripe, id)).status).toBe('void');
    await around(RENEWAL + 31 * DAY + HOUR);
    expect((await latestInvoice(stripe, id)).status).toBe('paid');
  });

  it('loses a repeating coupon when its months are over', async () => {
    const stage = await setStage();
    const { stripe, customer, prices, simulator } = stage;
    const coupon = await stripe.coupons.create({
      percent_off: 50,
      duration: 'repeating',
      duration_in_months: 2,
    });
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      discounts: [{ coupon: coupon.id }],
    });
    const end = START + 61 * DAY;
    simulator.advanceTo(end - 1);
    expect((await stripe.subscriptions.retrieve(id)).discounts).toHaveLength(1);
    expect((await latestInvoice(stripe, id)).total).toBe(500);
    simulator.advanceTo(end);
    expect((await stripe.subscriptions.retrieve(id)).discounts).toEqual([]);
    expect((await latestInvoice(stripe, id)).total).toBe(1000);
  });

  it('is late when an invoice that was sent is not paid by its due date', async () => {
    const send = { collection_method: 'send_invoice' as const, days_until_due: 5 };
    const { stripe, id, around, read } = await subscribed(send);
    const [before, after] = await around(START + HOUR + 5 * DAY);
    expect([before.status, after.status]).toEqual(['active', 'past_due']);
    await stripe.invoices.pay((await latestInvoice(stripe, id)).id);
    expect((await read()).status).toBe('active');
  });
});

describe('a trial without a payment method', () => {
  const endOf = async (missing: 'cancel' | 'pause' | 'create_invoice') => {
    const stage = await setStage();
    const { stripe, prices, simulator } = stage;
    const { id: customer } = await stripe.customers.create({});
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      trial_period_days: 10,
      trial_settings: { end_behavior: { missing_payment_method: missing } },
    });
    simulator.advanceTo(START + 10 * DAY);
    return { stripe, simulator, id, ended: await stripe.subscriptions.retrieve(id) };
  };

  it('is canceled', async () => {
    const { ended } = await endOf('cancel');
    expect(ended).toMatchObject({ status: 'canceled', ended_at: START + 10 * DAY });
  });

  it('is paused, in the period of its trial and without an invoice', async () => {
    const { stripe, id, ended, simulator } = await endOf('pause');
    expect(ended.status).toBe('paused');
    expect(ended.status_details?.paused?.subscription?.type).toBe(
      'trial_end_without_payment_method',
    );
    expect(ended.items.data[0]?.current_period_end).toBe(START + 10 * DAY);
    simulator.advanceTo(START + 90 * DAY);
    expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(1);
  });

  it('is active with a draft, and past due when nobody can be charged for it', async () => {
    const { stripe, id, ended, simulator } = await endOf('create_invoice');
    expect(ended.status).toBe('active');
    simulator.advanceTo(START + 10 * DAY + HOUR);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('past_due');
    expect(await latestInvoice(stripe, id)).toMatchObject({ status: 'open', attempt_count: 1 });
  });
});

describe('finalising by hand', () => {
  it('keeps the hour of the try, and `auto_advance: false` calls it off', async () => {
    for (const isOn of [true, false]) {
      const { stripe, simulator, id, around } = await subscribed();
      await around(RENEWAL);
      const { id: draft } = await latestInvoice(stripe, id);
      const open = await stripe.invoices.finalizeInvoice(
        draft,
        isOn ? {} : { auto_advance: false },
      );
      expect(open).toMatchObject({
        status: 'open',
        auto_advance: isOn,
        next_payment_attempt: isOn ? RENEWAL + HOUR : null,
      });
      simulator.advanceTo(RENEWAL + HOUR);
      expect((await latestInvoice(stripe, id)).status).toBe(isOn ? 'paid' : 'open');
    }
  });
});
