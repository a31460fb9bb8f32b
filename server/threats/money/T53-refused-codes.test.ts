import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../stripe/ids.ts';
import { setStage, type Caller, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let call: Caller;
let running: string;
let ended: { call: Caller; id: string };
beforeAll(async () => {
  stage = await setStage();
  await makeCodes();
  call = await stage.as('yearly');
  running = await subscriptionOf(call);
  const old = await stage.as('canceled');
  ended = { call: old, id: await subscriptionOf(old) };
});
afterAll(() => stage.stop());

async function subscriptionOf(who: Caller): Promise<string> {
  return (await who('GET /v1/overview')).body.subscriptions[0]?.id ?? '';
}

async function makeCodes(): Promise<void> {
  const { stripe, simulator } = stage;
  const add = async (code: string, rest: object = {}, terms: object = {}) => {
    const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once', ...terms });
    const promotion = { type: 'coupon', coupon: coupon.id } as const;
    return stripe.promotionCodes.create({ code, promotion, ...rest });
  };
  const used = await add('USEDUP', { max_redemptions: 1 });
  const { data } = await stripe.subscriptions.list({ customer: stage.customerId('seats') });
  const discounts = [{ promotion_code: used.id }];
  await stripe.subscriptions.update(data[0]?.id ?? '', { discounts });
  await add('FIRSTTIME', { restrictions: { first_time_transaction: true } });
  await add('THEIRS', { customer: stage.customerId('seats') });
  await add('MINIMUM', {
    restrictions: { minimum_amount: 1_000_000, minimum_amount_currency: 'usd' },
  });
  const off = await add('SWITCHEDOFF');
  await stripe.promotionCodes.update(off.id, { active: false });
  const soon = { expires_at: Math.floor(simulator.now()) + 60 };
  await add('EXPIREDNOW', soon);
  await add('OLDCOUPON', {}, { redeem_by: Math.floor(simulator.now()) + 60 });
  const amount = { amount_off: 500, currency: 'eur', percent_off: undefined };
  await add('OTHERMONEY', {}, amount);
  const gone = await add('NOCOUPON');
  await stripe.coupons.del(idOf(gone.promotion.coupon) ?? '');
  simulator.advanceTo(simulator.now() + 120);
}

const CODES = [
  'NOSUCHCODE',
  'EXPIRED10',
  'EXPIREDNOW',
  'OLDCOUPON',
  'USEDUP',
  'THEIRS',
  'LOYAL',
  'TEAMONLY',
  'SWITCHEDOFF',
  'OTHERMONEY',
  'NOCOUPON',
  'MINIMUM',
  'FIRSTTIME',
  '../coupons',
  '%',
  '__proto__',
  'promo_12345678',
];

/** All that is said, but for the number of the request. */
type Told = { status: number; headers: Headers; problem: object };

function told({ status, headers, problem }: Told): string {
  const { requestId: _id, ...rest } = problem as { requestId?: string };
  const kept = [...headers].filter(([name]) => name !== 'x-request-id');
  return JSON.stringify([status, rest, kept]);
}

const WAYS: Record<string, (code: string) => Promise<Told>> = {
  'on a running subscription': (code) =>
    call('POST /v1/subscriptions/:id/promotion-code', { id: running, body: { code } }),
  'with a change': (promotionCode) =>
    call('POST /v1/subscriptions/:id/preview', {
      id: running,
      body: { priceId: stage.catalogue.prices.starterYearly, promotionCode },
    }),
  'with a new start': (promotionCode) =>
    ended.call('POST /v1/subscriptions/:id/resubscribe/preview', {
      id: ended.id,
      body: { promotionCode },
    }),
};

describe.each(Object.keys(WAYS))('T53 why a code is refused, told to who guesses: %s', (way) => {
  it('nothing: every refusal is the same, to the byte', async () => {
    const answers = new Map<string, string[]>();
    for (const code of CODES) {
      const answer = await WAYS[way]?.(code);
      if (!answer) throw new Error('There is no such way.');
      const key = told(answer);
      answers.set(key, [...(answers.get(key) ?? []), code]);
    }
    expect([...answers.values()]).toEqual([CODES]);
    expect([...answers.keys()][0]).toContain('promotion-code-invalid');
  });

  // A code that only Stripe can judge is put to Stripe in the previews themselves.
  it('little by time: at most three questions more to Stripe', async () => {
    const counts: number[] = [];
    for (const code of CODES) {
      stage.simulator.forgetRequests();
      await WAYS[way]?.(code);
      counts.push(stage.simulator.requests().length);
    }
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(3);
  });

  it('and nothing is done', async () => {
    stage.simulator.ledger.forget();
    for (const code of CODES) await WAYS[way]?.(code);
    expect(stage.simulator.ledger.entries()).toEqual([]);
  });
});
