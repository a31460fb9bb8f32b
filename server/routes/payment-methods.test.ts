import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setStage, type Caller, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

const overview = async (call: Caller) => (await call('GET /v1/overview')).body;

/** What Stripe.js does in the browser: hands a card to Stripe for a SetupIntent. */
async function enterCard(clientSecret: string, number: string): Promise<Response> {
  const id = clientSecret.split('_secret_')[0];
  const form = new URLSearchParams({
    key: 'pk_test_simulator',
    client_secret: clientSecret,
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': number,
    'payment_method_data[card][exp_month]': '8',
    'payment_method_data[card][exp_year]': '2031',
    'payment_method_data[card][cvc]': '123',
  });
  return stage.simulator.fetch(
    new Request(`https://stripe.test/v1/setup_intents/${id}/confirm`, {
      method: 'POST',
      body: form,
    }),
  );
}

describe('a new payment method', () => {
  it('is charged from now on, also by a subscription that had its own', async () => {
    const call = await stage.as('monthly');
    const before = await overview(call);
    const [subscription] = before.subscriptions;
    await stage.stripe.subscriptions.update(subscription?.id ?? '', {
      default_payment_method: before.paymentMethods[0]?.id ?? '',
    });
    const setup = await call('POST /v1/payment-methods/setup');
    expect(setup.body.publishableKey).toBe('pk_test_simulator');
    expect((await enterCard(setup.body.clientSecret, '5555555555554444')).status).toBe(200);
    const setupIntentId = setup.body.clientSecret.split('_secret_')[0] ?? '';
    const { body } = await call('POST /v1/payment-methods/confirm', { body: { setupIntentId } });
    expect(body.paymentMethods[0]).toMatchObject({
      brand: 'mastercard',
      last4: '4444',
      expiryMonth: 8,
      expiryYear: 2031,
      isDefault: true,
      canRemove: false,
    });
    const [after] = (await overview(call)).subscriptions;
    expect(after?.paymentMethodId).toBe(body.paymentMethods[0]?.id);
    expect(body.paymentMethods[1]?.canRemove).toBe(true);
  });

  it('counts only when Stripe has taken it, and only from its own customer', async () => {
    const call = await stage.as('monthly');
    const other = await stage.as('yearly');
    const setup = await call('POST /v1/payment-methods/setup');
    const setupIntentId = setup.body.clientSecret.split('_secret_')[0] ?? '';
    const early = await call('POST /v1/payment-methods/confirm', { body: { setupIntentId } });
    expect(early.problem.code).toBe('payment-failed');
    await enterCard(setup.body.clientSecret, '4242424242424242');
    stage.simulator.forgetRequests();
    const stolen = await other('POST /v1/payment-methods/confirm', { body: { setupIntentId } });
    expect(stolen.status).toBe(404);
    expect(stage.writes()).toEqual([]);
  });
});

describe('removing a payment method', () => {
  it('is refused while a running subscription is charged to it', async () => {
    const call = await stage.as('monthly');
    const id = (await overview(call)).paymentMethods[0]?.id ?? '';
    stage.simulator.forgetRequests();
    const answer = await call('DELETE /v1/payment-methods/:id', { id });
    expect([answer.status, answer.problem.code]).toEqual([409, 'payment-method-in-use']);
    expect(stage.writes()).toEqual([]);
  });

  it('takes away one that nothing needs', async () => {
    const call = await stage.as('monthly');
    const first = (await overview(call)).paymentMethods[0]?.id ?? '';
    const { id } = await stage.stripe.paymentMethods.attach('pm_card_mastercard', {
      customer: stage.customerId('monthly'),
    });
    const chosen = await call('POST /v1/payment-methods/:id/default', { id });
    expect(chosen.body.paymentMethods[0]).toMatchObject({ id, isDefault: true });
    const removed = await call('DELETE /v1/payment-methods/:id', { id: first });
    expect(removed.body.paymentMethods.map((one) => one.id)).toEqual([id]);
  });
});
