import { describe, expect, it } from 'vitest';
import { DAY, setStage, START } from '../testing/stage.ts';
import { told, typesTold } from '../testing/told.ts';

type Stage = Awaited<ReturnType<typeof setStage>>;

function start({ stripe, prices, customer }: Stage, more = {}) {
  return stripe.subscriptions.create({ customer, items: [{ price: prices.small }], ...more });
}

const TRIAL = 'customer.subscription.trial_will_end';

describe('customer.subscription.trial_will_end', () => {
  it('is told three days before, once', async () => {
    const stage = await setStage();
    await start(stage, { trial_period_days: 10 });
    const reach = (at: number) => typesTold(stage.stripe, () => stage.simulator.advanceTo(at));
    expect(await reach(START + 7 * DAY - 1)).not.toContain(TRIAL);
    expect(await reach(START + 7 * DAY)).toEqual([TRIAL]);
    expect(await reach(START + 9 * DAY)).toEqual([]);
  });

  it('is told at once of a shorter trial, and of one that is ended', async () => {
    const stage = await setStage();
    expect(await typesTold(stage.stripe, () => start(stage, { trial_period_days: 2 }))).toContain(
      TRIAL,
    );
    const { id } = await start(stage, { trial_period_days: 20 });
    const end = () => stage.stripe.subscriptions.update(id, { trial_end: 'now' });
    expect(await typesTold(stage.stripe, end)).toContain(TRIAL);
  });

  it('is told again of a trial that was made longer', async () => {
    const stage = await setStage();
    const { id } = await start(stage, { trial_period_days: 5 });
    stage.simulator.advanceTo(START + 3 * DAY);
    const trialEnd = START + 20 * DAY;
    await stage.stripe.subscriptions.update(id, { trial_end: trialEnd });
    const later = () => stage.simulator.advanceTo(trialEnd - 3 * DAY);
    expect(await typesTold(stage.stripe, later)).toContain(TRIAL);
  });
});

describe('invoice.upcoming', () => {
  it('is told a week before, with the invoice that will come and no id', async () => {
    const stage = await setStage();
    const { id } = await start(stage);
    const at = START + 23 * DAY;
    const events = await told(stage.stripe, () => stage.simulator.advanceTo(at));
    expect(events).toMatchObject([
      { type: 'invoice.upcoming', created: at, request: { id: null } },
    ]);
    const [event] = events;
    expect(event?.data.object).toMatchObject({
      object: 'invoice',
      amount_due: 1000,
      parent: { subscription_details: { subscription: id } },
    });
    expect(event?.data.object).not.toHaveProperty('id');
    const month = () => stage.simulator.advanceTo(START + 60 * DAY);
    const types = await typesTold(stage.stripe, month);
    expect(types.filter((type) => type === 'invoice.upcoming')).toHaveLength(1);
  });

  it('comes as many days before as the account says', async () => {
    const stage = await setStage();
    stage.simulator.setAccount({ upcomingDays: 3 });
    await start(stage);
    const reach = (day: number) =>
      typesTold(stage.stripe, () => stage.simulator.advanceTo(START + day * DAY));
    expect(await reach(26)).toEqual([]);
    expect(await reach(27)).toEqual(['invoice.upcoming']);
  });

  it('is not told where no invoice will be charged', async () => {
    const stage = await setStage();
    await start(stage, { collection_method: 'send_invoice', days_until_due: 5 });
    const { id } = await start(stage);
    await stage.stripe.subscriptions.update(id, { cancel_at_period_end: true });
    const types = await typesTold(stage.stripe, () => stage.simulator.advanceTo(START + 29 * DAY));
    expect(types).not.toContain('invoice.upcoming');
  });
});

describe('events of an invoice that is sent', () => {
  it('tell of each sending, and of a due date that has passed', async () => {
    const { stripe, simulator, customer } = await setStage();
    await stripe.invoiceItems.create({ customer, amount: 500, currency: 'usd' });
    const { id } = await stripe.invoices.create({
      customer,
      collection_method: 'send_invoice',
      days_until_due: 5,
      auto_advance: false,
      pending_invoice_items_behavior: 'include',
    });
    const send = () => stripe.invoices.sendInvoice(id);
    const sent = (types: string[]) => types.filter((type) => type === 'invoice.sent');
    expect(sent(await typesTold(stripe, send))).toHaveLength(1);
    expect(await typesTold(stripe, send)).toEqual(['invoice.sent']);
    const due = START + 5 * DAY;
    expect(await typesTold(stripe, () => simulator.advanceTo(due - 1))).toEqual([]);
    expect(await typesTold(stripe, () => simulator.advanceTo(due))).toEqual(['invoice.overdue']);
  });
});

describe('subscription_schedule.expiring', () => {
  it('is told seven days before the end', async () => {
    const stage = await setStage();
    const { stripe, simulator } = stage;
    const { id } = await start(stage);
    await stripe.subscriptionSchedules.create({ from_subscription: id });
    const types = await typesTold(stripe, () => simulator.advanceTo(START + 23 * DAY));
    expect(types).toContain('subscription_schedule.expiring');
  });
});
