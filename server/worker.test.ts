import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo, type Seed } from '../demo/seed/seed.ts';
import { stripeOn } from '../demo/stripe/sdk.ts';
import { createStripeSimulator } from '../demo/stripe/simulator.ts';
import { makeSecret } from './auth/secrets.ts';
import { signHash } from './auth/signature.ts';
import { listen, type RunningServer } from './serve.ts';
import { caller, ORIGIN } from './testing/stage.ts';
import { buildWorker, startWorker, type RunningWorker } from './testing/workerd.ts';

const WEBHOOK_SECRET = 'whsec_webhookSecretOfTheTest';
const secret = makeSecret('test');
const simulator = createStripeSimulator();
const stripe = stripeOn(simulator);

/** What Stripe has to wait for, so that a test can look at what happens meanwhile. */
let gate: Promise<void> = Promise.resolve();
let asked = 0;
let script: string;
let seed: Seed;
let stripeServer: RunningServer;
let worker: RunningWorker;

beforeAll(async () => {
  const answer = async (request: Request): Promise<Response> => {
    asked += 1;
    await gate;
    return simulator.fetch(request);
  };
  [script, seed, stripeServer] = await Promise.all([
    buildWorker(),
    seedDemo(simulator),
    listen({ fetch: answer }, 0),
  ]);
  worker = await startWorker(script, bindings());
}, 60_000);
afterEach(() => {
  gate = Promise.resolve();
});
afterAll(async () => {
  await worker.stop();
  await stripeServer.stop();
  await rm(path.dirname(path.dirname(script)), { recursive: true });
});

function bindings(): Record<string, string> {
  return {
    STRIPE_SECRET_KEY: 'sk_test_simulator',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    STRIPE_API_BASE: `http://127.0.0.1:${stripeServer.port}`,
    PORTICO_SECRET: secret,
    PORTICO_ALLOWED_ORIGINS: ORIGIN,
    PORTICO_CACHE_SECONDS: '180',
    PORTICO_CONFIG_JSON: '{"locale": "de"}',
  };
}

function send(request: Request, init: RequestInit = {}): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return fetch(new Request(`${worker.url}${pathname}${search}`, request), init);
}

const call = (token?: string) => caller({ fetch: (request) => send(request) }, token);
const idOf = (key: string) => seed.customers.find((one) => one.key === key)?.customerId ?? '';

async function signIn(key: string) {
  const customerId = idOf(key);
  const hash = await signHash(secret, { type: 'customer', id: customerId }, null);
  return call()('POST /v1/sessions', { body: { customerId, hash } });
}

async function deliver(event: object) {
  const payload = JSON.stringify({
    id: `evt_${crypto.randomUUID().replaceAll('-', '')}`,
    object: 'event',
    livemode: false,
    api_version: '2026-10-28.endive',
    ...event,
  });
  const header = { payload, secret: WEBHOOK_SECRET };
  const signature = await stripe.webhooks.generateTestHeaderStringAsync(header);
  return fetch(`${worker.url}/v1/webhooks/stripe`, {
    method: 'POST',
    headers: { 'stripe-signature': signature },
    body: payload,
  });
}

describe('the Worker', () => {
  it('is one file without Node in it, below a tenth of what a Worker may have', async () => {
    const text = await readFile(script, 'utf8');
    // What is only asked for where Node is (digest.ts) is no import.
    const needed = text.replaceAll(/\?\.getBuiltinModule\?\.\(["']node:crypto["']\)/g, '');
    expect(needed.match(/^import\b.*|["']node:\w+["']|\brequire\(/gm) ?? []).toEqual([]);
    expect(text).not.toMatch(/ioredis|rate-limiter-flexible|prom-client|\bpino\b/);
    const packedBytes = gzipSync(text).length;
    expect(packedBytes).toBeLessThan(300_000);
  });

  it('signs in and shows what it has kept without asking Stripe again', async () => {
    const session = await signIn('monthly');
    expect(session.status).toBe(201);
    expect(session.body.portal.locale).toBe('de');
    simulator.forgetRequests();
    const answer = await call(session.body.token)('GET /v1/overview');
    expect(answer.body).toEqual(session.body.overview);
    expect(simulator.requests()).toEqual([]);
  });

  it('changes a plan as it was previewed', async () => {
    const { token, overview } = (await signIn('monthly')).body;
    const id = overview.subscriptions[0]?.id ?? '';
    const body = { priceId: seed.catalogue.prices.teamMonthly, quantity: 3 };
    const shown = await call(token)('POST /v1/subscriptions/:id/preview', { id, body });
    expect(shown.body.dueNow).toBeGreaterThan(0);
    const { previewToken } = shown.body;
    const done = await call(token)('POST /v1/subscriptions/:id/change', {
      id,
      body: { previewToken },
    });
    expect(done.body.status).toBe('done');
    const { data } = await stripe.invoices.list({ customer: idOf('monthly'), limit: 1 });
    expect(data[0]?.amount_paid).toBe(shown.body.dueNow);
    const after = await call(token)('GET /v1/overview');
    expect(after.body.subscriptions[0]?.items[0]?.quantity).toBe(3);
  });

  it('reads a customer again when Stripe says that something has changed', async () => {
    const { token, overview } = (await signIn('yearly')).body;
    await stripe.customers.update(idOf('yearly'), { name: 'Another Name' });
    expect((await call(token)('GET /v1/overview')).body).toEqual(overview);
    const customer = await stripe.customers.retrieve(idOf('yearly'));
    const event = { type: 'customer.updated', data: { object: customer } };
    expect((await deliver(event)).status).toBe(200);
    const after = await call(token)('GET /v1/overview');
    expect(after.body.customer.name).toBe('Another Name');
  });

  it('refuses an event that Stripe did not sign, and a site that is not on the list', async () => {
    const response = await fetch(`${worker.url}/v1/webhooks/stripe`, {
      method: 'POST',
      body: '{}',
    });
    expect(response.status).toBe(400);
    const headers = { origin: 'https://other.example' };
    expect((await call()('GET /v1/overview', { headers })).status).toBe(403);
  });

  it('answers those who wait for what a browser asked for that has gone away', async () => {
    const { token } = (await signIn('trialing')).body;
    const customer = { id: idOf('trialing'), object: 'customer' };
    await deliver({ type: 'customer.updated', data: { object: customer } });
    let open = (): void => {};
    gate = new Promise((resolve) => (open = resolve));
    const before = asked;
    const gone = new AbortController();
    const headers = { origin: ORIGIN, authorization: `Bearer ${token}` };
    const first = fetch(`${worker.url}/v1/overview`, { headers, signal: gone.signal });
    const firstEnds = expect(first).rejects.toThrow('abort');
    await expect.poll(() => asked).toBeGreaterThan(before);
    const second = call(token)('GET /v1/overview');
    gone.abort();
    await firstEnds;
    // Once it has answered this, the Worker has seen that the line is down.
    await fetch(`${worker.url}/healthz`);
    open();
    expect((await second).status).toBe(200);
  });

  it('says in its log what is wrong, and nothing to those who call', async () => {
    const wrong = await startWorker(script, { ...bindings(), PORTICO_SECRET: 'changeme' });
    const response = await fetch(`${wrong.url}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('PORTICO_SECRET');
    await expect.poll(() => wrong.log.join('')).toContain('PORTICO_SECRET is not a Portico secret');
    expect(wrong.log.join('')).not.toContain('changeme');
    await wrong.stop();
  });
});
