import { describe, expect, it } from 'vitest';
import { answerBank, setStage } from '../testing/stage.ts';

describe('a SetupIntent', () => {
  it('is made, changed, given a method, confirmed, and final then', async () => {
    const { stripe, customer } = await setStage();
    const { id } = await stripe.setupIntents.create({ metadata: { from: 'portal' } });
    const next = await stripe.setupIntents.update(id, {
      customer,
      payment_method: 'pm_card_mastercard',
    });
    expect(next).toMatchObject({ status: 'requires_confirmation', customer });
    const done = await stripe.setupIntents.confirm(id, { expand: ['payment_method'] });
    expect(done).toMatchObject({ status: 'succeeded', payment_method: { customer } });
    const code = 'setup_intent_unexpected_state';
    await expect(stripe.setupIntents.confirm(id)).rejects.toMatchObject({ code });
    await expect(stripe.setupIntents.cancel(id)).rejects.toMatchObject({ code });
    await expect(stripe.setupIntents.update(id, { customer })).rejects.toMatchObject({ code });
  });

  it('keeps the refusal of a bank, and takes another card', async () => {
    const { stripe, customer } = await setStage();
    const { id } = await stripe.setupIntents.create({ customer });
    await expect(
      stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa_chargeDeclined' }),
    ).rejects.toMatchObject({
      code: 'card_declined',
      setup_intent: { id, status: 'requires_payment_method' },
    });
    expect(await stripe.setupIntents.retrieve(id)).toMatchObject({
      payment_method: null,
      last_setup_error: { code: 'card_declined', decline_code: 'generic_decline' },
    });
    const again = await stripe.setupIntents.confirm(id, { payment_method: 'pm_card_visa' });
    expect(again).toMatchObject({ status: 'succeeded', last_setup_error: null });
  });

  it('fails where the bank hears no, and can be tried again', async () => {
    const { simulator, stripe, customer } = await setStage();
    const payment_method = 'pm_card_authenticationRequiredOnSetup';
    const asked = await stripe.setupIntents.create({ customer, payment_method, confirm: true });
    await answerBank(simulator, asked.client_secret ?? '', 'fail');
    expect(await stripe.setupIntents.retrieve(asked.id)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: {
        type: 'invalid_request_error',
        code: 'setup_intent_authentication_failure',
      },
    });
    expect((await stripe.paymentMethods.list({ customer })).data).toHaveLength(1);
    const again = await stripe.setupIntents.confirm(asked.id, { payment_method });
    await answerBank(simulator, again.client_secret ?? '', 'success');
    expect((await stripe.setupIntents.retrieve(asked.id)).status).toBe('succeeded');
    expect((await stripe.paymentMethods.list({ customer })).data).toHaveLength(2);
  });

  it('knows no payment_method_types any more, and one way to name a method', async () => {
    const { stripe } = await setStage();
    const old = { payment_method_types: ['card'] } as object;
    await expect(stripe.setupIntents.create(old)).rejects.toMatchObject({
      code: 'parameter_unknown',
    });
    const both = {
      confirm: true,
      payment_method: 'pm_card_visa',
      payment_method_data: { type: 'card' as const, card: { token: 'tok_visa' } },
    };
    await expect(stripe.setupIntents.create(both)).rejects.toMatchObject({
      code: 'parameters_exclusive',
    });
  });
});
