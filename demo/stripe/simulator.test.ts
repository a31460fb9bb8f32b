import { describe, expect, it } from 'vitest';
import {
  answerBank,
  DAY,
  giveCard,
  HOUR,
  itemOf,
  latestInvoice,
  setStage,
  START,
} from './testing/stage.ts';

describe('the Stripe simulator', () => {
  it('renews through the clock, and fails into past_due with an open invoice', async () => {
    const { simulator, stripe, prices, customer } = await setStage();
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
    });
    simulator.advanceTo(START + 31 * DAY);
    expect((await stripe.invoices.list({ subscription: id })).data).toHaveLength(2);
    await giveCard(stripe, customer, 'pm_card_chargeCustomerFail');
    simulator.advanceTo(START + 61 * DAY + HOUR);
    const late = await stripe.subscriptions.retrieve(id);
    expect(late.status).toBe('past_due');
    const invoice = await latestInvoice(stripe, id);
    expect(invoice).toMatchObject({ status: 'open', attempt_count: 1, amount_remaining: 1000 });
    expect(invoice.next_payment_attempt).toBe(simulator.now() + 3 * DAY);
    await giveCard(stripe, customer, 'pm_card_visa');
    await stripe.invoices.pay(invoice.id);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('active');
  });

  it('keeps an upgrade pending until its invoice is paid', async () => {
    const { simulator, stripe, prices, customer } = await setStage();
    const old = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
    await giveCard(stripe, customer, 'pm_card_authenticationRequired');
    simulator.advanceTo(START + 15 * DAY);
    const held = await stripe.subscriptions.update(old.id, {
      items: [{ id: itemOf(old), price: prices.large }],
      proration_behavior: 'always_invoice',
      payment_behavior: 'pending_if_incomplete',
    });
    expect(held.pending_update?.expires_at).toBe(simulator.now() + 23 * 3600);
    expect(held.items.data[0]?.price.id).toBe(prices.small);
    const open = await latestInvoice(stripe, old.id);
    const answer = await answerBank(simulator, open.confirmation_secret?.client_secret, 'success');
    expect(answer.status).toBe(200);
    const done = await stripe.subscriptions.retrieve(old.id);
    expect(done).toMatchObject({ pending_update: null, status: 'active' });
    expect(done.items.data[0]?.price.id).toBe(prices.large);
  });

  it.each(['expiry', 'voiding'])('drops a pending upgrade by %s', async (way) => {
    const { simulator, stripe, prices, customer } = await setStage();
    const old = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
    await giveCard(stripe, customer, 'pm_card_chargeCustomerFail');
    const held = await stripe.subscriptions.update(old.id, {
      items: [{ id: itemOf(old), price: prices.large }],
      proration_behavior: 'always_invoice',
      payment_behavior: 'pending_if_incomplete',
    });
    expect(held.pending_update).not.toBeNull();
    const { id } = await latestInvoice(stripe, old.id);
    if (way === 'voiding') await stripe.invoices.voidInvoice(id);
    else simulator.advanceTo(START + DAY);
    const after = await stripe.subscriptions.retrieve(old.id);
    expect(after).toMatchObject({ pending_update: null, status: 'active' });
    expect(after.items.data[0]?.price.id).toBe(prices.small);
    expect((await stripe.invoices.retrieve(id)).status).toBe('void');
  });

  it('changes nothing with error_if_incomplete when the card is declined', async () => {
    const { simulator, stripe, prices, customer } = await setStage();
    const old = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
    await giveCard(stripe, customer, 'pm_card_chargeCustomerFail');
    simulator.advanceTo(START + 3 * DAY);
    await expect(
      stripe.subscriptions.update(old.id, {
        items: [{ id: itemOf(old), price: prices.large }],
        proration_behavior: 'always_invoice',
        payment_behavior: 'error_if_incomplete',
      }),
    ).rejects.toMatchObject({ statusCode: 402, code: 'card_declined' });
    expect((await stripe.invoices.list({ customer })).data).toHaveLength(1);
    expect((await stripe.subscriptions.retrieve(old.id)).items.data[0]?.price.id).toBe(
      prices.small,
    );
  });

  it('leaves a first payment that needs the bank incomplete, and lets it expire', async () => {
    const { simulator, stripe, prices, customer } = await setStage(
      'pm_card_authenticationRequired',
    );
    const items = [{ price: prices.small }];
    const first = await stripe.subscriptions.create({ customer, items });
    expect(first.status).toBe('incomplete');
    simulator.advanceTo(START + DAY);
    expect((await stripe.subscriptions.retrieve(first.id)).status).toBe('incomplete_expired');
    expect((await latestInvoice(stripe, first.id)).status).toBe('void');
    const second = await stripe.subscriptions.create({ customer, items });
    const secret = (await latestInvoice(stripe, second.id)).confirmation_secret?.client_secret;
    await answerBank(simulator, secret, 'success');
    expect((await stripe.subscriptions.retrieve(second.id)).status).toBe('active');
  });

  it('answers pay with 402 where the bank has to be asked, and leaves the payment waiting', async () => {
    const { stripe, prices, customer, simulator } = await setStage(
      'pm_card_authenticationRequired',
    );
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
    });
    const invoice = await latestInvoice(stripe, id);
    await expect(stripe.invoices.pay(invoice.id)).rejects.toMatchObject({
      statusCode: 402,
      code: 'invoice_payment_intent_requires_action',
    });
    const again = await latestInvoice(stripe, id);
    await answerBank(simulator, again.confirmation_secret?.client_secret, 'fail');
    const payments = await stripe.invoicePayments.list({ invoice: invoice.id });
    const intent = payments.data[0]?.payment.payment_intent;
    const failed = await stripe.paymentIntents.retrieve(typeof intent === 'string' ? intent : '');
    expect(failed).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
  });
});

describe('a subscription schedule', () => {
  it('changes the plan at the period end, keeps cancellation to itself, and lets go', async () => {
    const { simulator, stripe, prices, customer } = await setStage();
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.large }],
    });
    const schedule = await stripe.subscriptionSchedules.create({ from_subscription: id });
    const [phase] = schedule.phases;
    await stripe.subscriptionSchedules.update(schedule.id, {
      end_behavior: 'release',
      phases: [
        {
          start_date: phase?.start_date ?? 0,
          end_date: phase?.end_date ?? 0,
          items: [{ price: prices.large, quantity: 1 }],
        },
        {
          items: [{ price: prices.small }],
          proration_behavior: 'none',
          duration: { interval: 'month', interval_count: 1 },
        },
      ],
    });
    await expect(stripe.subscriptions.update(id, { cancel_at_period_end: true })).rejects.toThrow(
      `The subscription is managed by the subscription schedule \`${schedule.id}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
    );
    expect((await stripe.invoices.createPreview({ subscription: id })).total).toBe(1000);
    simulator.advanceTo(START + 31 * DAY);
    expect((await latestInvoice(stripe, id)).total).toBe(1000);
    simulator.advanceTo(START + 62 * DAY);
    expect((await stripe.subscriptions.retrieve(id)).schedule).toBeNull();
    expect((await stripe.subscriptionSchedules.retrieve(schedule.id)).status).toBe('released');
    expect((await latestInvoice(stripe, id)).total).toBe(1000);
  });

  it('takes nothing beside from_subscription', async () => {
    const { stripe, prices, customer } = await setStage();
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.large }],
    });
    await expect(
      stripe.subscriptionSchedules.create({ from_subscription: id, end_behavior: 'cancel' }),
    ).rejects.toMatchObject({ statusCode: 400, param: 'end_behavior' });
  });
});
