import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterCard } from '../testing/enter-card.ts';
import { edited, retell } from '../testing/retell.ts';
import { setStage, type Caller, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

const overview = async (call: Caller) => (await call('GET /v1/overview')).body;

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
    expect((await enterCard(stage, setup.body.clientSecret, '5555555555554444')).status).toBe(200);
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
    await enterCard(stage, setup.body.clientSecret, '4242424242424242');
    stage.simulator.forgetRequests();
    const stolen = await other('POST /v1/payment-methods/confirm', { body: { setupIntentId } });
    expect(stolen.status).toBe(404);
    expect(stage.writes()).toEqual([]);
  });
});

describe('the method that is charged from now on', () => {
  const attach = async (token: string) =>
    (await stage.stripe.paymentMethods.attach(token, { customer: stage.customerId('monthly') })).id;

  it('also takes the place of the older form of a method, which would outrank it', async () => {
    retell(stage, async (request, tell) =>
      edited(await tell(request), (text) =>
        text.replaceAll('"default_source":null', '"default_source":"card_old1234567"'),
      ),
    );
    const call = await stage.as('monthly');
    const [before] = (await overview(call)).subscriptions;
    expect(before?.paymentMethodId).toBe('card_old1234567');
    const id = await attach('pm_card_mastercard');
    await call('POST /v1/payment-methods/:id/default', { id });
    const [after] = (await overview(call)).subscriptions;
    expect(after?.paymentMethodId).toBe(id);
  });

  it('is also what a scheduled change will be charged to', async () => {
    const call = await stage.as('monthly');
    const { subscriptions, paymentMethods } = await overview(call);
    const subscription = subscriptions[0]?.id ?? '';
    const old = paymentMethods[0]?.id ?? '';
    await stage.stripe.subscriptions.update(subscription, { default_payment_method: old });
    const { previewToken } = (
      await call('POST /v1/subscriptions/:id/preview', {
        id: subscription,
        body: { priceId: stage.catalogue.prices.starterMonthly },
      })
    ).body;
    const body = { previewToken };
    const change = await call('POST /v1/subscriptions/:id/change', { id: subscription, body });
    expect(change.body.status).toBe('scheduled');
    const id = await attach('pm_card_mastercard');
    await call('POST /v1/payment-methods/:id/default', { id });
    expect((await call('DELETE /v1/payment-methods/:id', { id: old })).status).toBe(200);
    stage.simulator.advanceTo((subscriptions[0]?.currentPeriodEndAt ?? 0) + 7200);
    const [after] = (await overview(await stage.as('monthly'))).subscriptions;
    expect(after).toMatchObject({ status: 'active', paymentMethodId: id, openInvoice: null });
    expect(after?.items[0]?.planName).toBe('Starter');
  });

  it('leaves a subscription alone that has never been paid: Stripe would refuse', async () => {
    const call = await stage.as('monthly');
    const own = await attach('pm_card_visa');
    const { id: incomplete } = await stage.stripe.subscriptions.create({
      customer: stage.customerId('monthly'),
      items: [{ price: stage.catalogue.prices.archiveMonthly }],
      payment_behavior: 'default_incomplete',
      default_payment_method: own,
    });
    const id = await attach('pm_card_mastercard');
    stage.simulator.forgetRequests();
    expect((await call('POST /v1/payment-methods/:id/default', { id })).status).toBe(200);
    expect(stage.writes()).not.toContain(`POST /v1/subscriptions/${incomplete}`);
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

  it("is refused while a site owner's own schedule is going to charge it", async () => {
    const call = await stage.as('monthly');
    const subscription = (await overview(call)).subscriptions[0]?.id ?? '';
    const { id } = await stage.stripe.paymentMethods.attach('pm_card_mastercard', {
      customer: stage.customerId('monthly'),
    });
    const schedule = await stage.stripe.subscriptionSchedules.create({
      from_subscription: subscription,
    });
    const { start_date = 0, end_date = 0 } = schedule.phases[0] ?? {};
    const items = [{ price: stage.catalogue.prices.proMonthly, quantity: 1 }];
    await stage.stripe.subscriptionSchedules.update(schedule.id, {
      phases: [
        { start_date, end_date, items },
        { items, default_payment_method: id, duration: { interval: 'year' } },
      ],
    });
    const shown = (await overview(call)).paymentMethods.find((one) => one.id === id);
    expect(shown?.canRemove).toBe(false);
    stage.simulator.forgetRequests();
    const answer = await call('DELETE /v1/payment-methods/:id', { id });
    expect(answer.problem.code).toBe('payment-method-in-use');
    expect(stage.writes()).toEqual([]);
  });

  it('is done however often it is asked for, but only for whose it was', async () => {
    const call = await stage.as('monthly');
    const { id } = await stage.stripe.paymentMethods.attach('pm_card_mastercard', {
      customer: stage.customerId('monthly'),
    });
    const intent = crypto.randomUUID();
    const first = await call('DELETE /v1/payment-methods/:id', { id, intent });
    stage.simulator.forgetRequests();
    const again = await call('DELETE /v1/payment-methods/:id', { id, intent });
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await stage.as('yearly');
    const nobodys = await stage.stripe.paymentMethods.create({
      type: 'card',
      card: { number: '4242424242424242', exp_month: 8, exp_year: 2031, cvc: '123' },
    });
    const strange = [
      await other('DELETE /v1/payment-methods/:id', { id, intent }),
      await call('DELETE /v1/payment-methods/:id', { id: nobodys.id }),
    ];
    expect(strange.map(({ problem }) => problem.code)).toEqual([
      'payment-method-not-found',
      'payment-method-not-found',
    ]);
    expect(stage.writes()).toEqual(['POST /v1/payment_methods']);
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
