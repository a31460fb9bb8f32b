import { describe, expect, it } from 'vitest';
import {
  answerBank,
  DAY,
  giveCard,
  itemOf,
  latestInvoice,
  setStage,
  START,
} from '../testing/stage.ts';

async function subscribed() {
  const stage = await setStage();
  stage.simulator.ledger.forget();
  const subscription = await stage.stripe.subscriptions.create(
    { customer: stage.customer, items: [{ price: stage.prices.small }] },
    { idempotencyKey: 'start' },
  );
  const kinds = () => stage.simulator.ledger.entries().map(({ kind }) => kind);
  return { ...stage, subscription, id: subscription.id, item: itemOf(subscription), kinds };
}

describe('the ledger', () => {
  it('has one line for each effect of a new subscription, with its cause', async () => {
    const { simulator, subscription, customer, prices } = await subscribed();
    const cause = {
      at: START,
      customer,
      requestId: subscription.lastResponse.requestId,
      idempotencyKey: 'start',
    };
    expect(simulator.ledger.entries()).toMatchObject([
      {
        kind: 'subscription.made',
        object: subscription.id,
        items: [{ price: prices.small, quantity: 1 }],
        ...cause,
      },
      { kind: 'invoice.finalised', total: 1000, subscription: subscription.id, ...cause },
      { kind: 'payment.taken', amount: 1000, currency: 'usd', ...cause },
    ]);
  });

  it('has nothing twice, and nothing of a replay, a preview or a refusal', async () => {
    const { simulator, stripe, customer, prices, id, item } = await subscribed();
    simulator.ledger.forget();
    const items = [{ price: prices.small }];
    await stripe.subscriptions.create({ customer, items }, { idempotencyKey: 'start' });
    await stripe.invoices.createPreview({ subscription: id });
    await giveCard(stripe, customer, 'pm_card_chargeCustomerFail');
    simulator.ledger.forget();
    const refused = stripe.subscriptions.update(id, {
      items: [{ id: item, price: prices.large }],
      proration_behavior: 'always_invoice',
      payment_behavior: 'error_if_incomplete',
    });
    await expect(refused).rejects.toMatchObject({ statusCode: 402 });
    expect(simulator.ledger.entries()).toEqual([]);
  });

  it('tells a change of plan or seats from what it was', async () => {
    const { simulator, stripe, prices, id, item } = await subscribed();
    simulator.ledger.forget();
    await stripe.subscriptions.update(id, {
      items: [{ id: item, price: prices.large, quantity: 3 }],
      proration_behavior: 'none',
    });
    await stripe.subscriptions.update(id, { metadata: { a: 'b' } });
    expect(simulator.ledger.entries()).toMatchObject([
      {
        kind: 'subscription.changed',
        from: [{ price: prices.small, quantity: 1 }],
        to: [{ price: prices.large, quantity: 3 }],
      },
    ]);
  });

  it('tells what time has done, without a cause', async () => {
    const { simulator, stripe, customer } = await subscribed();
    await giveCard(stripe, customer, 'pm_card_chargeCustomerFail');
    simulator.ledger.forget();
    simulator.advanceTo(START + 30 * DAY + 7200);
    const entries = simulator.ledger.entries();
    expect(entries).toMatchObject([
      { kind: 'invoice.finalised', requestId: null },
      { kind: 'payment.refused', code: 'card_declined', declineCode: 'generic_decline' },
    ]);
    expect(entries[0]?.at).toBeGreaterThanOrEqual(START + 30 * DAY);
  });

  it('counts a payment when the bank has said yes', async () => {
    const { simulator, stripe, prices, customer } = await setStage(
      'pm_card_authenticationRequired',
    );
    simulator.ledger.forget();
    const items = [{ price: prices.small }];
    const { id } = await stripe.subscriptions.create({ customer, items });
    const taken = () => simulator.ledger.entries().filter(({ kind }) => kind === 'payment.taken');
    expect(taken()).toEqual([]);
    const invoice = await latestInvoice(stripe, id);
    await answerBank(simulator, invoice.confirmation_secret?.client_secret, 'success');
    expect(taken()).toMatchObject([{ amount: 1000, invoice: invoice.id, customer }]);
  });

  it('counts what goes back', async () => {
    const { simulator, stripe, customer } = await subscribed();
    const [charge] = (await stripe.charges.list({ customer })).data;
    simulator.ledger.forget();
    await stripe.refunds.create({ charge: charge?.id ?? '', amount: 300 });
    await expect(
      stripe.refunds.create({ charge: charge?.id ?? '', amount: 800 }),
    ).rejects.toMatchObject({ statusCode: 400 });
    expect(simulator.ledger.entries()).toMatchObject([
      { kind: 'refund.made', amount: 300, currency: 'usd', customer, charge: charge?.id },
    ]);
  });

  it('counts a credit note, and the refund that it makes', async () => {
    const { simulator, stripe, subscription, customer } = await subscribed();
    const invoice = await latestInvoice(stripe, subscription.id);
    simulator.ledger.forget();
    await stripe.creditNotes.create({ invoice: invoice.id, amount: 200, refund_amount: 200 });
    const entries = simulator.ledger.entries();
    expect(entries).toHaveLength(2);
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'credit-note.made', total: 200, customer }),
        expect.objectContaining({ kind: 'refund.made', amount: 200, customer }),
      ]),
    );
  });

  it('has ends, schedules, cards, discounts and balances', async () => {
    const { simulator, stripe, customer, id, kinds } = await subscribed();
    simulator.ledger.forget();
    const coupon = await stripe.coupons.create({ percent_off: 10 });
    await stripe.subscriptions.update(id, { discounts: [{ coupon: coupon.id }] });
    await stripe.subscriptions.update(id, { discounts: '' });
    const schedule = await stripe.subscriptionSchedules.create({ from_subscription: id });
    await stripe.subscriptionSchedules.release(schedule.id);
    await stripe.customers.createBalanceTransaction(customer, { amount: -50, currency: 'usd' });
    const card = await giveCard(stripe, customer, 'pm_card_mastercard');
    await stripe.paymentMethods.detach(card);
    await stripe.subscriptions.update(id, { cancel_at_period_end: true });
    await stripe.subscriptions.cancel(id);
    expect(kinds()).toEqual([
      'discount.put',
      'discount.taken-off',
      'schedule.made',
      'schedule.released',
      'balance.moved',
      'method.attached',
      'method.detached',
      'subscription.end-set',
      'subscription.ended',
    ]);
    simulator.reset();
    expect(kinds()).toEqual([]);
  });
});
