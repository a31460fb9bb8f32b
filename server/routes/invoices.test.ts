import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerBank, giveCard } from '../../demo/stripe/testing/stage.ts';
import { setStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

describe('invoices', () => {
  it('are read page by page, newest first, none twice and none left out', async () => {
    const call = await stage.as('invoices');
    const first = (await call('GET /v1/overview')).body.invoices;
    const ids = first.data.map(({ id }) => id);
    for (let cursor = first.nextCursor; cursor !== null;) {
      const page = (await call('GET /v1/invoices', { query: { cursor } })).body;
      ids.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    const all = await stage.stripe.invoices
      .list({ customer: stage.customerId('invoices'), limit: 100 })
      .autoPagingToArray({ limit: 1000 });
    expect(ids).toEqual(all.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(30);
  });

  it('carry no links in a list; they are read on click', async () => {
    const call = await stage.as('monthly');
    const { invoices } = (await call('GET /v1/overview')).body;
    expect(JSON.stringify(invoices)).not.toContain('http');
    const { body } = await call('GET /v1/invoices/:id/links', { id: invoices.data[0]?.id ?? '' });
    expect(body.hostedUrl).toMatch(/^https?:/);
    expect(body.pdfUrl).toMatch(/^https?:/);
  });

  it('do not page on from the invoice of another customer', async () => {
    const foreign = await stage.stripe.invoices.list({ customer: stage.customerId('yearly') });
    const call = await stage.as('monthly');
    const cursor = foreign.data[0]?.id ?? '';
    expect((await call('GET /v1/invoices', { query: { cursor } })).status).toBe(404);
  });
});

describe('paying an open invoice', () => {
  async function openInvoice() {
    const call = await stage.as('pastdue');
    const [subscription] = (await call('GET /v1/overview')).body.subscriptions;
    return { call, id: subscription?.openInvoice?.id ?? '' };
  }
  const look = async (id: string) => stage.stripe.invoices.retrieve(id);

  it('says why it fails, and charges nothing', async () => {
    const { call, id } = await openInvoice();
    const answer = await call('POST /v1/invoices/:id/pay', { id, body: {} });
    expect([answer.status, answer.problem.code]).toEqual([402, 'payment-failed']);
    expect((await look(id)).amount_paid).toBe(0);
  });

  it('works with a better card, once, and brings the subscription back', async () => {
    const { call, id } = await openInvoice();
    await giveCard(stage.stripe, stage.customerId('pastdue'), 'pm_card_visa');
    const intent = crypto.randomUUID();
    const answers = [
      await call('POST /v1/invoices/:id/pay', { id, body: {}, intent }),
      await call('POST /v1/invoices/:id/pay', { id, body: {}, intent }),
      await call('POST /v1/invoices/:id/pay', { id, body: {} }),
    ];
    expect(answers.map(({ body }) => [body.status, body.invoice.status])).toEqual(
      answers.map(() => ['done', 'paid']),
    );
    expect((await look(id)).amount_paid).toBe(2900);
    const [subscription] = (await call('GET /v1/overview')).body.subscriptions;
    expect(subscription).toMatchObject({ status: 'active', openInvoice: null });
  });

  it('asks the bank where the bank wants it', async () => {
    const { call, id } = await openInvoice();
    await giveCard(stage.stripe, stage.customerId('pastdue'), 'pm_card_authenticationRequired');
    const answer = await call('POST /v1/invoices/:id/pay', { id, body: {} });
    if (answer.body.status !== 'requires-action') throw new Error('The bank was not asked.');
    await answerBank(stage.simulator, answer.body.clientSecret, 'success');
    expect((await look(id)).status).toBe('paid');
  });

  it("refuses another customer's card", async () => {
    const { call, id } = await openInvoice();
    const { data } = await stage.stripe.customers.listPaymentMethods(stage.customerId('monthly'));
    const body = { paymentMethodId: data[0]?.id ?? '' };
    stage.simulator.forgetRequests();
    const answer = await call('POST /v1/invoices/:id/pay', { id, body });
    expect(answer.problem.code).toBe('payment-method-not-found');
    expect(stage.writes()).toEqual([]);
  });
});
