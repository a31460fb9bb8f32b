import { afterEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../problem.ts';
import { setStage, type Stage } from '../testing/stage.ts';
import { createLimits } from './limits.ts';
import { createMemoryLimiter } from './memory-limiter.ts';
import type { RuleName } from './rules.ts';

const HOUR_MS = 3_600_000;

function open() {
  let nowMs = 0;
  const limits = createLimits((allowance) => createMemoryLimiter(allowance, () => nowMs));
  /** How many of so many tries are begun, each of which ends so. */
  const begun = async (
    rule: RuleName,
    tries: number,
    { error = null, asker = {} }: { error?: Error | null; asker?: object } = {},
  ): Promise<number> => {
    let count = 0;
    const work = async (): Promise<void> => {
      count += 1;
      if (error) throw error;
    };
    const all = Array.from({ length: tries }, () =>
      limits.within([rule], { ip: '203.0.113.7', customerId: 'cus_1', ...asker }, work),
    );
    await Promise.allSettled(all);
    return count;
  };
  return { limits, begun, pass: (ms: number) => void (nowMs += ms) };
}

describe('the limits', () => {
  it('let five changes of one subscription through in an hour, and fifteen in a day', async () => {
    const { begun, pass } = open();
    const hours: number[] = [];
    for (let hour = 0; hour < 5; hour += 1) {
      hours.push(await begun('plan-change', 8, { asker: { subject: 'sub_1' } }));
      pass(HOUR_MS);
    }
    expect(hours).toEqual([5, 5, 5, 0, 0]);
    expect(await begun('plan-change', 1, { asker: { subject: 'sub_2' } })).toBe(1);
    pass(20 * HOUR_MS);
    expect(await begun('plan-change', 8, { asker: { subject: 'sub_1' } })).toBe(5);
  });

  it('never let one customer use up what belongs to the subscription of another', async () => {
    const { begun } = open();
    await begun('plan-change', 20, { asker: { customerId: 'cus_2', subject: 'sub_1' } });
    expect(await begun('plan-change', 1, { asker: { subject: 'sub_1' } })).toBe(1);
  });

  it('count a declined payment and an unknown outcome, but no refusal of ours', async () => {
    const counts: [string, number][] = [];
    for (const code of [
      'preview-expired',
      'amount-changed',
      'subscription-not-found',
      'not-applied',
      'payment-failed',
      'outcome-unknown',
      'internal',
    ] as const) {
      const { begun } = open();
      for (let round = 0; round < 20; round += 1) {
        await begun('plan-change', 1, { error: new ProblemError(code) });
      }
      counts.push([code, await begun('plan-change', 1)]);
    }
    expect(counts.filter(([, left]) => left === 0).map(([code]) => code)).toEqual([
      'payment-failed',
      'outcome-unknown',
      'internal',
    ]);
  });

  it('give five wrong codes a chance in ten minutes, however many are tried at once', async () => {
    const { begun, pass } = open();
    const error = new ProblemError('promotion-code-invalid');
    expect(await begun('promotion-code', 1_000, { error })).toBe(5);
    expect(await begun('promotion-code', 1)).toBe(0);
    pass(600_000);
    expect(await begun('promotion-code', 1_000, { error })).toBe(5);
    for (let round = 0; round < 10; round += 1) {
      pass(600_000);
      await begun('promotion-code', 1_000, { error });
    }
    pass(600_000);
    expect(await begun('promotion-code', 1)).toBe(0);
  });

  it('do not count a right code, and give thirty wrong ones an hour to one network', async () => {
    const { begun } = open();
    for (let round = 0; round < 50; round += 1) expect(await begun('promotion-code', 1)).toBe(1);
    const error = new ProblemError('promotion-code-invalid');
    let total = 0;
    for (let customer = 0; customer < 20; customer += 1) {
      total += await begun('promotion-code', 5, {
        error,
        asker: { customerId: `cus_${customer}` },
      });
    }
    expect(total).toBe(30);
    expect(
      await begun('promotion-code', 1, { asker: { ip: '203.0.113.8', customerId: 'cus_19' } }),
    ).toBe(1);
  });

  it('say when it is possible again', async () => {
    const { limits, begun, pass } = open();
    await begun('resubscribe', 5);
    pass(HOUR_MS / 2);
    const again = limits.within(['resubscribe'], { ip: '', customerId: 'cus_1' }, async () => {});
    await expect(again).rejects.toMatchObject({
      code: 'too-many-requests',
      details: { retryAfterS: 1_800, detail: 'This is possible again in 30 minutes.' },
    });
  });
});

describe('the limits of the API', () => {
  let stage: Stage;
  afterEach(() => stage.stop());
  const start = async () => {
    stage = await setStage(
      { PORTICO_CACHE_SECONDS: '240' },
      { limits: createLimits((one) => createMemoryLimiter(one, () => 0)) },
    );
    const caller = await stage.as('monthly');
    const customer = stage.customerId('monthly');
    const [subscription] = (await stage.stripe.subscriptions.list({ customer })).data;
    const id = subscription?.id ?? '';
    const [item] = subscription?.items.data ?? [];
    return { caller, id, priceId: item?.price.id ?? '' };
  };

  it('stop the guessing of codes, also in previews, before Stripe is asked', async () => {
    const { caller, id, priceId } = await start();
    const statuses: number[] = [];
    for (let guess = 0; guess < 4; guess += 1) {
      const body = { code: `GUESS${guess}` };
      statuses.push(
        (await caller('POST /v1/subscriptions/:id/promotion-code', { id, body })).status,
      );
    }
    const yearly = stage.catalogue.prices.starterMonthly;
    const preview = (promotionCode?: string) =>
      caller('POST /v1/subscriptions/:id/preview', {
        id,
        body: { priceId: yearly, ...(promotionCode !== undefined && { promotionCode }) },
      });
    for (let guess = 0; guess < 3; guess += 1) statuses.push((await preview(`X${guess}`)).status);
    stage.simulator.forgetRequests();
    const last = await preview('WELCOME20');
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
    expect([last.status, last.problem.code]).toEqual([429, 'too-many-requests']);
    expect(last.headers.get('retry-after')).toBe('600');
    expect(stage.simulator.requests()).toEqual([]);
    expect(priceId).not.toBe('');
    expect((await preview()).status).not.toBe(429);
  });

  it('end a loop of previews, of views that are not kept, of changes and of cards', async () => {
    const { caller, id } = await start();
    const query = { subscriptionId: id };
    const count = async (tries: number, call: () => Promise<{ status: number }>) => {
      const all: number[] = [];
      for (let round = 0; round < tries; round += 1) all.push((await call()).status);
      return all.filter((status) => status !== 429).length;
    };
    const body = { priceId: 'price_none' };
    expect(await count(70, () => caller('POST /v1/subscriptions/:id/preview', { id, body }))).toBe(
      60,
    );
    expect(await count(130, () => caller('GET /v1/overview', { query }))).toBe(120);
    expect(await count(130, () => caller('GET /v1/overview'))).toBe(130);
    expect(await count(25, () => caller('POST /v1/payment-methods/setup'))).toBe(20);
    // Those twenty were changes too, of which thirty may be in a minute.
    expect(await count(20, () => caller('POST /v1/subscriptions/:id/keep', { id }))).toBe(10);
  });
});
