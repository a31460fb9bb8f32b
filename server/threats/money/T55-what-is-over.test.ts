import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SubscriptionStatus } from '../../../contract/billing.ts';
import { giveCard } from '../../../demo/stripe/testing/stage.ts';
import { setStage, type Caller, type Stage } from '../../testing/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.stop());

const DAY = 86_400;

async function start(params: object, token: string | null): Promise<string> {
  const customer = stage.customerId('none');
  if (token) await giveCard(stage.stripe, customer, token);
  const items = [{ price: stage.catalogue.prices.proMonthly }];
  const made = await stage.stripe.subscriptions.create({ customer, items, ...params });
  return made.id;
}

const later = (seconds: number): void => stage.simulator.advanceTo(stage.simulator.now() + seconds);

/** A subscription in each of Stripe's eight states, come to by Stripe's own ways. */
const STATES: Record<SubscriptionStatus, () => Promise<string>> = {
  active: () => start({}, 'pm_card_visa'),
  trialing: () => start({ trial_period_days: 14 }, 'pm_card_visa'),
  incomplete: () => start({}, 'pm_card_authenticationRequired'),
  async incomplete_expired() {
    const id = await start({}, 'pm_card_authenticationRequired');
    later(DAY);
    return id;
  },
  past_due: () => unpaidAfter(DAY),
  async unpaid() {
    stage.simulator.setAccount({ dunning: { retryDays: [1], afterwards: 'unpaid' } });
    return unpaidAfter(4 * DAY);
  },
  async canceled() {
    const id = await start({}, 'pm_card_visa');
    await stage.stripe.subscriptions.cancel(id);
    return id;
  },
  async paused() {
    const trial_settings = { end_behavior: { missing_payment_method: 'pause' } };
    const id = await start({ trial_period_days: 1, trial_settings }, null);
    later(2 * DAY);
    return id;
  },
};

async function unpaidAfter(seconds: number): Promise<string> {
  const id = await start({}, 'pm_card_visa');
  await giveCard(stage.stripe, stage.customerId('none'), 'pm_card_chargeCustomerFail');
  later(31 * DAY + seconds);
  return id;
}

const ACTIONS: Record<string, (call: Caller, id: string) => Promise<{ status: number }>> = {
  keep: (call, id) => call('POST /v1/subscriptions/:id/keep', { id }),
  undo: (call, id) => call('DELETE /v1/subscriptions/:id/scheduled-change', { id }),
  drop: (call, id) => call('DELETE /v1/subscriptions/:id/pending-change', { id }),
  code: (call, id) =>
    call('POST /v1/subscriptions/:id/promotion-code', { id, body: { code: 'WELCOME20' } }),
  change: (call, id) =>
    call('POST /v1/subscriptions/:id/preview', {
      id,
      body: { priceId: stage.catalogue.prices.proYearly },
    }),
  resubscribe: (call, id) =>
    call('POST /v1/subscriptions/:id/resubscribe/preview', { id, body: {} }),
  cancel: (call, id) => call('POST /v1/subscriptions/:id/cancel', { id, body: {} }),
  'cancel again': (call, id) => call('POST /v1/subscriptions/:id/cancel', { id, body: {} }),
};

/** What each state answers to: keep, undo, drop, code, change, resubscribe, cancel, cancel again. */
const ANSWERS: Record<SubscriptionStatus, number[]> = {
  active: [200, 200, 200, 200, 200, 409, 200, 200],
  trialing: [200, 200, 200, 200, 200, 409, 200, 200],
  past_due: [200, 200, 200, 200, 403, 409, 200, 200],
  unpaid: [200, 200, 200, 403, 403, 409, 200, 200],
  incomplete: [200, 200, 200, 403, 403, 409, 200, 200],
  paused: [200, 200, 200, 403, 403, 409, 200, 200],
  canceled: [409, 200, 200, 409, 409, 200, 200, 200],
  incomplete_expired: [409, 200, 200, 409, 409, 200, 200, 200],
};

describe('T55 undoing or canceling what is over', () => {
  it.each(Object.keys(STATES) as SubscriptionStatus[])(
    'each action on one that is %s has its answer, and makes nothing new',
    async (state) => {
      const id = await STATES[state]();
      expect((await stage.stripe.subscriptions.retrieve(id)).status).toBe(state);
      stage.simulator.ledger.forget();
      const call = await stage.as('none');
      const answers: Record<string, number> = {};
      for (const [name, act] of Object.entries(ACTIONS))
        answers[name] = (await act(call, id)).status;
      expect(Object.values(answers), JSON.stringify(answers)).toEqual(ANSWERS[state]);
      const kinds = new Set(stage.simulator.ledger.entries().map(({ kind }) => kind));
      expect(kinds.has('subscription.made')).toBe(false);
      expect(kinds.has('payment.taken')).toBe(false);
    },
  );

  it('keeping after the period’s end starts nothing anew', async () => {
    const call = await stage.as('cancelling');
    const [subscription] = (await call('GET /v1/overview')).body.subscriptions;
    const id = subscription?.id ?? '';
    stage.simulator.advanceTo((subscription?.cancelAt ?? 0) + 60);
    stage.simulator.ledger.forget();
    const late = await stage.as('cancelling');
    const { status, problem } = await late('POST /v1/subscriptions/:id/keep', { id });
    expect([status, problem.code]).toEqual([409, 'subscription-ended']);
    expect(stage.simulator.ledger.entries()).toEqual([]);
  });
});
