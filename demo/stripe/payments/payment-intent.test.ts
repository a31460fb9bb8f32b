import { describe, expect, it } from 'vitest';
import { latestInvoice, setStage } from '../testing/stage.ts';

describe('a PaymentIntent', () => {
  it('is made, given a method, confirmed, and final then', async () => {
    const { stripe, customer } = await setStage();
    const { id, status } = await stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      customer,
      metadata: { order: '7' },
    });
    expect(status).toBe('requires_payment_method');
    const [card] = (await stripe.paymentMethods.list({ customer })).data;
    const next = await stripe.paymentIntents.update(id, {
      amount: 2500,
      payment_method: card?.id ?? '',
    });
    expect(next.status).toBe('requires_confirmation');
    const paid = await stripe.paymentIntents.confirm(id, { expand: ['latest_charge'] });
    expect(paid).toMatchObject({
      status: 'succeeded',
      amount_received: 2500,
      latest_charge: { amount: 2500, metadata: { order: '7' }, outcome: { type: 'authorized' } },
    });
    const code = 'payment_intent_unexpected_state';
    await expect(stripe.paymentIntents.confirm(id)).rejects.toMatchObject({ code });
    await expect(stripe.paymentIntents.cancel(id)).rejects.toMatchObject({ code });
    await expect(stripe.paymentIntents.update(id, { amount: 1 })).rejects.toMatchObject({ code });
  });

  it('can be canceled while it is open, with a reason', async () => {
    const { stripe } = await setStage();
    const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' });
    const cancellation_reason = 'abandoned';
    expect(await stripe.paymentIntents.cancel(id, { cancellation_reason })).toMatchObject({
      status: 'canceled',
      cancellation_reason,
    });
  });

  it('that a bill made goes with the bill', async () => {
    const { stripe, prices, customer } = await setStage('pm_card_chargeCustomerFail');
    const sub = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
    const invoice = await latestInvoice(stripe, sub.id);
    const id = invoice.confirmation_secret?.client_secret.split('_secret_')[0] ?? '';
    await expect(stripe.paymentIntents.cancel(id)).rejects.toMatchObject({ statusCode: 400 });
    await expect(stripe.paymentIntents.update(id, { amount: 100 })).rejects.toMatchObject({
      param: 'amount',
    });
    await stripe.invoices.voidInvoice(invoice.id);
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'void_invoice',
    });
  });

  it('spends a method that belongs to nobody', async () => {
    const { stripe } = await setStage();
    const { id } = await stripe.paymentMethods.create({
      type: 'card',
      card: { token: 'tok_visa' },
    });
    const call = { amount: 2000, currency: 'usd', payment_method: id, confirm: true };
    await stripe.paymentIntents.create(call);
    await expect(stripe.paymentIntents.create(call)).rejects.toMatchObject({
      code: 'payment_method_unexpected_state',
    });
  });

  it('may not be too small, nor use the method of somebody else', async () => {
    const { stripe, customer } = await setStage();
    await expect(
      stripe.paymentIntents.create({ amount: 49, currency: 'usd' }),
    ).rejects.toMatchObject({ code: 'amount_too_small' });
    const [card] = (await stripe.paymentMethods.list({ customer })).data;
    await expect(
      stripe.paymentIntents.create({
        amount: 500,
        currency: 'usd',
        payment_method: card?.id ?? '',
        confirm: true,
      }),
    ).rejects.toMatchObject({ param: 'payment_method' });
  });
});
