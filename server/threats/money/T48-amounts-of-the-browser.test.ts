import { SignJWT, decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Caller, type Stage } from '../../testing/stage.ts';
import { withoutEffect } from '../../testing/without-effect.ts';

let stage: Stage;
let call: Caller;
let id: string;
let good: string;
beforeAll(async () => {
  stage = await setStage();
  call = await stage.as('monthly');
  id = (await call('GET /v1/overview')).body.subscriptions[0]?.id ?? '';
  good = await preview(call, id);
});
afterAll(() => stage.stop());

async function preview(who: Caller, subscription: string): Promise<string> {
  const body = { priceId: stage.catalogue.prices.proYearly };
  const name = 'POST /v1/subscriptions/:id/preview';
  return (await who(name, { id: subscription, body })).body.previewToken;
}

const refused = async (previewToken: string): Promise<void> => {
  const name = 'POST /v1/subscriptions/:id/change';
  const { status, problem } = await withoutEffect(stage, () =>
    call(name, { id, body: { previewToken } }),
  );
  expect([400, 409], previewToken).toContain(status);
  expect(['invalid-request', 'preview-expired'], previewToken).toContain(problem.code);
};

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The claims of the good token, some of them otherwise. */
const CLAIMS: object[] = [
  { dueNow: 0 },
  { dueNow: 1 },
  { dueNow: -29_000 },
  { creditLeft: 1_000_000 },
  { nextAmount: 0 },
  { quantity: 0 },
  { quantity: 1000 },
  { priceId: 'price_12345678' },
  { effective: 'period-end' },
  { currency: 'jpy' },
  { prorationDate: 0 },
  { promotionCode: 'LOYAL' },
  { subscriptionId: 'sub_12345678' },
  { kind: 'resubscribe' },
  { sub: 'cus_12345678' },
  { exp: 4_102_444_800 },
];

describe('T48 amounts that the browser sends', () => {
  it('in a token with other claims are not believed', async () => {
    const [header = '', , signature = ''] = good.split('.');
    const claims = decodeJwt(good);
    for (const changed of CLAIMS) {
      const payload = { ...claims, ...changed };
      await refused(`${header}.${encode(payload)}.${signature}`);
      await refused(`${encode({ alg: 'none' })}.${encode(payload)}.`);
      await refused(`${encode({ alg: 'none', typ: 'portico-preview+jwt' })}.${encode(payload)}.x`);
      for (const secret of [stage.secret, 'x'.repeat(32), 'pk_test_simulator'.repeat(2)]) {
        const forged = await new SignJWT(payload)
          .setProtectedHeader({ alg: 'HS256', typ: 'portico-preview+jwt' })
          .sign(new TextEncoder().encode(secret));
        await refused(forged);
      }
    }
  });

  it('in a token with any one letter changed are not believed', async () => {
    // The last letter of a part may carry bits that mean nothing.
    const places = [...good.matchAll(/[\w-](?=[\w-])/g)].map(({ index }) => index);
    for (const place of places.filter((_, index) => index % 7 === 0)) {
      const other = good[place] === 'A' ? 'B' : 'A';
      await refused(good.slice(0, place) + other + good.slice(place + 1));
    }
  });

  it('of another customer, another kind, or of a session are not believed', async () => {
    const other = await stage.as('yearly');
    const theirs = (await other('GET /v1/overview')).body.subscriptions[0]?.id ?? '';
    await refused(await preview(other, theirs));
    await refused((await call('POST /v1/sessions/renew')).body.token);
    const ended = await stage.as('canceled');
    const old = (await ended('GET /v1/overview')).body.subscriptions[0]?.id ?? '';
    const name = 'POST /v1/subscriptions/:id/resubscribe/preview';
    await refused((await ended(name, { id: old, body: {} })).body.previewToken);
    for (const strange of [
      '',
      ' ',
      'null',
      '..',
      'a.b.c',
      `${good} `,
      `Bearer ${good}`,
      'x'.repeat(5_000),
    ]) {
      await refused(strange);
    }
    const asSession = await stage.call(good)('GET /v1/overview');
    expect(asSession.status).toBe(401);
  });

  it('are none in the token that was given out: it does what was shown', async () => {
    const name = 'POST /v1/subscriptions/:id/change';
    const { body } = await call(name, { id, body: { previewToken: good } });
    expect(body.status).toBe('done');
  });
});
