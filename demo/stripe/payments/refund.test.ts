import { describe, expect, it } from 'vitest';
import { setStage, START } from '../testing/stage.ts';

async function pay(token = 'pm_card_visa') {
  const stage = await setStage();
  const intent = await stage.stripe.paymentIntents.create({
    amount: 3000,
    currency: 'usd',
    customer: stage.customer,
    payment_method: token,
    confirm: true,
  });
  const charge = typeof intent.latest_charge === 'string' ? intent.latest_charge : '';
  return { ...stage, intent, charge };
}

describe('a refund', () => {
  it('gives back a part, then the rest, and never more', async () => {
    const { stripe, intent, charge } = await pay();
    const part = await stripe.refunds.create({ charge, amount: 1000, reason: 'duplicate' });
    expect(part).toMatchObject({ status: 'succeeded', payment_intent: intent.id });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({
      amount_refunded: 1000,
      refunded: false,
    });
    await expect(stripe.refunds.create({ charge, amount: 2001 })).rejects.toMatchObject({
      param: 'amount',
    });
    expect((await stripe.refunds.create({ payment_intent: intent.id })).amount).toBe(2000);
    expect((await stripe.charges.retrieve(charge)).refunded).toBe(true);
    await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    expect((await stripe.refunds.list({ charge })).data).toHaveLength(2);
  });

  it('needs exactly one payment, and one that was made', async () => {
    const { stripe, intent, charge, customer } = await pay();
    await expect(stripe.refunds.create({})).rejects.toMatchObject({ code: 'parameter_missing' });
    const both = { charge, payment_intent: intent.id };
    await expect(stripe.refunds.create(both)).rejects.toMatchObject({ statusCode: 400 });
    const open = await stripe.paymentIntents.create({ amount: 500, currency: 'usd', customer });
    await expect(stripe.refunds.create({ payment_intent: open.id })).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });

  it.each([
    ['pm_card_pendingRefund', 'succeeded', 3000],
    ['pm_card_refundFail', 'failed', 0],
  ])('of %s is pending, and then %s', async (token, status, given) => {
    const { simulator, stripe, charge } = await pay(token);
    const refund = await stripe.refunds.create({ charge });
    expect(refund.status).toBe('pending');
    simulator.advanceTo(START + 180);
    expect((await stripe.refunds.retrieve(refund.id)).status).toBe(status);
    expect((await stripe.charges.retrieve(charge)).amount_refunded).toBe(given);
    await expect(stripe.refunds.cancel(refund.id)).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe('a dispute', () => {
  it('is opened on the charge, forbids a refund, and can be given up', async () => {
    const { stripe, charge } = await pay('pm_card_createDispute');
    expect((await stripe.charges.retrieve(charge)).disputed).toBe(true);
    const [dispute] = (await stripe.disputes.list({ charge })).data;
    expect(dispute).toMatchObject({ status: 'needs_response', reason: 'fraudulent', amount: 3000 });
    await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({
      code: 'charge_disputed',
    });
    expect((await stripe.disputes.close(dispute?.id ?? '')).status).toBe('lost');
  });
});
