import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveCard } from '../../demo/stripe/testing/stage.ts';
import { edited, pathOf, retell } from '../testing/retell.ts';
import { setStage, type Stage } from '../testing/stage.ts';
import { visiting } from '../testing/visiting.ts';

let stage: Stage;
const { open, overview, look, change, lookAnew, start, apply, latestInvoice } = visiting(
  () => stage,
);
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

const taken = () =>
  stage.simulator.ledger
    .entries()
    .flatMap((entry) => (entry.kind === 'payment.taken' ? [entry.amount] : []));

describe('a promotion code', () => {
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

  it('for one invoice is done, once it was charged, however often it is asked for', async () => {
    const { call, id } = await open('monthly');
    const { previewToken, dueNow } = await look(call, id, { promotionCode: 'FIVEOFF' });
    stage.simulator.ledger.forget();
    const intent = crypto.randomUUID();
    const answers = [
      await change(call, id, previewToken, intent),
      await change(call, id, previewToken, intent),
      await change(call, id, previewToken),
    ];
    expect(answers.map(({ body }) => body.status)).toEqual(['done', 'done', 'done']);
    expect(taken()).toEqual([dueNow]);
  });

  it('is put on and noted in one call: no crash comes in between', async () => {
    const { call, id } = await open('monthly');
    const { previewToken } = await look(call, id, { promotionCode: 'FIVEOFF' });
    stage.simulator.forgetRequests();
    await change(call, id, previewToken);
    expect(stage.writes()).toEqual([`POST /v1/subscriptions/${id}`]);
    expect((await apply(call, id, 'FIVEOFF')).problem.code).toBe('promotion-code-invalid');
  });

  it('with a change that waits is used when the change happens, not before', async () => {
    const { call, id, subscription } = await open('monthly');
    const wish = { priceId: stage.catalogue.prices.starterMonthly, promotionCode: 'FIVEOFF' };
    await change(call, id, (await look(call, id, wish)).previewToken);
    await call('DELETE /v1/subscriptions/:id/scheduled-change', { id });
    const again = await look(call, id, wish);
    expect(again).toMatchObject({ effective: 'period-end', next: { amount: 400 } });
    await change(call, id, again.previewToken);
    stage.simulator.advanceTo((subscription.currentPeriodEndAt ?? 0) + 7200);
    const later = await stage.as('monthly');
    expect((await latestInvoice('monthly')).amount_paid).toBe(400);
    expect((await apply(later, id, 'FIVEOFF')).problem.code).toBe('promotion-code-invalid');
  });

  it('with a change that waits stays when another card is to be charged', async () => {
    const { call, id, subscription } = await open('monthly');
    const customer = stage.customerId('monthly');
    const { data } = await stage.stripe.customers.listPaymentMethods(customer);
    const own = { default_payment_method: data[0]?.id ?? '' };
    await stage.stripe.subscriptions.update(id, own);
    const wish = { priceId: stage.catalogue.prices.starterMonthly, promotionCode: 'FIVEOFF' };
    await change(call, id, (await look(call, id, wish)).previewToken);
    const card = await stage.stripe.paymentMethods.attach('pm_card_mastercard', { customer });
    const moved = await call('POST /v1/payment-methods/:id/default', { id: card.id });
    expect(moved.status).toBe(200);
    stage.simulator.advanceTo((subscription.currentPeriodEndAt ?? 0) + 7200);
    expect((await latestInvoice('monthly')).amount_paid).toBe(400);
  });

  it('of a start whose card is declined is still good', async () => {
    const { call, id } = await open('canceled');
    const customer = stage.customerId('canceled');
    await giveCard(stage.stripe, customer, 'pm_card_chargeCustomerFail');
    const shown = await lookAnew(call, id, { promotionCode: 'FIVEOFF' });
    expect((await start(call, id, shown.previewToken)).problem.code).toBe('payment-failed');
    await giveCard(stage.stripe, customer, 'pm_card_visa');
    const anew = await lookAnew(call, id, { promotionCode: 'FIVEOFF' });
    expect(anew.dueNow).toBe(shown.dueNow);
    expect((await start(call, id, anew.previewToken)).body.status).toBe('done');
    expect((await latestInvoice('canceled')).amount_paid).toBe(shown.dueNow);
  });

  it('does not take the place of a discount that the site owner gave the customer', async () => {
    const customer = stage.customerId('monthly');
    retell(stage, async (request, tell) =>
      pathOf(request) === `/v1/customers/${customer}` && request.method === 'GET'
        ? edited(await tell(request), (text) => JSON.stringify({ ...JSON.parse(text), discount }))
        : tell(request),
    );
    const { call, id, subscription } = await open('monthly');
    expect(subscription.allowedActions).not.toContain('apply-promotion-code');
    stage.simulator.forgetRequests();
    expect((await apply(call, id, 'WELCOME20')).problem.code).toBe('action-not-allowed');
    const body = { priceId: stage.catalogue.prices.proYearly, promotionCode: 'WELCOME20' };
    const preview = await call('POST /v1/subscriptions/:id/preview', { id, body });
    expect(preview.problem.code).toBe('promotion-code-invalid');
    expect(stage.writes()).toEqual([]);
  });
});

const discount = {
  id: 'di_ofTheOwner',
  object: 'discount',
  source: { type: 'coupon', coupon: 'half' },
  start: 1,
  end: null,
  promotion_code: null,
};
