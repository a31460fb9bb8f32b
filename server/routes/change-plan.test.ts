import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Preview } from '../../contract/billing.ts';
import { answerBank, giveCard } from '../../demo/stripe/testing/stage.ts';
import { setStage, type Stage } from '../testing/stage.ts';
import { visiting } from '../testing/visiting.ts';

let stage: Stage;
const { open, overview, look, change, latestInvoice } = visiting(() => stage);
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

const sum = (shown: Preview) => shown.lines.reduce((total, { amount }) => total + amount, 0);

describe('a change of plan', () => {
  it('charges exactly what the preview said, line by line', async () => {
    const { id } = await open('monthly');
    const { teamMonthly, teamYearly } = stage.catalogue.prices;
    for (const [priceId, quantity] of [
      [teamMonthly, 7],
      [teamYearly, 7],
      [teamYearly, 9],
    ] as const) {
      stage.simulator.advanceTo(stage.simulator.now() + 86_400 * 2 + 1234);
      // The session lasts ten minutes: after a jump in time, a new one.
      const call = await stage.as('monthly');
      const shown = await look(call, id, { priceId, quantity });
      const answer = await change(call, id, shown.previewToken);
      expect(answer.body.status).toBe('done');
      const invoice = await latestInvoice('monthly');
      expect(invoice.amount_paid).toBe(shown.dueNow);
      expect(sum(shown)).toBe(shown.dueNow - shown.creditLeft);
      expect(invoice.lines.data.map(({ amount }) => amount)).toEqual(
        shown.lines.filter(({ kind }) => kind !== 'balance').map(({ amount }) => amount),
      );
      expect(answer.body.subscription.nextInvoice?.amountDue).toBe(shown.next?.amount);
      expect(answer.body.subscription.nextInvoice?.dueAt).toBe(shown.next?.date);
    }
  });

  it('is done once, however often it is asked for', async () => {
    const { call, id } = await open('monthly');
    const shown = await look(call, id, {});
    const intent = crypto.randomUUID();
    const answers = [
      await change(call, id, shown.previewToken, intent),
      await change(call, id, shown.previewToken, intent),
      await change(call, id, shown.previewToken),
    ];
    expect(answers.map(({ body }) => body.status)).toEqual(['done', 'done', 'done']);
    const { data } = await stage.stripe.invoices.list({ customer: stage.customerId('monthly') });
    expect(data.filter(({ amount_paid }) => amount_paid === shown.dueNow)).toHaveLength(1);
  });

  it('is refused, and charges nothing, when the amount is no longer what was shown', async () => {
    const { call, id } = await open('monthly');
    const shown = await look(call, id, {});
    await stage.stripe.customers.createBalanceTransaction(stage.customerId('monthly'), {
      amount: 5000,
      currency: 'usd',
    });
    stage.simulator.forgetRequests();
    const answer = await change(call, id, shown.previewToken);
    expect([answer.status, answer.problem.code]).toEqual([409, 'amount-changed']);
    expect(stage.writes()).toEqual([]);
  });

  it('is refused with a token of another customer, another subscription, or too old', async () => {
    const { call, id } = await open('monthly');
    const other = await open('yearly');
    const shown = await look(call, id, {});
    stage.simulator.forgetRequests();
    expect((await change(other.call, other.id, shown.previewToken)).status).toBe(409);
    expect((await change(other.call, id, shown.previewToken)).status).toBe(409);
    stage.simulator.advanceTo(stage.simulator.now() + 601);
    const late = await change(await stage.as('monthly'), id, shown.previewToken);
    expect(late.problem.code).toBe('preview-expired');
    expect(stage.writes()).toEqual([]);
  });

  it('leaves the old plan and no debt when the card is declined', async () => {
    const { call, id, subscription } = await open('monthly');
    await giveCard(stage.stripe, stage.customerId('monthly'), 'pm_card_chargeCustomerFail');
    const shown = await look(call, id, {});
    const answer = await change(call, id, shown.previewToken);
    expect([answer.status, answer.problem.code, answer.problem.reason]).toEqual([
      402,
      'payment-failed',
      'generic',
    ]);
    const after = (await overview(call)).subscriptions[0];
    expect(after?.items).toEqual(subscription.items);
    expect(after?.openInvoice).toBeNull();
    expect(after?.allowedActions).toContain('change-plan');
  });

  it('waits for the bank, and takes effect when the bank agrees', async () => {
    const { call, id, subscription } = await open('secure');
    const shown = await look(call, id, {});
    const answer = await change(call, id, shown.previewToken);
    if (answer.body.status !== 'requires-action') throw new Error('The bank was not asked.');
    expect(answer.body.subscription.items).toEqual(subscription.items);
    await answerBank(stage.simulator, answer.body.clientSecret, 'success');
    const after = (await overview(call)).subscriptions[0];
    expect(after?.items[0]?.priceId).toBe(stage.catalogue.prices.proYearly);
    expect((await latestInvoice('secure')).amount_paid).toBe(shown.dueNow);
  });

  it('with a code also waits for the bank', async () => {
    const { call, id } = await open('secure');
    const shown = await look(call, id, { promotionCode: 'WELCOME20' });
    const answer = await change(call, id, shown.previewToken);
    if (answer.body.status !== 'requires-action') throw new Error('The bank was not asked.');
    await answerBank(stage.simulator, answer.body.clientSecret, 'success');
    const after = (await overview(call)).subscriptions[0];
    expect(after?.items[0]?.priceId).toBe(stage.catalogue.prices.proYearly);
    expect(after?.discounts).toMatchObject([{ code: 'WELCOME20' }]);
    expect((await latestInvoice('secure')).amount_paid).toBe(shown.dueNow);
  });

  it('that the bank does not confirm is dropped, and can be tried again', async () => {
    const { call, id, subscription } = await open('secure');
    for (const drops of [true, false]) {
      const shown = await look(call, id, {});
      const answer = await change(call, id, shown.previewToken);
      if (answer.body.status !== 'requires-action') throw new Error('The bank was not asked.');
      await answerBank(stage.simulator, answer.body.clientSecret, 'fail');
      if (!drops) continue;
      const dropped = await call('DELETE /v1/subscriptions/:id/pending-change', { id });
      expect(dropped.body.subscription.items).toEqual(subscription.items);
      expect((await latestInvoice('secure')).status).toBe('void');
    }
    await giveCard(stage.stripe, stage.customerId('secure'), 'pm_card_visa');
    const after = (await overview(call)).subscriptions[0];
    expect(after?.openInvoice).toBeNull();
    expect(after?.items).toEqual(subscription.items);
    const shown = await look(call, id, {});
    expect((await change(call, id, shown.previewToken)).body.status).toBe('done');
    const { data } = await stage.stripe.invoices.list({ customer: stage.customerId('secure') });
    expect(data.filter(({ status }) => status === 'open')).toEqual([]);
    expect(data[0]?.amount_paid).toBe(shown.dueNow);
  });

  it('keeps the seats that nobody was asked about', async () => {
    const { call, id } = await open('seats');
    const shown = await look(call, id, { priceId: stage.catalogue.prices.teamYearly });
    const answer = await change(call, id, shown.previewToken);
    expect(answer.body.subscription.items[0]).toMatchObject({ quantity: 3, planName: 'Team' });
  });

  it('that waits for the bank is found again after a lost answer', async () => {
    const { call, id } = await open('secure');
    const shown = await look(call, id, {});
    const intent = crypto.randomUUID();
    const first = await change(call, id, shown.previewToken, intent);
    const again = await change(call, id, shown.previewToken, intent);
    expect(again.body).toMatchObject({
      status: 'requires-action',
      clientSecret: first.body.status === 'requires-action' ? first.body.clientSecret : '',
    });
  });

  it('says that a payment method is needed first', async () => {
    const { call, id } = await open('monthly');
    const { data } = await stage.stripe.customers.listPaymentMethods(stage.customerId('monthly'));
    for (const method of data) await stage.stripe.paymentMethods.detach(method.id);
    const shown = await look(call, id, {});
    stage.simulator.forgetRequests();
    const answer = await change(call, id, shown.previewToken);
    expect([answer.status, answer.problem.code]).toEqual([409, 'payment-method-required']);
    expect(stage.writes()).toEqual([]);
  });

  it('adds up also for a customer who owes from before, or has credit', async () => {
    const { call, id } = await open('monthly');
    for (const amount of [5000, -9000]) {
      await stage.stripe.customers.createBalanceTransaction(stage.customerId('monthly'), {
        amount,
        currency: 'usd',
      });
      const shown = await look(call, id, {
        priceId: stage.catalogue.prices.teamMonthly,
        quantity: 9,
      });
      expect(sum(shown)).toBe(shown.dueNow - shown.creditLeft);
    }
  });

  it('in a trial is free, and the trial goes on', async () => {
    const { call, id, subscription } = await open('trialing');
    const shown = await look(call, id, { priceId: stage.catalogue.prices.proMonthly });
    expect(shown).toMatchObject({
      dueNow: 0,
      effective: 'now',
      next: { amount: 2900, date: subscription.trialEndAt },
    });
    const answer = await change(call, id, shown.previewToken);
    expect(answer.body.subscription).toMatchObject({
      status: 'trialing',
      trialEndAt: subscription.trialEndAt,
      nextInvoice: { amountDue: 2900 },
    });
  });

  it('with a code costs less by it, now and later', async () => {
    const { call, id } = await open('monthly');
    const plain = await look(call, id, {});
    const shown = await look(call, id, { promotionCode: 'welcome20' });
    expect(shown.dueNow).toBeLessThan(plain.dueNow);
    expect(shown.discounts[0]).toMatchObject({ code: 'WELCOME20', percentOff: 20 });
    const answer = await change(call, id, shown.previewToken);
    expect(answer.body.status).toBe('done');
    expect((await latestInvoice('monthly')).amount_paid).toBe(shown.dueNow);
    expect(answer.body.subscription.discounts).toHaveLength(1);
  });

  it.each([
    ['a price that is not sold', { priceId: 'price_doesNotExist' }, 'plan-unavailable'],
    ['the plan that is there', { priceId: 'proMonthly' }, 'plan-unavailable'],
    ['too many units', { priceId: 'teamMonthly', quantity: 1_001 }, 'quantity-invalid'],
    ['units of a plan without', { priceId: 'starterMonthly', quantity: 2 }, 'quantity-invalid'],
    ['half a unit', { priceId: 'teamMonthly', quantity: 1.5 }, 'invalid-request'],
    ['no units', { priceId: 'teamMonthly', quantity: 0 }, 'invalid-request'],
  ])('is refused for %s', async (_, { priceId, ...rest }, code) => {
    const { call, id } = await open('monthly');
    const prices: Record<string, string> = stage.catalogue.prices;
    const body = { priceId: prices[priceId] ?? priceId, ...rest };
    const answer = await call('POST /v1/subscriptions/:id/preview', { id, body });
    expect(answer.problem.code).toBe(code);
  });

  it('in yen offers only what is sold in yen', async () => {
    const { call, id } = await open('yen');
    const { plans } = (await call('GET /v1/plans', { query: { subscriptionId: id } })).body;
    const prices = plans.flatMap((plan) => plan.prices);
    expect(new Set(prices.map(({ currency }) => currency))).toEqual(new Set(['jpy']));
    expect(prices.map(({ priceId }) => priceId)).not.toContain(stage.catalogue.prices.teamMonthly);
    const shown = await look(call, id, {});
    expect(shown.currency).toBe('jpy');
    await change(call, id, shown.previewToken);
    expect((await latestInvoice('yen')).amount_paid).toBe(shown.dueNow);
  });
});
