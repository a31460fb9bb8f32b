import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Overview, Preview, Subscription } from '../../contract/billing.ts';
import { answerBank, giveCard } from '../../demo/stripe/testing/stage.ts';
import { setStage, type Caller, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

async function open(
  key: string,
): Promise<{ call: Caller; subscription: Subscription; id: string }> {
  const call = await stage.as(key);
  const [subscription] = (await overview(call)).subscriptions;
  if (!subscription) throw new Error(`${key} has no subscription`);
  return { call, subscription, id: subscription.id };
}

async function overview(call: Caller): Promise<Overview> {
  return (await call('GET /v1/overview')).body;
}

async function look(call: Caller, id: string, body: object): Promise<Preview> {
  const wish = { priceId: stage.catalogue.prices.proYearly, ...body };
  const answer = await call('POST /v1/subscriptions/:id/preview', { id, body: wish });
  expect(answer.status).toBe(200);
  return answer.body;
}

const change = (call: Caller, id: string, previewToken: string, intent = crypto.randomUUID()) =>
  call('POST /v1/subscriptions/:id/change', { id, body: { previewToken }, intent });

async function latestInvoice(key: string) {
  const { data } = await stage.stripe.invoices.list({
    customer: stage.customerId(key),
    limit: 1,
  });
  if (!data[0]) throw new Error('There is no invoice.');
  return data[0];
}

/** As a site owner makes one: another plan from the next period on. */
async function ownersSchedule(id: string) {
  const { id: schedule, phases } = await stage.stripe.subscriptionSchedules.create({
    from_subscription: id,
  });
  const [current] = phases;
  const { start_date = 0, end_date = 0 } = current ?? {};
  const { proMonthly, teamMonthly } = stage.catalogue.prices;
  await stage.stripe.subscriptionSchedules.update(schedule, {
    phases: [
      { start_date, end_date, items: [{ price: proMonthly, quantity: 1 }] },
      { items: [{ price: teamMonthly, quantity: 2 }], duration: { interval: 'year' } },
    ],
  });
}

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

  it('to less waits for the end of the paid period, and can be undone', async () => {
    const { call, id, subscription } = await open('monthly');
    const { starterMonthly } = stage.catalogue.prices;
    const shown = await look(call, id, { priceId: starterMonthly });
    expect(shown).toMatchObject({
      dueNow: 0,
      effective: 'period-end',
      effectiveAt: subscription.currentPeriodEndAt,
      next: { amount: 900, date: subscription.currentPeriodEndAt },
    });
    const scheduled = await change(call, id, shown.previewToken);
    expect(scheduled.body.status).toBe('scheduled');
    expect(scheduled.body.subscription.scheduledChange).toMatchObject({
      effectiveAt: subscription.currentPeriodEndAt,
      items: [{ priceId: starterMonthly, quantity: 1, unitAmount: 900 }],
    });
    expect((await change(call, id, shown.previewToken)).body.status).toBe('scheduled');
    const undone = await call('DELETE /v1/subscriptions/:id/scheduled-change', { id });
    expect(undone.body.subscription).toMatchObject({ scheduledChange: null, status: 'active' });
    expect(undone.body.subscription.nextInvoice?.amountDue).toBe(2900);
  });

  it('that waits happens at the end of the period, and charges what was shown', async () => {
    const { call, id } = await open('monthly');
    const shown = await look(call, id, { priceId: stage.catalogue.prices.starterMonthly });
    await change(call, id, shown.previewToken);
    stage.simulator.advanceTo((shown.next?.date ?? 0) + 7200);
    expect((await latestInvoice('monthly')).amount_paid).toBe(shown.next?.amount);
    const after = (await overview(await stage.as('monthly'))).subscriptions[0];
    expect(after?.items[0]?.planName).toBe('Starter');
  });

  it('that has happened leaves nothing in the way of the next one', async () => {
    const { call, id } = await open('monthly');
    const down = await look(call, id, { priceId: stage.catalogue.prices.starterMonthly });
    await change(call, id, down.previewToken);
    stage.simulator.advanceTo((down.next?.date ?? 0) + 7200);
    const later = await stage.as('monthly');
    const [now] = (await overview(later)).subscriptions;
    expect(now?.allowedActions).toEqual(['change-plan', 'cancel', 'apply-promotion-code']);
    const up = await look(later, id, {});
    expect((await change(later, id, up.previewToken)).body.status).toBe('done');
    expect((await latestInvoice('monthly')).amount_paid).toBe(up.dueNow);
  });

  it('is not stopped by a schedule that a crash left empty', async () => {
    const { call, id } = await open('monthly');
    await stage.stripe.subscriptionSchedules.create({ from_subscription: id });
    const [stuck] = (await overview(call)).subscriptions;
    expect(stuck?.allowedActions).toContain('cancel');
    const down = await look(call, id, { priceId: stage.catalogue.prices.starterMonthly });
    expect((await change(call, id, down.previewToken)).body.status).toBe('scheduled');
  });

  it('that waits is only done by its own preview', async () => {
    const { call, id } = await open('seats');
    const priceId = stage.catalogue.prices.teamMonthly;
    const [two, one] = [
      await look(call, id, { priceId, quantity: 2 }),
      await look(call, id, { priceId, quantity: 1 }),
    ];
    expect((await change(call, id, two.previewToken)).body.status).toBe('scheduled');
    expect((await change(call, id, one.previewToken)).problem.code).toBe('action-not-allowed');
  });

  it.each(['starterMonthly', 'proYearly'] as const)(
    'to %s is asked again when a renewal came between preview and confirmation',
    async (price) => {
      const { subscription, id } = await open('monthly');
      const end = subscription.currentPeriodEndAt ?? 0;
      stage.simulator.advanceTo(end - 60);
      const call = await stage.as('monthly');
      const shown = await look(call, id, { priceId: stage.catalogue.prices[price] });
      stage.simulator.advanceTo(end + 120);
      expect((await change(call, id, shown.previewToken)).problem.code).toBe('amount-changed');
    },
  );

  it('keeps the seats that nobody was asked about', async () => {
    const { call, id } = await open('seats');
    const shown = await look(call, id, { priceId: stage.catalogue.prices.teamYearly });
    const answer = await change(call, id, shown.previewToken);
    expect(answer.body.subscription.items[0]).toMatchObject({ quantity: 3, planName: 'Team' });
  });

  it('to less waits in every currency in which a price is sold', async () => {
    const { call, id } = await open('yen');
    const shown = await look(call, id, { priceId: stage.catalogue.prices.starterMonthly });
    expect(shown).toMatchObject({ effective: 'period-end', next: { amount: 1300 } });
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

describe('cancelling', () => {
  it('ends the subscription with the paid period, and says why in both places', async () => {
    const { call, id, subscription } = await open('monthly');
    const body = { reason: 'too_expensive', comment: 'Über budget this year' } as const;
    const answer = await call('POST /v1/subscriptions/:id/cancel', { id, body });
    expect(answer.body.subscription).toMatchObject({
      status: 'active',
      cancelAt: subscription.currentPeriodEndAt,
      nextInvoice: null,
      allowedActions: ['keep'],
    });
    const stored = await stage.stripe.subscriptions.retrieve(id);
    expect(stored.cancellation_details).toMatchObject({
      feedback: 'too_expensive',
      comment: 'Über budget this year',
    });
    expect(stored.metadata).toMatchObject({
      portico_cancel_reason: 'too_expensive',
      portico_cancel_comment: 'Über budget this year',
    });
  });

  it('twice is once', async () => {
    const { call, id } = await open('monthly');
    await call('POST /v1/subscriptions/:id/cancel', { id, body: {} });
    stage.simulator.forgetRequests();
    expect((await call('POST /v1/subscriptions/:id/cancel', { id, body: {} })).status).toBe(200);
    expect(stage.writes()).toEqual([]);
  });

  it('is undone in both of the shapes in which Stripe keeps it', async () => {
    const { call, id, subscription } = await open('monthly');
    const end = subscription.currentPeriodEndAt ?? 0;
    for (const params of [{ cancel_at_period_end: true }, { cancel_at: end }]) {
      await stage.stripe.subscriptions.update(id, params);
      expect((await overview(call)).subscriptions[0]?.cancelAt).toBe(end);
      const kept = await call('POST /v1/subscriptions/:id/keep', { id });
      expect(kept.body.subscription).toMatchObject({ cancelAt: null, status: 'active' });
      expect(kept.body.subscription.allowedActions).toContain('cancel');
    }
  });

  it('is possible before the end of a fixed term, which is no cancellation', async () => {
    const { call, id, subscription } = await open('monthly');
    const inTenMonths = (subscription.currentPeriodEndAt ?? 0) + 300 * 86_400;
    await stage.stripe.subscriptions.update(id, { cancel_at: inTenMonths });
    expect((await overview(call)).subscriptions[0]).toMatchObject({ cancelAt: null });
    const answer = await call('POST /v1/subscriptions/:id/cancel', { id, body: {} });
    expect(answer.body.subscription.cancelAt).toBe(subscription.currentPeriodEndAt);
  });

  it('drops a scheduled change of ours first', async () => {
    const { call, id } = await open('scheduled');
    const answer = await call('POST /v1/subscriptions/:id/cancel', { id, body: {} });
    expect(answer.body.subscription).toMatchObject({ scheduledChange: null });
    expect(answer.body.subscription.cancelAt).not.toBeNull();
  });

  it("leaves the site owner's own schedule alone", async () => {
    const { call, id } = await open('monthly');
    await ownersSchedule(id);
    stage.simulator.forgetRequests();
    expect((await overview(call)).subscriptions[0]?.allowedActions).toEqual([]);
    const answer = await call('POST /v1/subscriptions/:id/cancel', { id, body: {} });
    expect(answer.problem.code).toBe('action-not-allowed');
    expect(stage.writes()).toEqual([]);
  });

  it('is over when it is over', async () => {
    const { call, id } = await open('canceled');
    expect((await call('POST /v1/subscriptions/:id/keep', { id })).problem.code).toBe(
      'subscription-ended',
    );
  });
});

describe('resubscribing', () => {
  const lookAnew = async (call: Caller, id: string, body: object = {}) =>
    (await call('POST /v1/subscriptions/:id/resubscribe/preview', { id, body })).body;
  const start = (call: Caller, id: string, previewToken: string, intent = crypto.randomUUID()) =>
    call('POST /v1/subscriptions/:id/resubscribe', { id, body: { previewToken }, intent });

  it('starts the same plan anew and charges what was shown', async () => {
    const { call, id } = await open('canceled');
    const shown = await lookAnew(call, id);
    expect(shown).toMatchObject({ dueNow: 900, effective: 'now', next: { amount: 900 } });
    const answer = await start(call, id, shown.previewToken);
    expect(answer.body).toMatchObject({ status: 'done', subscription: { status: 'active' } });
    expect(answer.body.subscription.nextInvoice).toMatchObject({
      amountDue: shown.next?.amount,
      dueAt: shown.next?.date,
    });
    expect((await latestInvoice('canceled')).amount_paid).toBe(900);
  });

  it('never makes a second one beside a live one', async () => {
    const { call, id } = await open('canceled');
    const [first, second] = [await lookAnew(call, id), await lookAnew(call, id)];
    const intent = crypto.randomUUID();
    const one = await start(call, id, first.previewToken, intent);
    const same = await start(call, id, first.previewToken, intent);
    const later = await start(call, id, first.previewToken);
    const other = await start(call, id, second.previewToken);
    expect([same, later].map(({ body }) => body.subscription.id)).toEqual([
      one.body.subscription.id,
      one.body.subscription.id,
    ]);
    expect(other.problem.code).toBe('already-subscribed');
    const live = (await overview(call)).subscriptions.filter(({ endedAt }) => endedAt === null);
    expect(live).toHaveLength(1);
  });

  it('never makes a second one for two tabs at the same moment', async () => {
    const { call, id } = await open('canceled');
    const [first, second] = [await lookAnew(call, id), await lookAnew(call, id)];
    await Promise.all([
      start(call, id, first.previewToken),
      start(call, id, second.previewToken),
      start(call, id, first.previewToken),
    ]);
    const all = await stage.stripe.subscriptions.list({ customer: stage.customerId('canceled') });
    expect(all.data).toHaveLength(1);
  });

  it('takes over the taxes and what the site owner wrote on the old one', async () => {
    const { call, id } = await open('canceled');
    const rate = await stage.stripe.taxRates.create({
      display_name: 'VAT',
      percentage: 19,
      inclusive: false,
    });
    const old = await stage.stripe.subscriptions.create({
      customer: stage.customerId('canceled'),
      items: [{ price: stage.catalogue.prices.starterMonthly }],
      default_tax_rates: [rate.id],
      metadata: { tenant: 'acme' },
    });
    await stage.stripe.subscriptions.cancel(old.id);
    expect(id).not.toBe(old.id);
    const shown = await lookAnew(call, old.id);
    expect(shown).toMatchObject({ dueNow: 1071, next: { amount: 1071 } });
    const answer = await start(call, old.id, shown.previewToken);
    const made = await stage.stripe.subscriptions.retrieve(answer.body.subscription.id);
    expect(made.metadata['tenant']).toBe('acme');
    expect((await latestInvoice('canceled')).amount_paid).toBe(1071);
  });

  it('shows the full price where a code will have run out by the next charge', async () => {
    const { call, id } = await open('canceled');
    const body = { priceId: stage.catalogue.prices.proYearly, promotionCode: 'WELCOME20' };
    expect(await lookAnew(call, id, body)).toMatchObject({
      dueNow: 23_200,
      next: { amount: 29_000 },
    });
  });

  it('can go to another plan, with a code', async () => {
    const { call, id } = await open('canceled');
    const body = { priceId: stage.catalogue.prices.proMonthly, promotionCode: 'WELCOME20' };
    const shown = await lookAnew(call, id, body);
    expect(shown).toMatchObject({ dueNow: 2320, next: { amount: 2320 } });
    const answer = await start(call, id, shown.previewToken);
    expect(answer.body.subscription.items[0]?.planName).toBe('Pro');
    expect((await latestInvoice('canceled')).amount_paid).toBe(2320);
  });

  it('says that a payment method is needed first', async () => {
    const { call, id } = await open('canceled');
    const { data } = await stage.stripe.customers.listPaymentMethods(stage.customerId('canceled'));
    for (const method of data) await stage.stripe.paymentMethods.detach(method.id);
    const shown = await lookAnew(call, id);
    stage.simulator.forgetRequests();
    const answer = await start(call, id, shown.previewToken);
    expect([answer.status, answer.problem.code]).toEqual([409, 'payment-method-required']);
    expect(stage.writes()).toEqual([]);
  });

  it('leaves nothing behind when the card is declined, and works with the next card', async () => {
    const { call, id } = await open('canceled');
    const customer = stage.customerId('canceled');
    await giveCard(stage.stripe, customer, 'pm_card_chargeCustomerFail');
    const shown = await lookAnew(call, id);
    const refused = await start(call, id, shown.previewToken);
    expect(refused.problem.code).toBe('payment-failed');
    expect((await overview(call)).subscriptions.every(({ endedAt }) => endedAt !== null)).toBe(
      true,
    );
    await giveCard(stage.stripe, customer, 'pm_card_visa');
    const anew = await lookAnew(call, id);
    expect((await start(call, id, anew.previewToken)).body.status).toBe('done');
  });

  it('waits for the bank', async () => {
    const { call, id } = await open('canceled');
    await giveCard(stage.stripe, stage.customerId('canceled'), 'pm_card_authenticationRequired');
    const shown = await lookAnew(call, id);
    const answer = await start(call, id, shown.previewToken);
    if (answer.body.status !== 'requires-action') throw new Error('The bank was not asked.');
    await answerBank(stage.simulator, answer.body.clientSecret, 'fail');
    const again = await lookAnew(call, id);
    const second = await start(call, id, again.previewToken);
    if (second.body.status !== 'requires-action') throw new Error('The bank was not asked.');
    await answerBank(stage.simulator, second.body.clientSecret, 'success');
    const live = (await overview(call)).subscriptions.filter(({ endedAt }) => endedAt === null);
    expect(live.map(({ status }) => status)).toEqual(['active']);
  });
});

describe('a promotion code', () => {
  const apply = (call: Caller, id: string, code: string) =>
    call('POST /v1/subscriptions/:id/promotion-code', { id, body: { code } });

  it('counts from the next invoice on, in whatever case it is typed', async () => {
    const { call, id } = await open('monthly');
    const answer = await apply(call, id, ' welcome20 ');
    expect(answer.body.subscription.discounts).toMatchObject([
      { code: 'WELCOME20', percentOff: 20, duration: 'repeating' },
    ]);
    expect(answer.body.subscription.nextInvoice?.amountDue).toBe(2320);
    expect(answer.body.subscription.allowedActions).not.toContain('apply-promotion-code');
    expect((await apply(call, id, 'WELCOME20')).body.subscription.discounts).toHaveLength(1);
  });

  it('is taken once by a customer, also when its one invoice has passed', async () => {
    const { call, id, subscription } = await open('monthly');
    expect((await apply(call, id, 'FIVEOFF')).status).toBe(200);
    stage.simulator.advanceTo((subscription.currentPeriodEndAt ?? 0) + 7200);
    const later = await stage.as('monthly');
    expect((await latestInvoice('monthly')).amount_paid).toBe(2400);
    expect((await overview(later)).subscriptions[0]?.discounts).toEqual([]);
    expect((await apply(later, id, 'fiveoff')).problem.code).toBe('promotion-code-invalid');
  });

  it('does not come on top of another with a change of plan', async () => {
    const { call, id } = await open('monthly');
    await apply(call, id, 'WELCOME20');
    const same = await look(call, id, { promotionCode: 'WELCOME20' });
    const without = await look(call, id, {});
    expect(same.dueNow).toBe(without.dueNow);
    const body = { priceId: stage.catalogue.prices.proYearly, promotionCode: 'LOYAL' };
    const other = await call('POST /v1/subscriptions/:id/preview', { id, body });
    expect(other.problem.code).toBe('promotion-code-invalid');
  });

  it('is refused in one and the same way, whatever is wrong with it', async () => {
    const { call, id } = await open('yearly');
    stage.simulator.forgetRequests();
    const answers = [];
    for (const code of ['NOPE', 'EXPIRED10', 'TEAMONLY', 'LOYAL']) {
      const { status, problem } = await apply(call, id, code);
      const { requestId: _, ...same } = problem;
      answers.push(JSON.stringify([status, same]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('promotion-code-invalid');
    expect(stage.writes()).toEqual([]);
  });
});
