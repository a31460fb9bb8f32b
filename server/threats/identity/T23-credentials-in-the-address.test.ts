import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signHash } from '../../auth/signature.ts';
import { NOW, ORIGIN, setStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let token: string;
let credentials: string[];
beforeAll(async () => {
  stage = await setStage();
  const customerId = stage.customerId('monthly');
  const identity = { type: 'customer', id: customerId } as const;
  const hashes = await Promise.all(
    [null, NOW + 600].map((expires) => signHash(stage.secret, identity, expires)),
  );
  const body = { customerId, hash: hashes[0] ?? '' };
  ({ token } = (await stage.call()('POST /v1/sessions', { body })).body);
  credentials = [...hashes, token, stage.secret, 'sk_test_simulator', 'whsec_abc'];
});
afterAll(() => stage.stop());

const ROUTES = [
  'POST /v1/sessions',
  'POST /v1/sessions/renew',
  'GET /v1/overview',
  'GET /v1/plans',
  'GET /v1/invoices',
  'POST /v1/subscriptions/sub_12345678/preview',
  'POST /v1/subscriptions/sub_12345678/change',
  'DELETE /v1/subscriptions/sub_12345678/pending-change',
  'DELETE /v1/subscriptions/sub_12345678/scheduled-change',
  'POST /v1/subscriptions/sub_12345678/cancel',
  'POST /v1/subscriptions/sub_12345678/keep',
  'POST /v1/subscriptions/sub_12345678/resubscribe/preview',
  'POST /v1/subscriptions/sub_12345678/resubscribe',
  'POST /v1/subscriptions/sub_12345678/promotion-code',
  'GET /v1/invoices/in_12345678/links',
  'POST /v1/invoices/in_12345678/pay',
  'POST /v1/payment-methods/setup',
  'POST /v1/payment-methods/confirm',
  'POST /v1/payment-methods/pm_12345678/default',
  'DELETE /v1/payment-methods/pm_12345678',
];

async function ask(method: string, address: string, authorization?: string) {
  const response = await stage.server.fetch(
    new Request(`https://portal.example${address}`, {
      method,
      headers: {
        origin: ORIGIN,
        'content-type': 'application/json',
        ...(authorization !== undefined && { authorization }),
      },
      ...(method === 'POST' && { body: '{}' }),
    }),
  );
  return { status: response.status, text: await response.text() };
}

describe('T23 a token or hash in a query, path or fragment', () => {
  it.each(ROUTES)('is refused before anything is done, and never repeated: %s', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    stage.simulator.forgetRequests();
    stage.log.length = 0;
    for (const credential of credentials) {
      const addresses = ['token', 'hash', 'access_token', 'anything']
        .map((name) => `${path}?${name}=${encodeURIComponent(credential)}`)
        .concat(`${path}?${credential}`, path.replace(/_12345678/, `_${credential}`));
      for (const address of addresses.filter((one) => one !== path)) {
        const { status, text } = await ask(method, address, `Bearer ${token}`);
        expect(status, address).toBe(400);
        expect(text).not.toContain(credential);
      }
    }
    expect(stage.simulator.requests()).toEqual([]);
    for (const credential of credentials) expect(stage.log.join('\n')).not.toContain(credential);
  });

  it('signs nobody in from a fragment, which the server does not read', async () => {
    const { status } = await ask('GET', `/v1/overview#token=${token}`);
    expect(status).toBe(401);
    expect(stage.log.join('\n')).not.toContain(token);
  });

  it('is not seen where there is none', async () => {
    const { status } = await ask(
      'GET',
      '/v1/invoices?subscriptionId=sub_12345678',
      `Bearer ${token}`,
    );
    expect(status).not.toBe(400);
    expect((await ask('GET', '/v1/overview', `Bearer ${token}`)).status).toBe(200);
  });
});
