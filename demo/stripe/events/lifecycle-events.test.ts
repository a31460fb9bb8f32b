import { describe, expect, it } from 'vitest';
import { DAY, giveCard, setStage, START } from '../testing/stage.ts';
import { told, typesTold } from '../testing/told.ts';

async function setSubscription() {
  const stage = await setStage();
  const { stripe, prices, customer } = stage;
  const items = [{ price: prices.small }];
  const subscription = await stripe.subscriptions.create({ customer, items });
  return { ...stage, id: subscription.id };
}

async function setSchedule(behavior: 'release' | 'cancel') {
  const stage = await setSubscription();
  const { stripe, prices } = stage;
  const { id, phases } = await stripe.subscriptionSchedules.create({ from_subscription: stage.id });
  const [phase] = phases;
  await stripe.subscriptionSchedules.update(id, {
    end_behavior: behavior,
    phases: [
      {
        start_date: phase?.start_date ?? 0,
        end_date: phase?.end_date ?? 0,
        items: [{ price: prices.small }],
      },
    ],
  });
  return { ...stage, schedule: id };
}

describe('events of a renewal', () => {
  it('tell of a draft, and an hour later of its payment', async () => {
    const { stripe, simulator } = await setSubscription();
    const end = START + 30 * DAY;
    const drafted = await told(stripe, () => simulator.advanceTo(end));
    expect(drafted.map(({ type }) => type)).toEqual([
      'invoice.upcoming',
      'invoice.created',
      'customer.subscription.updated',
    ]);
    expect(drafted[2]?.data.previous_attributes).toMatchObject({
      items: { data: [{ current_period_end: end }] },
      latest_invoice: expect.stringMatching(/^in_/),
    });
    expect(await typesTold(stripe, () => simulator.advanceTo(end + 3600))).toEqual([
      'invoice.updated',
      'invoice.finalized',
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'invoice_payment.paid',
      'invoice.updated',
      'invoice.paid',
      'invoice.payment_succeeded',
    ]);
  });

  it('tell of each refusal while the subscription is past due', async () => {
    const { stripe, simulator, customer } = await setSubscription();
    await giveCard(stripe, customer, 'pm_card_chargeCustomerFail');
    const events = await told(stripe, () => simulator.advanceTo(START + 31 * DAY));
    expect(events.map(({ type }) => type)).toContain('invoice.payment_failed');
    expect(events.at(-1)?.data).toMatchObject({
      object: { object: 'subscription', status: 'past_due' },
      previous_attributes: { status: 'active' },
    });
    expect(await typesTold(stripe, () => simulator.advanceTo(START + 34 * DAY))).toEqual([
      'charge.failed',
      'payment_intent.payment_failed',
      'invoice.updated',
      'invoice.payment_failed',
    ]);
  });
});

describe('events of a pause', () => {
  it('tell of its beginning and of its end', async () => {
    const { stripe, id } = await setSubscription();
    expect(await typesTold(stripe, () => stripe.subscriptions.pause(id))).toEqual([
      'invoiceitem.created',
      'customer.subscription.updated',
      'customer.subscription.paused',
    ]);
    const resume = () =>
      stripe.subscriptions.resume(id, { payment_behavior: 'resume_on_payment_success' });
    expect((await typesTold(stripe, resume)).slice(-2)).toEqual([
      'customer.subscription.updated',
      'customer.subscription.resumed',
    ]);
  });

  it('are none where only the collection pauses', async () => {
    const { stripe, id } = await setSubscription();
    const pause = () =>
      stripe.subscriptions.update(id, { pause_collection: { behavior: 'keep_as_draft' } });
    expect(await typesTold(stripe, pause)).toEqual(['customer.subscription.updated']);
  });
});

describe('events of a schedule', () => {
  it('tell that it lets go', async () => {
    const { stripe, schedule } = await setSchedule('release');
    const release = () => stripe.subscriptionSchedules.release(schedule);
    expect(await typesTold(stripe, release)).toEqual([
      'customer.subscription.updated',
      'subscription_schedule.updated',
      'subscription_schedule.released',
    ]);
  });

  it('tell that it is canceled together with its subscription', async () => {
    const { stripe, schedule } = await setSchedule('release');
    const types = await typesTold(stripe, () => stripe.subscriptionSchedules.cancel(schedule));
    expect(types).toContain('subscription_schedule.canceled');
    expect(types).toContain('customer.subscription.deleted');
    expect(types).not.toContain('subscription_schedule.aborted');
  });

  it('tell that it is completed when its end ends the subscription', async () => {
    const { stripe, simulator } = await setSchedule('cancel');
    const types = await typesTold(stripe, () => simulator.advanceTo(START + 31 * DAY));
    expect(types).toContain('subscription_schedule.completed');
    expect(types).toContain('customer.subscription.deleted');
  });
});

describe('events of a deleted customer', () => {
  it('show the customer as it last was', async () => {
    const { stripe, customer } = await setSubscription();
    const events = await told(stripe, () => stripe.customers.del(customer));
    const types = events.map(({ type }) => type);
    expect(types.indexOf('customer.subscription.deleted')).toBeLessThan(
      types.indexOf('customer.deleted'),
    );
    expect(events.at(-1)?.data.object).toMatchObject({ id: customer, email: 'a@example.com' });
  });
});
