import { describe, expect, it } from 'vitest';
import { DAY, HOUR, itemOf, latestInvoice, setStage, START } from '../testing/stage.ts';

const RENEWAL = START + 30 * DAY;

async function subscribed() {
  const stage = await setStage();
  const { stripe, customer, prices } = stage;
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
  return { ...stage, id };
}

describe('the invoice of a renewal', () => {
  it('is a draft for an hour, while the period has moved on', async () => {
    const { simulator, stripe, id } = await subscribed();
    simulator.advanceTo(RENEWAL);
    const { items } = await stripe.subscriptions.retrieve(id);
    expect(items.data[0]?.current_period_start).toBe(RENEWAL);
    const draft = await latestInvoice(stripe, id);
    expect(draft).toMatchObject({
      status: 'draft',
      created: RENEWAL,
      number: null,
      auto_advance: true,
      automatically_finalizes_at: RENEWAL + HOUR,
      next_payment_attempt: RENEWAL + HOUR,
      attempted: false,
      attempt_count: 0,
      ending_balance: null,
      hosted_invoice_url: null,
      status_transitions: { finalized_at: null, paid_at: null },
    });
    simulator.advanceTo(RENEWAL + HOUR - 1);
    expect((await latestInvoice(stripe, id)).status).toBe('draft');
    simulator.advanceTo(RENEWAL + HOUR);
    expect(await latestInvoice(stripe, id)).toMatchObject({
      id: draft.id,
      status: 'paid',
      attempted: true,
      attempt_count: 1,
      automatically_finalizes_at: null,
      next_payment_attempt: null,
      status_transitions: { finalized_at: RENEWAL + HOUR, paid_at: RENEWAL + HOUR },
    });
    expect((await latestInvoice(stripe, id)).number).not.toBeNull();
  });

  it('does not take along what is added in that hour', async () => {
    const { simulator, stripe, id, customer } = await subscribed();
    simulator.advanceTo(RENEWAL);
    await stripe.invoiceItems.create({ customer, subscription: id, amount: 700, currency: 'usd' });
    simulator.advanceTo(RENEWAL + HOUR);
    expect((await latestInvoice(stripe, id)).total).toBe(1000);
    simulator.advanceTo(RENEWAL + 31 * DAY + HOUR);
    expect((await latestInvoice(stripe, id)).total).toBe(1700);
  });

  it('uses the credit that is left when the hour is over', async () => {
    const { simulator, stripe, id, customer } = await subscribed();
    await stripe.customers.createBalanceTransaction(customer, { amount: -600, currency: 'usd' });
    simulator.advanceTo(RENEWAL);
    expect(await latestInvoice(stripe, id)).toMatchObject({
      amount_due: 400,
      starting_balance: -600,
    });
    await stripe.customers.createBalanceTransaction(customer, { amount: 500, currency: 'usd' });
    expect(await latestInvoice(stripe, id)).toMatchObject({
      amount_due: 900,
      starting_balance: -100,
    });
    simulator.advanceTo(RENEWAL + HOUR);
    expect(await latestInvoice(stripe, id)).toMatchObject({
      amount_paid: 900,
      starting_balance: -100,
      ending_balance: 0,
    });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: 0 });
  });

  it('stays a draft for good when the subscription is canceled in that hour', async () => {
    const { simulator, stripe, id } = await subscribed();
    simulator.advanceTo(RENEWAL);
    await stripe.subscriptions.cancel(id);
    simulator.advanceTo(RENEWAL + DAY);
    expect(await latestInvoice(stripe, id)).toMatchObject({
      status: 'draft',
      auto_advance: false,
      automatically_finalizes_at: null,
      next_payment_attempt: null,
    });
  });

  it('comes at the end of a trial too, and the subscription is active at once', async () => {
    const { simulator, stripe, customer, prices } = await setStage();
    const items = [{ price: prices.small }];
    const { id } = await stripe.subscriptions.create({ customer, items, trial_period_days: 10 });
    simulator.advanceTo(START + 10 * DAY);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
    expect(await latestInvoice(stripe, id)).toMatchObject({ status: 'draft', total: 1000 });
    simulator.advanceTo(START + 10 * DAY + HOUR);
    expect((await latestInvoice(stripe, id)).status).toBe('paid');
  });
});

describe('an invoice that somebody asked for', () => {
  it('is finalised at once: the first one, and that of an update', async () => {
    const { stripe, simulator, id, prices } = await subscribed();
    const first = await latestInvoice(stripe, id);
    expect(first.status_transitions.finalized_at).toBe(START);
    simulator.advanceTo(START + 15 * DAY);
    const item = itemOf(await stripe.subscriptions.retrieve(id));
    await stripe.subscriptions.update(id, {
      items: [{ id: item, price: prices.large }],
      proration_behavior: 'always_invoice',
    });
    expect((await latestInvoice(stripe, id)).status_transitions.paid_at).toBe(simulator.now());
  });

  it('waits an hour when the first one is to be sent', async () => {
    const { stripe, simulator, customer, prices } = await setStage();
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      collection_method: 'send_invoice',
      days_until_due: 5,
    });
    expect(await latestInvoice(stripe, id)).toMatchObject({
      status: 'draft',
      automatically_finalizes_at: START + HOUR,
      next_payment_attempt: null,
      due_date: null,
    });
    simulator.advanceTo(START + HOUR);
    expect(await latestInvoice(stripe, id)).toMatchObject({
      status: 'open',
      due_date: START + HOUR + 5 * DAY,
      attempted: false,
    });
  });
});

describe('an invoice made while collection is paused', () => {
  it.each([
    ['void', 'void'],
    ['keep_as_draft', 'draft'],
    ['mark_uncollectible', 'uncollectible'],
  ] as const)('is by %s at once %s', async (behavior, status) => {
    const { stripe, simulator, id } = await subscribed();
    await stripe.subscriptions.update(id, { pause_collection: { behavior } });
    simulator.advanceTo(RENEWAL + DAY);
    const invoice = await latestInvoice(stripe, id);
    expect(invoice).toMatchObject({ status, auto_advance: false, attempted: false });
    expect(invoice.status_details?.uncollectible?.reason).toBe(
      status === 'uncollectible' ? 'subscription_paused' : undefined,
    );
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
  });
});
