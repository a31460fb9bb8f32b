import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveCard } from '../../demo/stripe/testing/stage.ts';
import { signHash } from '../auth/signature.ts';
import { setStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

describe('an overview', () => {
  const look = async (key: string) =>
    (await (await stage.as(key))('GET /v1/overview')).body.subscriptions;

  it.each(['the customer', 'the payment methods'])(
    'names the unknown customer, also when Stripe answers last about %s',
    async (last) => {
      const id = 'cus_unknown12345';
      const { simulator } = stage;
      const tell = simulator.fetch.bind(simulator);
      let answered = (): void => {};
      const earlier = new Promise<void>((resolve) => {
        answered = resolve;
      });
      simulator.fetch = async (request) => {
        const isLast =
          new URL(request.url).pathname.endsWith('/payment_methods') ===
          (last === 'the payment methods');
        const isOne = request.url.includes(id);
        if (isOne && isLast) await earlier;
        const response = await tell(request);
        if (isOne && !isLast) answered();
        return response;
      };
      const hash = await signHash(stage.secret, { type: 'customer', id }, null);
      const answer = await stage.call()('POST /v1/sessions', { body: { customerId: id, hash } });
      expect([answer.status, answer.problem.code]).toEqual([404, 'customer-not-found']);
    },
  );

  it('shows no next invoice while collection is paused, and that of the other one', async () => {
    const [first, second] = await look('two');
    const [due, later] = [first, second].toSorted(
      (a, b) => (a?.nextInvoice?.dueAt ?? 0) - (b?.nextInvoice?.dueAt ?? 0),
    );
    const end = due?.nextInvoice?.dueAt ?? 0;
    const nextInvoices = async () =>
      Object.fromEntries((await look('two')).map((one) => [one.id, one.nextInvoice]));
    for (const pause of [
      { behavior: 'void' },
      { behavior: 'keep_as_draft', resumes_at: end + 60 },
    ] as const) {
      await stage.stripe.subscriptions.update(due?.id ?? '', { pause_collection: pause });
      expect(await nextInvoices()).toEqual({
        [due?.id ?? '']: null,
        [later?.id ?? '']: later?.nextInvoice,
      });
    }
    await stage.stripe.subscriptions.update(due?.id ?? '', {
      pause_collection: { behavior: 'void', resumes_at: end - 60 },
    });
    expect((await nextInvoices())[due?.id ?? '']).toEqual(due?.nextInvoice);
  });

  it('shows no next invoice once collection was given up, though a period goes on', async () => {
    stage.simulator.setAccount({ dunning: { retryDays: [1], afterwards: 'unpaid' } });
    await giveCard(stage.stripe, stage.customerId('monthly'), 'pm_card_chargeCustomerFail');
    const [running] = await look('monthly');
    stage.simulator.advanceTo((running?.currentPeriodEndAt ?? 0) + 3 * 86_400);
    const [unpaid] = await look('monthly');
    expect(unpaid).toMatchObject({ status: 'unpaid', openInvoice: { amountDue: 2900 } });
    expect(unpaid?.nextInvoice).toBeNull();
  });

  it('shows what a scheduled change goes to, also when it is no longer sold', async () => {
    const { starterMonthly } = stage.catalogue.prices;
    await stage.stripe.prices.update(starterMonthly, { active: false });
    const [subscription] = await look('scheduled');
    expect(subscription?.scheduledChange?.items).toMatchObject([
      { priceId: starterMonthly, planName: 'Starter', unitAmount: 900, quantity: 1 },
    ]);
    const call = await stage.as('scheduled');
    const { plans } = (await call('GET /v1/plans')).body;
    expect(JSON.stringify(plans)).not.toContain(starterMonthly);
  });

  it('takes nothing for alive that has ended, also where Stripe does not say when', async () => {
    const { simulator } = stage;
    const tell = simulator.fetch.bind(simulator);
    simulator.fetch = async (request) => {
      const response = await tell(request);
      const text = (await response.text()).replaceAll(/"(ended|canceled)_at":\d+/g, '"$1_at":null');
      return new Response(text, response);
    };
    expect((await look('invoices')).map(({ status }) => status)).toEqual(['active']);
  });
});
