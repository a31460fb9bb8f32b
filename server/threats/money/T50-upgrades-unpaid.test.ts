import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerBank, giveCard } from '../../../demo/stripe/testing/stage.ts';
import { setStage, type Caller, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let call: Caller;
let id: string;
beforeEach(async () => {
  stage = await setStage();
  call = await stage.as('monthly');
  id = (await call('GET /v1/overview')).body.subscriptions[0]?.id ?? '';
});
afterEach(() => stage.stop());

async function upgrade() {
  const { teamYearly } = stage.catalogue.prices;
  const body = { priceId: teamYearly, quantity: 4 };
  const shown = (await call('POST /v1/subscriptions/:id/preview', { id, body })).body;
  stage.simulator.ledger.forget();
  const { previewToken } = shown;
  const answer = await call('POST /v1/subscriptions/:id/change', { id, body: { previewToken } });
  return { shown, answer };
}

/** The plan as Stripe has it, and what is owed. */
async function truth() {
  const { items } = await stage.stripe.subscriptions.retrieve(id);
  const customer = stage.customerId('monthly');
  const open = await stage.stripe.invoices.list({ customer, status: 'open' });
  return { price: items.data[0]?.price.id, owed: open.data.length };
}

const kinds = () => stage.simulator.ledger.entries().map(({ kind }) => kind);

describe('T50 an upgrade with a card that is refused or has to be confirmed', () => {
  it('a refused card: the old plan stays, nothing is owed, and the way on is told', async () => {
    const old = (await truth()).price;
    await giveCard(stage.stripe, stage.customerId('monthly'), 'pm_card_chargeCustomerFail');
    const { answer } = await upgrade();
    expect([answer.status, answer.problem.code]).toEqual([402, 'payment-failed']);
    expect(await truth()).toEqual({ price: old, owed: 0 });
    expect(kinds()).not.toContain('payment.taken');
    expect(kinds()).not.toContain('subscription.changed');
    await giveCard(stage.stripe, stage.customerId('monthly'), 'pm_card_visa');
    const better = await upgrade();
    expect(better.answer.body.status).toBe('done');
    expect((await truth()).price).toBe(stage.catalogue.prices.teamYearly);
  });

  it.each(['success', 'fail'] as const)(
    'a bank that asks: the old plan stays until it is paid: %s',
    async (outcome) => {
      const old = (await truth()).price;
      await giveCard(stage.stripe, stage.customerId('monthly'), 'pm_card_authenticationRequired');
      const { answer, shown } = await upgrade();
      if (answer.body.status !== 'requires-action') throw new Error('The bank was not asked.');
      expect((await truth()).price).toBe(old);
      expect(kinds()).not.toContain('payment.taken');
      await answerBank(stage.simulator, answer.body.clientSecret, outcome);
      const isPaid = outcome === 'success';
      expect((await truth()).price).toBe(isPaid ? stage.catalogue.prices.teamYearly : old);
      const taken = stage.simulator.ledger.entries().filter(({ kind }) => kind === 'payment.taken');
      expect(taken).toMatchObject(isPaid ? [{ amount: shown.dueNow }] : []);
      if (isPaid) return;
      await call('DELETE /v1/subscriptions/:id/pending-change', { id });
      expect(await truth()).toEqual({ price: old, owed: 0 });
    },
  );
});
