import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

const RUNNING = [
  'monthly',
  'yearly',
  'trialing',
  'pastdue',
  'declining',
  'cancelling',
  'scheduled',
  'two',
  'yen',
  'secure',
  'seats',
];

describe('T40 removing the only card of a running subscription', () => {
  it.each(RUNNING)('is refused for %s, and nothing happens', async (key) => {
    const call = await stage.as(key);
    const { paymentMethods } = (await call('GET /v1/overview')).body;
    const needed = paymentMethods.filter(({ isDefault }) => isDefault);
    expect(needed).toMatchObject([{ canRemove: false }]);
    stage.simulator.ledger.forget();
    for (const { id } of needed) {
      const { status, problem } = await call('DELETE /v1/payment-methods/:id', { id });
      expect([status, problem.code]).toEqual([409, 'payment-method-in-use']);
    }
    expect(stage.simulator.ledger.entries()).toEqual([]);
  });

  it('is refused also for one that only the subscription names', async () => {
    const customer = stage.customerId('monthly');
    const { id } = await stage.stripe.paymentMethods.attach('pm_card_mastercard', { customer });
    const { data } = await stage.stripe.subscriptions.list({ customer });
    await stage.stripe.subscriptions.update(data[0]?.id ?? '', { default_payment_method: id });
    const call = await stage.as('monthly');
    expect((await call('DELETE /v1/payment-methods/:id', { id })).status).toBe(409);
  });

  it('is done where nothing runs any more, and where another card is charged', async () => {
    const ended = await stage.as('canceled');
    const [last] = (await ended('GET /v1/overview')).body.paymentMethods;
    const gone = await ended('DELETE /v1/payment-methods/:id', { id: last?.id ?? '' });
    expect([gone.status, gone.body]).toEqual([200, { paymentMethods: [] }]);
    const customer = stage.customerId('monthly');
    const { id } = await stage.stripe.paymentMethods.attach('pm_card_mastercard', { customer });
    const call = await stage.as('monthly');
    expect((await call('DELETE /v1/payment-methods/:id', { id })).status).toBe(200);
  });
});
