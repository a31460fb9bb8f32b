import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerBank, giveCard } from '../../demo/stripe/testing/stage.ts';
import { edited, pathOf, retell } from '../testing/retell.ts';
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

  it('cost one call where nothing on the page could be paid', async () => {
    const call = await stage.as('invoices');
    stage.simulator.forgetRequests();
    await call('GET /v1/invoices');
    expect(stage.simulator.requests().map(({ path }) => path)).toEqual(['/v1/invoices']);
  });

  it('say of one that belongs to a waiting change that nobody has to pay it', async () => {
    const call = await stage.as('secure');
    const [subscription] = (await call('GET /v1/overview')).body.subscriptions;
    const id = subscription?.id ?? '';
    const wish = { priceId: stage.catalogue.prices.proYearly };
    const shown = await call('POST /v1/subscriptions/:id/preview', { id, body: wish });
    const { previewToken } = shown.body;
    const answer = await call('POST /v1/subscriptions/:id/change', { id, body: { previewToken } });
    expect(answer.body.status).toBe('requires-action');
    const lists = [
      (await call('GET /v1/overview')).body.invoices.data,
      (await call('GET /v1/invoices')).body.data,
    ];
    expect(lists.map(([first]) => first)).toMatchObject([
      { status: 'open', canPay: false },
      { status: 'open', canPay: false },
    ]);
    stage.simulator.forgetRequests();
    const paid = await call('POST /v1/invoices/:id/pay', { id: lists[0]?.[0]?.id ?? '', body: {} });
    expect([paid.status, paid.problem.code]).toEqual([409, 'invoice-not-open']);
    expect(stage.writes()).toEqual([]);
  });

  it('of no subscription are not to be had at all where they are not listed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'portico-'));
    const file = join(folder, 'portal.json');
    await writeFile(file, JSON.stringify({ features: { allInvoices: false } }));
    await stage.stop();
    stage = await setStage({ PORTICO_CONFIG: file });
    const call = await stage.as('pastdue');
    const id = (await call('GET /v1/overview')).body.invoices.data[0]?.id ?? '';
    expect((await call('GET /v1/invoices/:id/links', { id })).status).toBe(200);
    retell(stage, async (request, tell) => {
      if (pathOf(request) !== `/v1/invoices/${id}`) return tell(request);
      const response = await tell(request);
      const invoice: object = await response.json();
      return Response.json({ ...invoice, parent: null });
    });
    stage.simulator.forgetRequests();
    const answers = [
      await call('GET /v1/invoices/:id/links', { id }),
      await call('POST /v1/invoices/:id/pay', { id, body: {} }),
    ];
    expect(answers.map(({ problem }) => problem.code)).toEqual([
      'invoice-not-found',
      'invoice-not-found',
    ]);
    expect(stage.writes()).toEqual([]);
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

  it('says that a payment method is needed first, and asks Stripe for nothing', async () => {
    const { call, id } = await openInvoice();
    const { data } = await stage.stripe.customers.listPaymentMethods(stage.customerId('pastdue'));
    for (const method of data) await stage.stripe.paymentMethods.detach(method.id);
    stage.simulator.forgetRequests();
    const answer = await call('POST /v1/invoices/:id/pay', { id, body: {} });
    expect([answer.status, answer.problem.code]).toEqual([409, 'payment-method-required']);
    expect(stage.writes()).toEqual([]);
  });

  it.each([
    ['payment-method-required', { code: 'invoice_no_payment_method_types' }],
    [
      'payment-method-required',
      {
        code: 'resource_missing',
        message:
          'This customer has no attached payment source or default payment method. Please consider adding a default payment method.',
      },
    ],
    ['internal', { code: 'resource_missing', param: 'payment_method', message: 'No such thing' }],
    ['not-found', { code: 'resource_missing', param: 'id', message: 'No such invoice' }],
  ])('answers %s where Stripe says so: %o', async (code, said) => {
    const { call, id } = await openInvoice();
    retell(stage, async (request, tell) =>
      pathOf(request).endsWith('/pay')
        ? Response.json({ error: { type: 'invalid_request_error', ...said } }, { status: 400 })
        : tell(request),
    );
    const answer = await call('POST /v1/invoices/:id/pay', { id, body: {} });
    expect(answer.problem.code).toBe(code);
  });

  it.each([
    ['expired-card', { code: 'expired_card' }],
    ['insufficient-funds', { code: 'card_declined', decline_code: 'insufficient_funds' }],
    ['generic', { code: 'card_declined', decline_code: 'lost_card' }],
  ])('gives the reason %s where Stripe says %o', async (reason, said) => {
    const { call, id } = await openInvoice();
    retell(stage, async (request, tell) =>
      pathOf(request).endsWith('/pay')
        ? Response.json({ error: { type: 'card_error', ...said } }, { status: 402 })
        : tell(request),
    );
    const { problem } = await call('POST /v1/invoices/:id/pay', { id, body: {} });
    expect([problem.code, problem.reason]).toEqual(['payment-failed', reason]);
  });

  it('does not call a debit done that is under way, and does not start another', async () => {
    const { call, id } = await openInvoice();
    let debits = 0;
    retell(stage, async (request, tell) => {
      const path = pathOf(request);
      if (path === `/v1/invoices/${id}/pay`) {
        debits += 1;
        return tell(new Request(request.url.replace('/pay', ''), { headers: request.headers }));
      }
      if (path !== `/v1/invoices/${id}` || debits === 0) return tell(request);
      return edited(await tell(request), (text) =>
        text.replaceAll('"status":"requires_payment_method"', '"status":"processing"'),
      );
    });
    for (const _ of [1, 2]) {
      const answer = await call('POST /v1/invoices/:id/pay', { id, body: {} });
      expect([answer.status, answer.problem.code]).toEqual([503, 'outcome-unknown']);
    }
    expect(debits).toBe(1);
  });
});
