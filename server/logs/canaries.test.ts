import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signHash } from '../auth/signature.ts';
import { LOG_FIELDS } from '../log.ts';
import { retell } from '../testing/retell.ts';
import { ROUTE_TABLE, type RouteCall } from '../testing/route-table.ts';
import { ORIGIN, setStage, type Stage } from '../testing/stage.ts';

const HEX = 'c0ffee15'.repeat(8);
/** Nothing of these may ever stand in a line: what looks like a secret, and what is only private. */
const CANARIES = {
  key: 'sk_live_canaryKey1',
  restricted: 'rk_live_canaryKey2',
  webhook: 'whsec_canaryHook3',
  secret: 'prt_live_canarySecret4_canarySecret4_canarySecret4',
  hash: `v1.1800000600.${HEX}`,
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnlUb2tlbiI6NX0.Y2FuYXJ5VG9rZW4',
  payment: 'pi_canary6_secret_canaryPayment6',
  email: 'canary.seven@example.com',
  card: '4242424242424242',
  link: 'https://invoice.stripe.com/i/acct_canary8/live_canary8',
  text: 'canaryNineText',
};
const MARKS = [...Object.values(CANARIES), HEX, 'canaryKey', 'canarySecret', 'canary8'];
const ALL = Object.values(CANARIES).join(' ');
const SECRET = CANARIES.webhook;

let stage: Stage;
let token: string;
beforeAll(async () => {
  stage = await setStage({ STRIPE_WEBHOOK_SECRET: SECRET });
  const customerId = stage.customerId('monthly');
  const hash = await signHash(stage.secret, { type: 'customer', id: customerId }, null);
  const signedIn = await stage.call()('POST /v1/sessions', { body: { customerId, hash } });
  ({ token } = signedIn.body);
});
afterAll(() => stage.stop());

async function send(call: RouteCall, headers: Record<string, string>, canary: string) {
  const url = new URL(call.path.replace(':id', encodeURIComponent(canary)), 'https://a.example');
  url.searchParams.set('q', canary);
  const response = await stage.server.fetch(
    new Request(url, {
      method: call.method,
      headers: {
        origin: ORIGIN,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...headers,
      },
      ...(call.method === 'POST' && { body: JSON.stringify(filled(call, canary)) }),
    }),
  );
  await response.text();
  return response;
}

/** The same body with canaries for values, and a field more. */
function filled({ body }: RouteCall, canary: string): Record<string, unknown> {
  const names = Object.keys(body ?? {});
  return { ...Object.fromEntries(names.map((name) => [name, canary])), [canary]: canary };
}

function expectClean(lines: readonly string[]): void {
  for (const line of lines) {
    for (const mark of MARKS) expect(line).not.toContain(mark);
    expect(line).not.toMatch(/[\n\r]/);
    const fields = Object.keys(JSON.parse(line));
    const known = ['time', 'level', 'event', ...Object.keys(LOG_FIELDS)];
    expect(fields.filter((name) => !known.includes(name))).toEqual([]);
  }
}

describe('the log', () => {
  it('holds nothing of what stands in ids, bodies, queries and headers, on every route', async () => {
    stage.log.length = 0;
    for (const call of ROUTE_TABLE) {
      for (const canary of Object.values(CANARIES)) {
        const headers = {
          authorization: `Bearer ${token}`,
          // A well-formed name is logged, so it has to be one that is not.
          'x-request-id': `${canary} `.repeat(2),
          'user-agent': ALL,
          cookie: `a=${canary}`,
          'x-forwarded-for': canary,
        };
        await send(call, headers, canary);
        await send(call, { authorization: `Bearer ${canary}`, 'idempotency-key': canary }, canary);
      }
    }
    expect(stage.log.length).toBeGreaterThan(300);
    expectClean(stage.log);
  });

  it('holds nothing of what Stripe says of an error, whatever its kind', async () => {
    const tell = stage.simulator.fetch.bind(stage.simulator);
    stage.log.length = 0;
    const error = {
      type: 'invalid_request_error',
      message: ALL,
      param: CANARIES.text,
      code: CANARIES.key,
      decline_code: CANARIES.email,
      doc_url: CANARIES.link,
      payment_intent: { id: 'pi_canary6', client_secret: CANARIES.payment },
    };
    const answers = [400, 401, 402, 403, 404, 409, 429, 500, 503].flatMap((status) => [
      new Response(JSON.stringify({ error }), {
        status,
        headers: { 'request-id': 'req_known', 'stripe-should-retry': 'false' },
      }),
      new Response(ALL, { status }),
    ]);
    for (const answer of answers) {
      retell(stage, async () => answer.clone());
      for (const call of ROUTE_TABLE.filter(({ path }) => /overview|plans|setup/.test(path))) {
        const url = `https://a.example${call.path}`;
        const headers = {
          origin: ORIGIN,
          authorization: `Bearer ${token}`,
          'idempotency-key': crypto.randomUUID(),
        };
        await stage.server.fetch(new Request(url, { method: call.method, headers }));
      }
      stage.simulator.fetch = tell;
    }
    expect(stage.log.some((line) => line.includes('req_known'))).toBe(true);
    expectClean(stage.log.map((line) => line.replaceAll(CANARIES.text, '')));
  });

  it('holds nothing of a delivery that is not Stripe’s', async () => {
    stage.log.length = 0;
    for (const canary of Object.values(CANARIES)) {
      await stage.server.fetch(
        new Request('https://a.example/v1/webhooks/stripe', {
          method: 'POST',
          headers: { 'stripe-signature': `t=1,v1=${canary}` },
          body: JSON.stringify({ id: canary, type: canary, data: { object: { email: ALL } } }),
        }),
      );
    }
    expect(stage.log.length).toBeGreaterThan(5);
    expectClean(stage.log);
  });

  it('says of a refusal what its answer is called, and what the caller calls it', async () => {
    stage.log.length = 0;
    const call = { method: 'POST', path: '/v1/sessions', body: { customerId: 1, hash: 1 } };
    const response = await send(call, { 'x-request-id': 'proxy-17' }, 'cus_NffrFeUfNV2Hib');
    expect(response.headers.get('x-request-id')).not.toBe('proxy-17');
    expect(JSON.parse(stage.log[0] ?? '')).toMatchObject({
      requestId: response.headers.get('x-request-id'),
      callerRequestId: 'proxy-17',
    });
  });

  it('names each change with the intent that Stripe’s own log has in its keys', async () => {
    stage.log.length = 0;
    const intent = crypto.randomUUID();
    const setup = await stage.call(token)('POST /v1/payment-methods/setup', { intent });
    const line = stage.log.map((text) => JSON.parse(text)).find(({ event }) => event === 'changed');
    expect(line).toMatchObject({
      requestId: setup.headers.get('x-request-id'),
      intentId: intent,
      customerId: stage.customerId('monthly'),
      call: 'POST /v1/payment-methods/setup',
    });
  });
});
