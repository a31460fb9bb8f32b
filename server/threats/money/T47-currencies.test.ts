import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveCard } from '../../../demo/stripe/testing/stage.ts';
import { setStage, type Caller, type Stage } from '../../testing/stage.ts';
import { withoutEffect } from '../../testing/without-effect.ts';

const CURRENCIES = ['usd', 'jpy', 'kwd'] as const;
type Currency = (typeof CURRENCIES)[number];

let stage: Stage;
/** A cheap and a dear price that is had in one currency only. */
const prices = {} as Record<Currency, { cheap: string; dear: string }>;
const people = {} as Record<Currency, { call: Caller; id: string }>;
beforeAll(async () => {
  stage = await setStage();
  for (const currency of CURRENCIES) {
    prices[currency] = { cheap: await sell(currency, 1000), dear: await sell(currency, 3000) };
  }
  people.usd = await open('monthly');
  people.jpy = await open('yen');
  const customer = stage.customerId('none');
  await giveCard(stage.stripe, customer, 'pm_card_visa');
  const items = [{ price: prices.kwd.cheap }];
  await stage.stripe.subscriptions.create({ customer, items });
  people.kwd = await open('none');
});
afterAll(() => stage.stop());

async function sell(currency: Currency, unitAmount: number): Promise<string> {
  const { id } = await stage.stripe.prices.create({
    product: stage.catalogue.products.pro,
    currency,
    unit_amount: unitAmount,
    recurring: { interval: 'month' },
  });
  return id;
}

async function open(key: string): Promise<{ call: Caller; id: string }> {
  const call = await stage.as(key);
  return { call, id: (await call('GET /v1/overview')).body.subscriptions[0]?.id ?? '' };
}

const pairs = CURRENCIES.flatMap((own) => CURRENCIES.map((other) => [own, other] as const));

describe('T47 another currency than the subscription’s', () => {
  it.each(pairs.filter(([own, other]) => own !== other))(
    'who pays in %s is not offered what costs %s, and cannot have it',
    async (own, other) => {
      const { call, id } = people[own];
      const { plans } = (await call('GET /v1/plans', { query: { subscriptionId: id } })).body;
      const offered = plans.flatMap((plan) => plan.prices);
      expect(new Set(offered.map(({ currency }) => currency))).toEqual(new Set([own]));
      const body = { priceId: prices[other].dear };
      const { status, problem } = await withoutEffect(stage, () =>
        call('POST /v1/subscriptions/:id/preview', { id, body }),
      );
      expect([status, problem.code]).toEqual([422, 'plan-unavailable']);
    },
  );

  it.each(CURRENCIES)('in %s, all that is shown and charged is in it', async (own) => {
    const { call, id } = people[own];
    const priceId = own === 'kwd' ? prices.kwd.dear : stage.catalogue.prices.proYearly;
    const body = { priceId };
    const shown = (await call('POST /v1/subscriptions/:id/preview', { id, body })).body;
    expect(shown.currency).toBe(own);
    stage.simulator.ledger.forget();
    const { previewToken } = shown;
    await call('POST /v1/subscriptions/:id/change', { id, body: { previewToken } });
    const taken = stage.simulator.ledger.entries().filter(({ kind }) => kind === 'payment.taken');
    expect(taken).toMatchObject([{ amount: shown.dueNow, currency: own }]);
    if (own === 'kwd') expect(shown.dueNow % 10).toBe(0);
  });
});
