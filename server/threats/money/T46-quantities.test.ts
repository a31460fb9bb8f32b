import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawAs } from '../../testing/raw-call.ts';
import { setStage, type Stage } from '../../testing/stage.ts';
import { withoutEffect } from '../../testing/without-effect.ts';
import { WRONG_QUANTITIES } from './quantities.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  const { data } = await stage.stripe.subscriptions.list({ customer: stage.customerId('two') });
  // The team last: only what ended last may be taken up again.
  for (const { id } of data) {
    stage.simulator.advanceTo(stage.simulator.now() + 60);
    await stage.stripe.subscriptions.cancel(id);
  }
});
afterAll(() => stage.stop());

async function subscriptionOf(key: string) {
  const { data } = await stage.stripe.subscriptions.list({
    customer: stage.customerId(key),
    price: stage.catalogue.prices.teamMonthly,
    status: 'all',
  });
  if (!data[0]) throw new Error(`${key} has no team`);
  return data[0];
}

/** A preview of so many seats, the number written as it is given. */
async function previewer(key: string, way: 'preview' | 'resubscribe/preview') {
  const ask = await rawAs(stage, key);
  const { id } = await subscriptionOf(key);
  const priceId = stage.catalogue.prices.teamYearly;
  return (quantity: string) =>
    ask({
      method: 'POST',
      path: `/v1/subscriptions/${id}/${way}`,
      body: `{"priceId":"${priceId}","quantity":${quantity}}`,
    });
}

const WAYS = [
  ['a change', 'seats', 'preview'],
  ['a new start', 'two', 'resubscribe/preview'],
] as const;

describe('T46 a quantity that is none, negative, broken, a text or too many', () => {
  it('are 300 vectors at least', () => {
    expect(WRONG_QUANTITIES.length * WAYS.length).toBeGreaterThanOrEqual(300);
  });

  it.each(WAYS)('is refused for %s, and nothing is made of it', async (_name, key, way) => {
    const preview = await previewer(key, way);
    for (const quantity of WRONG_QUANTITIES) {
      const { status, text } = await withoutEffect(stage, () => preview(quantity));
      expect([400, 422], `${quantity}: ${text}`).toContain(status);
    }
  });

  it.each(WAYS)(
    'within the rule is what is shown for %s, in any spelling of JSON',
    async (_n, key, way) => {
      const preview = await previewer(key, way);
      for (const quantity of ['7', '7.0', '7e0', '0.7e1']) {
        const { status, text } = await preview(quantity);
        expect([status, text.includes('"quantity":7')], text).toEqual([200, true]);
      }
    },
  );

  it('cannot be chosen where the plan is not sold by the unit', async () => {
    const call = await stage.as('monthly');
    const id = (await call('GET /v1/overview')).body.subscriptions[0]?.id ?? '';
    for (const quantity of [2, 10, 1000]) {
      const body = { priceId: stage.catalogue.prices.proYearly, quantity };
      const { status, problem } = await withoutEffect(stage, () =>
        call('POST /v1/subscriptions/:id/preview', { id, body }),
      );
      expect([status, problem.code]).toEqual([422, 'quantity-invalid']);
    }
  });
});
