import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveCard } from '../../../demo/stripe/testing/stage.ts';
import { setStage, type Caller, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let owed: string;
beforeEach(async () => {
  stage = await setStage();
  const customer = stage.customerId('pastdue');
  const { data } = await stage.stripe.invoices.list({ customer, status: 'open' });
  owed = data[0]?.id ?? '';
  await giveCard(stage.stripe, customer, 'pm_card_visa');
  stage.simulator.ledger.forget();
});
afterEach(() => stage.stop());

const pay = (call: Caller, id: string) => call('POST /v1/invoices/:id/pay', { id, body: {} });
const payments = () =>
  stage.simulator.ledger.entries().filter(({ kind }) => kind.startsWith('payment.'));

describe('T41 paying another’s invoice, or one that is paid', () => {
  it('another’s is not found', async () => {
    const answer = await pay(await stage.as('monthly'), owed);
    expect([answer.status, answer.problem.code]).toEqual([404, 'invoice-not-found']);
    expect(payments()).toEqual([]);
  });

  it('one that is paid is done, and charged no second time', async () => {
    const call = await stage.as('pastdue');
    expect((await pay(call, owed)).body).toMatchObject({ status: 'done' });
    expect((await pay(call, owed)).body).toMatchObject({ status: 'done' });
    expect(payments()).toHaveLength(1);
  });

  it('eight at once take the money once', async () => {
    const call = await stage.as('pastdue');
    const answers = await Promise.all(Array.from({ length: 8 }, () => pay(call, owed)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(payments()).toHaveLength(1);
  });

  it.each(['void', 'uncollectible'])('one that is %s is not charged', async (state) => {
    if (state === 'void') await stage.stripe.invoices.voidInvoice(owed);
    else await stage.stripe.invoices.markUncollectible(owed);
    const answer = await pay(await stage.as('pastdue'), owed);
    expect([answer.status, answer.problem.code]).toEqual([409, 'invoice-not-open']);
    expect(payments()).toEqual([]);
  });

  it('a draft is not charged', async () => {
    const customer = stage.customerId('monthly');
    await stage.stripe.invoiceItems.create({ customer, amount: 500, currency: 'usd' });
    const draft = await stage.stripe.invoices.create({
      customer,
      pending_invoice_items_behavior: 'include',
    });
    const answer = await pay(await stage.as('monthly'), draft.id);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(payments()).toEqual([]);
  });
});
