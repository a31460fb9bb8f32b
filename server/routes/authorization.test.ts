import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../contract/api.ts';
import { ORIGIN, setStage, type CallOptions, type Caller, type Stage } from '../testing/stage.ts';

let stage: Stage;
let caller: Caller;
beforeAll(async () => {
  stage = await setStage();
  caller = await stage.as('monthly');
});
afterAll(() => stage.stop());

const BODIES: Partial<Record<Endpoint, Record<string, unknown>>> = {
  'POST /v1/subscriptions/:id/preview': { priceId: 'price_1' },
  'POST /v1/subscriptions/:id/change': { previewToken: 'x' },
  'POST /v1/subscriptions/:id/cancel': {},
  'POST /v1/subscriptions/:id/resubscribe/preview': {},
  'POST /v1/subscriptions/:id/resubscribe': { previewToken: 'x' },
  'POST /v1/subscriptions/:id/promotion-code': { code: 'WELCOME20' },
  'POST /v1/invoices/:id/pay': {},
  'POST /v1/payment-methods/confirm': { setupIntentId: 'seti_123456789' },
};

/** Every endpoint that needs a session, as a list that stays whole: a missing one does not compile. */
const ENDPOINTS = Object.keys({
  'POST /v1/sessions/renew': true,
  'GET /v1/overview': true,
  'GET /v1/plans': true,
  'POST /v1/subscriptions/:id/preview': true,
  'POST /v1/subscriptions/:id/change': true,
  'DELETE /v1/subscriptions/:id/pending-change': true,
  'DELETE /v1/subscriptions/:id/scheduled-change': true,
  'POST /v1/subscriptions/:id/cancel': true,
  'POST /v1/subscriptions/:id/keep': true,
  'POST /v1/subscriptions/:id/resubscribe/preview': true,
  'POST /v1/subscriptions/:id/resubscribe': true,
  'POST /v1/subscriptions/:id/promotion-code': true,
  'GET /v1/invoices': true,
  'GET /v1/invoices/:id/links': true,
  'POST /v1/invoices/:id/pay': true,
  'POST /v1/payment-methods/setup': true,
  'POST /v1/payment-methods/confirm': true,
  'POST /v1/payment-methods/:id/default': true,
  'DELETE /v1/payment-methods/:id': true,
} satisfies Record<Exclude<Endpoint, 'POST /v1/sessions'>, true>) as Endpoint[];

const WITH_ID = ENDPOINTS.filter((name) => name.includes(':id'));
const WITH_BODY = ENDPOINTS.filter((name) => BODIES[name]);

/** The options of a call whose body is right for its endpoint. */
function sound(name: Endpoint, id: string): CallOptions<Endpoint> {
  const body = BODIES[name];
  const options: object = { id, ...(body && { body }) };
  return options;
}

/** A foreign object of the kind that the path wants. */
async function foreignId(name: Endpoint): Promise<string> {
  const customer = stage.customerId('yearly');
  const { stripe } = stage;
  if (name.includes('/subscriptions/')) {
    return (await stripe.subscriptions.list({ customer })).data[0]?.id ?? '';
  }
  if (name.includes('/invoices/')) {
    return (await stripe.invoices.list({ customer })).data[0]?.id ?? '';
  }
  return (await stripe.customers.listPaymentMethods(customer)).data[0]?.id ?? '';
}

describe.each(ENDPOINTS)('%s', (name) => {
  it.each([undefined, 'x.y.z', 'a'.repeat(40)])(
    'is closed without a session: %s',
    async (token) => {
      stage.simulator.forgetRequests();
      const answer = await stage.call(token)(name, sound(name, 'sub_12345678'));
      expect([answer.status, answer.problem.code]).toEqual([401, 'session-expired']);
      expect(stage.simulator.requests()).toEqual([]);
    },
  );

  it('is closed to other sites', async () => {
    const headers = { origin: 'https://evil.example' };
    const answer = await caller(name, { ...sound(name, 'sub_12345678'), headers });
    expect(answer.status).toBe(403);
  });
});

describe.each(WITH_ID)('%s', (name) => {
  it("knows nothing of another customer's object, and writes nothing", async () => {
    const id = await foreignId(name);
    expect(id).not.toBe('');
    stage.simulator.forgetRequests();
    const foreign = await caller(name, sound(name, id));
    const unknown = await caller(name, sound(name, `${id.split('_')[0]}_doesNotExist123`));
    const isPreviewed = name.endsWith('/change') || name.endsWith('/resubscribe');
    // A token that we did not make is refused before the id is looked at.
    expect(foreign.status).toBe(isPreviewed ? 409 : 404);
    const { requestId: _a, ...first } = foreign.problem;
    const { requestId: _b, ...second } = unknown.problem;
    expect(first).toEqual(second);
    expect(stage.writes()).toEqual([]);
  });

  it.each(['..', '.', '%2e%2e', 'sub_1%2F..%2F..', 'cus_12345678', 'sub_%00', 'x'.repeat(10_000)])(
    'builds no path from a strange id: %s',
    async (id) => {
      stage.simulator.forgetRequests();
      const answer = await caller(name, sound(name, id));
      // `.` is gone before it is sent: what is left is another path.
      expect([400, 404, 405, 409]).toContain(answer.status);
      const strange = stage.simulator
        .requests()
        .filter(({ path }) => path.includes('..') || path.endsWith('/'));
      expect(strange).toEqual([]);
      expect(stage.writes()).toEqual([]);
    },
  );
});

describe.each(WITH_BODY)('%s', (name) => {
  it.each(['customer', 'customerId', 'metadata', 'trial_end', 'coupon', 'amount', '__proto__'])(
    'refuses a field that it does not know: %s',
    async (field) => {
      // As text: in an object literal, `__proto__` would be no field.
      const text = JSON.stringify({ ...BODIES[name], x: 'cus_12345678' }).replace(
        '"x"',
        `"${field}"`,
      );
      const { token } = (await caller('POST /v1/sessions/renew')).body;
      stage.simulator.forgetRequests();
      const [method = '', path = ''] = name.split(' ');
      const response = await stage.server.fetch(
        new Request(`https://portal.example${path.replace(':id', 'sub_12345678')}`, {
          method,
          headers: {
            origin: ORIGIN,
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'idempotency-key': crypto.randomUUID(),
          },
          body: text,
        }),
      );
      expect(response.status).toBe(400);
      expect(stage.simulator.requests()).toEqual([]);
    },
  );

  it('wants an Idempotency-Key where it changes something', async () => {
    if (name.endsWith('preview')) return;
    const headers = { 'idempotency-key': 'click' };
    const answer = await caller(name, { ...sound(name, 'sub_12345678'), headers });
    expect([answer.status, answer.problem.field]).toEqual([400, 'Idempotency-Key']);
  });
});
