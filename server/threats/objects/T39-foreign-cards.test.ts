import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterCard } from '../../testing/enter-card.ts';
import { setStage, type Caller, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let call: Caller;
beforeEach(async () => {
  stage = await setStage();
  call = await stage.as('monthly');
});
afterEach(() => stage.stop());

const confirm = (setupIntentId: string) =>
  call('POST /v1/payment-methods/confirm', { body: { setupIntentId } });

async function setUp(who: Caller): Promise<string> {
  const { body } = await who('POST /v1/payment-methods/setup');
  await enterCard(stage, body.clientSecret, '4242424242424242');
  return body.clientSecret.split('_secret_')[0] ?? '';
}

async function cardOf(key: string): Promise<string> {
  const { data } = await stage.stripe.customers.listPaymentMethods(stage.customerId(key));
  return data[0]?.id ?? '';
}

/** Nothing was written, and nothing has happened since. */
async function untouched(attempt: () => Promise<{ status: number }>): Promise<number> {
  stage.simulator.forgetRequests();
  stage.simulator.ledger.forget();
  const { status } = await attempt();
  expect(stage.writes()).toEqual([]);
  expect(stage.simulator.ledger.entries()).toEqual([]);
  return status;
}

describe('T39 another’s card, or another’s set-up of one', () => {
  it('another’s set-up is not found, finished or not', async () => {
    const other = await stage.as('yearly');
    const { body } = await other('POST /v1/payment-methods/setup');
    const open = body.clientSecret.split('_secret_')[0] ?? '';
    const finished = await setUp(other);
    expect(await untouched(() => confirm(open))).toBe(404);
    expect(await untouched(() => confirm(finished))).toBe(404);
  });

  it('a set-up of nobody is not found', async () => {
    const { id, client_secret } = await stage.stripe.setupIntents.create({});
    await enterCard(stage, client_secret ?? '', '4242424242424242');
    expect(await untouched(() => confirm(id))).toBe(404);
  });

  it('another’s card becomes nobody’s default, pays nothing and is not removed', async () => {
    const id = await cardOf('yearly');
    const invoice = (await call('GET /v1/overview')).body.invoices.data[0]?.id ?? '';
    expect(await untouched(() => call('POST /v1/payment-methods/:id/default', { id }))).toBe(404);
    expect(await untouched(() => call('DELETE /v1/payment-methods/:id', { id }))).toBe(404);
    const debtor = await stage.as('pastdue');
    const owed = (await debtor('GET /v1/overview')).body.subscriptions[0]?.openInvoice?.id ?? '';
    const body = { paymentMethodId: id };
    const pay = () => debtor('POST /v1/invoices/:id/pay', { id: owed, body });
    expect(await untouched(pay)).toBe(404);
    const paid = () => call('POST /v1/invoices/:id/pay', { id: owed, body: {} });
    expect(await untouched(paid)).toBe(404);
    expect(invoice).not.toBe('');
  });

  it('a card that was never attached is not found', async () => {
    const { id } = await stage.stripe.paymentMethods.create({
      type: 'card',
      card: { token: 'tok_visa' },
    });
    expect(await untouched(() => call('POST /v1/payment-methods/:id/default', { id }))).toBe(404);
  });

  it('an own set-up whose card has gone makes no default', async () => {
    const id = await setUp(call);
    const { paymentMethods } = (await confirm(id)).body;
    const [newest, older] = paymentMethods;
    await call('POST /v1/payment-methods/:id/default', { id: older?.id ?? '' });
    await call('DELETE /v1/payment-methods/:id', { id: newest?.id ?? '' });
    expect(await untouched(() => confirm(id))).toBe(404);
  });
});
