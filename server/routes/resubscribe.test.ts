import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerBank, giveCard } from '../../demo/stripe/testing/stage.ts';
import { setStage, type Stage } from '../testing/stage.ts';
import { visiting } from '../testing/visiting.ts';

let stage: Stage;
const { open, overview, lookAnew, start, latestInvoice } = visiting(() => stage);
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

describe('resubscribing', () => {
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
