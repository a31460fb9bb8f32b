import { describe, expect, it } from 'vitest';
import { call } from '../testing/call.ts';
import { answerBank, setStage } from '../testing/stage.ts';

describe('the browser', () => {
  const pk = 'pk_test_simulator';
  const cardForm = (number: string) =>
    `payment_method_data[type]=card&payment_method_data[card][number]=${number}` +
    '&payment_method_data[card][exp_month]=4&payment_method_data[card][exp_year]=2035&payment_method_data[card][cvc]=123';

  it('saves a card with the client secret, and with nothing less', async () => {
    const stage = await setStage();
    const setup = await stage.stripe.setupIntents.create({ customer: stage.customer });
    const path = `/v1/setup_intents/${setup.id}/confirm`;
    const form = cardForm('4242424242424242');
    const blind = await call(stage.simulator, {
      method: 'POST',
      path,
      form: `${form}&client_secret=x`,
      key: pk,
    });
    expect(blind).toMatchObject({ status: 400, error: { code: 'intent_invalid_client_secret' } });
    expect((await stage.stripe.setupIntents.retrieve(setup.id)).status).toBe(
      'requires_payment_method',
    );
    const right = `${form}&client_secret=${setup.client_secret}`;
    const done = await call(stage.simulator, { method: 'POST', path, form: right, key: pk });
    expect(done).toMatchObject({ status: 200, body: { status: 'succeeded' } });
    expect(done.headers.get('access-control-allow-origin')).toBe('*');
    expect(done.body).not.toHaveProperty('customer');
    expect(
      (await stage.stripe.paymentMethods.list({ customer: stage.customer })).data,
    ).toHaveLength(2);
    expect(await call(stage.simulator, { path: '/v1/customers', key: pk })).toMatchObject({
      status: 403,
    });
  });

  it('is told of a declined card, which is not saved', async () => {
    const stage = await setStage();
    const setup = await stage.stripe.setupIntents.create({ customer: stage.customer });
    const answer = await call(stage.simulator, {
      method: 'POST',
      path: `/v1/setup_intents/${setup.id}/confirm`,
      form: `${cardForm('4000000000009995')}&client_secret=${setup.client_secret}`,
      key: pk,
    });
    expect(answer).toMatchObject({
      status: 402,
      error: { code: 'card_declined', decline_code: 'insufficient_funds' },
    });
    expect(
      (await stage.stripe.paymentMethods.list({ customer: stage.customer })).data,
    ).toHaveLength(1);
    expect(await stage.stripe.setupIntents.retrieve(setup.id)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { code: 'card_declined' },
    });
  });

  it('goes through 3-D Secure, and the card then works while its owner is away', async () => {
    const stage = await setStage();
    const { stripe, simulator, customer, prices } = stage;
    const setup = await stripe.setupIntents.create({ customer });
    const asked = await call(stage.simulator, {
      method: 'POST',
      path: `/v1/setup_intents/${setup.id}/confirm`,
      form: `${cardForm('4000002500003155')}&client_secret=${setup.client_secret}`,
      key: pk,
    });
    expect(asked.body).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect' } },
    });
    await answerBank(simulator, setup.client_secret ?? '', 'success');
    const { payment_method: method } = await stripe.setupIntents.retrieve(setup.id);
    const id = typeof method === 'string' ? method : '';
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
    const subscription = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      off_session: true,
    });
    expect(subscription.status).toBe('active');
  });
});
