import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Preview } from '../../../contract/billing.ts';
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

const customer = () => stage.customerId('monthly');

async function look(priceId: string): Promise<{ status: number; body: Preview }> {
  return call('POST /v1/subscriptions/:id/preview', { id, body: { priceId } });
}

const confirm = ({ previewToken }: Preview) =>
  call('POST /v1/subscriptions/:id/change', { id, body: { previewToken } });

const taken = () =>
  stage.simulator.ledger
    .entries()
    .flatMap((entry) => (entry.kind === 'payment.taken' ? [entry.amount] : []));

const IN_BETWEEN: Record<string, () => Promise<unknown>> = {
  async 'a tax is put on the subscription'() {
    const tax = { display_name: 'VAT', percentage: 19, inclusive: false };
    const { id: rate } = await stage.stripe.taxRates.create(tax);
    return stage.stripe.subscriptions.update(id, { default_tax_rates: [rate] });
  },
  async 'a coupon is put on the subscription'() {
    const coupon = await stage.stripe.coupons.create({ percent_off: 50, duration: 'forever' });
    return stage.stripe.subscriptions.update(id, { discounts: [{ coupon: coupon.id }] });
  },
  'credit is given': () =>
    stage.stripe.customers.createBalanceTransaction(customer(), { amount: -700, currency: 'usd' }),
  'a debt is noted': () =>
    stage.stripe.customers.createBalanceTransaction(customer(), { amount: 700, currency: 'usd' }),
  'something else waits to be charged': () =>
    stage.stripe.invoiceItems.create({
      customer: customer(),
      subscription: id,
      amount: 900,
      currency: 'usd',
    }),
};

describe('T49 something changes between what was shown and the yes', () => {
  it.each(Object.keys(IN_BETWEEN))(
    '%s: the customer is asked again, and then charged what is shown then',
    async (name) => {
      const { proYearly } = stage.catalogue.prices;
      const before = (await look(proYearly)).body;
      await IN_BETWEEN[name]?.();
      stage.simulator.ledger.forget();
      const { status, problem } = await confirm(before);
      expect([status, problem.code]).toEqual([409, 'amount-changed']);
      expect(stage.simulator.ledger.entries()).toEqual([]);
      const again = (await look(proYearly)).body;
      expect([again.dueNow, again.next?.amount]).not.toEqual([before.dueNow, before.next?.amount]);
      expect((await confirm(again)).body.status).toBe('done');
      expect(taken()).toEqual([again.dueNow]);
    },
  );

  const MOVES = (['flexible', 'classic'] as const).flatMap((mode) =>
    (['starterMonthly', 'starterYearly', 'teamMonthly'] as const).flatMap((plan) =>
      (['none', 'create_prorations', 'always_invoice'] as const).map((behavior) => ({
        mode,
        plan,
        behavior,
      })),
    ),
  );

  it.each(MOVES)(
    'the owner moves it to $plan ($behavior, $mode): refused, or charged what was shown',
    async ({ mode, plan, behavior }) => {
      const { proMonthly, proYearly, ...prices } = stage.catalogue.prices;
      await stage.stripe.subscriptions.cancel(id);
      const { items, ...own } = await stage.stripe.subscriptions.create({
        customer: customer(),
        items: [{ price: proMonthly }],
        billing_mode: { type: mode },
      });
      id = own.id;
      stage.simulator.advanceTo(stage.simulator.now() + 864_000);
      call = await stage.as('monthly');
      const shown = (await look(proYearly)).body;
      await stage.stripe.subscriptions.update(id, {
        items: [{ id: items.data[0]?.id ?? '', price: prices[plan] }],
        proration_behavior: behavior,
      });
      stage.simulator.ledger.forget();
      const { status } = await confirm(shown);
      expect(taken()).toEqual(status === 200 ? [shown.dueNow] : []);
      expect([200, 409]).toContain(status);
    },
  );

  it('the price itself is withdrawn: nobody is charged for it', async () => {
    const { proYearly } = stage.catalogue.prices;
    const { body } = await look(proYearly);
    await stage.stripe.prices.update(proYearly, { active: false });
    stage.simulator.ledger.forget();
    const { status, problem } = await confirm(body);
    expect([status, problem.code]).toEqual([422, 'plan-unavailable']);
    expect(stage.simulator.ledger.entries()).toEqual([]);
  });

  it('the subscription is ended: nothing is charged', async () => {
    const { body } = await look(stage.catalogue.prices.proYearly);
    await stage.stripe.subscriptions.cancel(id);
    stage.simulator.ledger.forget();
    const { status, problem } = await confirm(body);
    expect([status, problem.code]).toEqual([409, 'subscription-ended']);
    expect(stage.simulator.ledger.entries()).toEqual([]);
  });

  it('nothing changes: exactly what was shown is charged', async () => {
    const { body } = await look(stage.catalogue.prices.proYearly);
    stage.simulator.ledger.forget();
    stage.simulator.advanceTo(stage.simulator.now() + 540);
    expect((await confirm(body)).body.status).toBe('done');
    expect(taken()).toEqual([body.dueNow]);
  });
});
