import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withPortalFile } from '../../testing/portal-file.ts';
import { setStage, type Caller, type Stage } from '../../testing/stage.ts';
import { withoutEffect } from '../../testing/without-effect.ts';

let stage: Stage;
let running: { call: Caller; id: string };
let ended: { call: Caller; id: string };
const wrong: Record<string, string> = {};
beforeAll(async () => {
  const listed = ['prod_LumenStarter', 'prod_LumenPro'].map((id) => ({ id }));
  stage = await setStage(await withPortalFile({ products: listed }));
  await makeWrongPrices();
  running = await open('monthly');
  ended = await open('canceled');
});
afterAll(() => stage.stop());

async function open(key: string): Promise<{ call: Caller; id: string }> {
  const call = await stage.as(key);
  return { call, id: (await call('GET /v1/overview')).body.subscriptions[0]?.id ?? '' };
}

async function makeWrongPrices(): Promise<void> {
  const { prices, products } = stage.stripe;
  const { catalogue } = stage;
  const cheap = { currency: 'usd', unit_amount: 1, product: catalogue.products.pro };
  const monthly = { interval: 'month' } as const;
  const make = async (name: string, params: Parameters<typeof prices.create>[0]) =>
    (wrong[name] = (await prices.create(params)).id);
  await make('archived', { ...cheap, recurring: monthly });
  await prices.update(wrong['archived'] ?? '', { active: false });
  await make('one-time', cheap);
  await make('in another currency only', { ...cheap, currency: 'eur', recurring: monthly });
  const gone = await products.create({ name: 'Gone' });
  await make('of an archived product', { ...cheap, product: gone.id, recurring: monthly });
  await products.update(gone.id, { active: false });
  Object.assign(wrong, {
    'of a product that this portal does not list': catalogue.prices.teamMonthly,
    'of an add-on': catalogue.prices.archiveMonthly,
    'of another account': 'price_1Abcdefghijklmnopqrstuvw',
    'of the live mode': 'price_1LiveLiveLiveLiveLive',
    'a product': catalogue.products.pro,
    'a plan of old': 'gold-monthly',
    'a customer': stage.customerId('yearly'),
    'a poisonous name': '__proto__',
  });
}

const NAMES = [
  'archived',
  'one-time',
  'in another currency only',
  'of an archived product',
  'of a product that this portal does not list',
  'of an add-on',
  'of another account',
  'of the live mode',
  'a product',
  'a plan of old',
  'a customer',
  'a poisonous name',
];

describe('T45 a price that is not sold, not of this kind or not of this product', () => {
  it.each(NAMES)('%s: nobody changes to it', async (name) => {
    const priceId = wrong[name] ?? '';
    const { call, id } = running;
    const { status, problem } = await withoutEffect(stage, () =>
      call('POST /v1/subscriptions/:id/preview', { id, body: { priceId } }),
    );
    expect([priceId !== '', status, problem.code]).toEqual([true, 422, 'plan-unavailable']);
  });

  it.each(NAMES)('%s: nobody starts again on it', async (name) => {
    const priceId = wrong[name] ?? '';
    const { call, id } = ended;
    const { status, problem } = await withoutEffect(stage, () =>
      call('POST /v1/subscriptions/:id/resubscribe/preview', { id, body: { priceId } }),
    );
    expect([status, problem.code]).toEqual([422, 'plan-unavailable']);
  });

  it('none of them is offered', async () => {
    for (const { call, id } of [running, ended]) {
      const query = { subscriptionId: id };
      const { plans } = (await call('GET /v1/plans', { query })).body;
      const offered = plans.flatMap(({ prices }) => prices.map(({ priceId }) => priceId));
      expect(offered.length).toBeGreaterThan(2);
      expect(offered.filter((one) => Object.values(wrong).includes(one))).toEqual([]);
    }
  });
});
