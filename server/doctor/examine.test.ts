import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stripeOn } from '../../demo/stripe/sdk.ts';
import { createStripeSimulator } from '../../demo/stripe/simulator.ts';
import { permissionFor } from '../../demo/stripe/wire/restricted.ts';
import { startRedis } from '../../scripts/redis.mjs';
import { makeSecret } from '../auth/secrets.ts';
import { signHash } from '../auth/signature.ts';
import type { Environment } from '../options.ts';
import type { Ask } from '../stripe/http/ask.ts';
import { readTextFile } from '../text-file.ts';
import { WEBHOOK_EVENTS } from '../webhook-events.ts';
import { examine } from './examine.ts';
import type { Finding, Patient } from './finding.ts';
import { PERMISSIONS } from './permissions.ts';
import { isHealthy, toText } from './report.ts';

const NOW = Date.UTC(2026, 9, 14, 12) / 1000;
const ALL = PERMISSIONS.map(({ id }) => id);
const RESTRICTED = { rk_test_whole: ALL, rk_test_poor: ['product_read', 'customer_read'] };
const PUBLIC_URL = 'https://billing.example.com';
const secret = makeSecret('test');
const healthy: Environment = {
  STRIPE_SECRET_KEY: 'rk_test_whole',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
  STRIPE_WEBHOOK_SECRET: 'whsec_secretOfTheDoctorsTest',
  STRIPE_API_BASE: 'https://stripe.test',
  PORTICO_SECRET: secret,
  PORTICO_ALLOWED_ORIGINS: 'https://app.example.com',
  PUBLIC_URL,
};

let simulator: ReturnType<typeof createStripeSimulator>;
let stripe: ReturnType<typeof stripeOn>;
beforeEach(() => {
  simulator = createStripeSimulator({ now: () => NOW, restrictedKeys: RESTRICTED });
  stripe = stripeOn(simulator);
});

/** Stripe is the simulator, at the time of the test; all else is the site. */
function asking(site: (request: Request) => Promise<Response> | Response): Ask {
  return async ({ url, method, headers, body }) => {
    const request = new Request(url, { method, headers, ...(body !== undefined && { body }) });
    const isStripe = url.startsWith('https://stripe.test');
    const response = isStripe ? await simulator.fetch(request) : await site(request);
    const date = new Date(NOW * 1000).toUTCString();
    const text = await response.text();
    return {
      status: response.status,
      headers: { ...Object.fromEntries(response.headers), date },
      text,
    };
  };
}

async function look(change: Environment = {}, patient: Partial<Patient> = {}): Promise<Finding[]> {
  return examine({
    environment: { ...healthy, ...change },
    readFile: readTextFile,
    ask: asking(() => new Response('{}', { status: 404 })),
    now: () => NOW,
    probeUrl: null,
    ...patient,
  });
}

async function addEndpoint(events: readonly string[]) {
  return stripe.webhookEndpoints.create({
    url: `${PUBLIC_URL}/v1/webhooks/stripe`,
    enabled_events: [...events] as ['*'],
    api_version: '2026-10-28.endive',
  });
}

const of = (findings: Finding[], check: string) => findings.filter((one) => one.check === check);
const texts = (findings: Finding[]) => toText(findings);

describe('portico doctor', () => {
  it('finds nothing wrong with a server that is set up well, and changes nothing at Stripe', async () => {
    await addEndpoint(WEBHOOK_EVENTS);
    simulator.forgetRequests();
    const before = simulator.state().counts;
    const findings = await look();
    expect(findings.filter(({ verdict }) => verdict === 'problem')).toEqual([]);
    expect(new Set(findings.map(({ check }) => check))).toEqual(
      new Set(['settings', 'stripe', 'clock', 'permissions', 'webhook', 'origins', 'redis']),
    );
    expect(simulator.state().counts).toEqual(before);
    expect(
      simulator.requests().filter(({ method, status }) => method !== 'GET' && status < 400),
    ).toEqual([]);
  });

  it('names every setting that is wrong, and no secret', async () => {
    const findings = await look({ PORTICO_SECRET: 'hidden-one', STRIPE_SECRET_KEY: 'sk_hidden' });
    expect(isHealthy(findings)).toBe(false);
    expect(texts(findings)).toMatch(/PROBLEM.*STRIPE_SECRET_KEY[^]*PROBLEM.*PORTICO_SECRET/);
    expect(texts(findings)).not.toContain('hidden');
  });

  it('never shows a secret, whatever it finds', async () => {
    const findings = await look(
      {},
      { ask: () => Promise.reject(new Error(`${secret} rk_test_whole`)) },
    );
    for (const value of [secret, 'rk_test_whole', 'secretOfTheDoctorsTest']) {
      expect(JSON.stringify([...findings, ...(await look())])).not.toContain(value);
    }
    expect(texts(findings)).toContain('Stripe does not answer');
  });

  it('names the permissions that a restricted key lacks', async () => {
    const findings = of(await look({ STRIPE_SECRET_KEY: 'rk_test_poor' }), 'permissions');
    const lacking = PERMISSIONS.filter(({ id }) => id !== 'product_read');
    expect(findings.map(({ text }) => text)).toEqual(
      lacking.map(({ name }) => `the restricted key lacks “${name}”`),
    );
    expect(findings.at(-1)?.verdict).toBe('warning');
    expect(findings[0]?.verdict).toBe('problem');
  });

  it.each(PERMISSIONS)('tries $name by a call that needs just that', ({ id, trial }) => {
    const [method, path] = trial;
    expect(permissionFor({ method, path })).toBe(id);
  });

  it('notices keys that Stripe does not know', async () => {
    expect(texts(await look({ STRIPE_SECRET_KEY: 'sk_test_other' }))).toContain(
      'Stripe does not know STRIPE_SECRET_KEY',
    );
    expect(texts(await look({ STRIPE_PUBLISHABLE_KEY: 'pk_test_other' }))).toContain(
      'Stripe does not know STRIPE_PUBLISHABLE_KEY',
    );
  });

  it.each([
    [60, 'ok'],
    [-60, 'ok'],
    [61, 'warning'],
    [-61, 'warning'],
  ])('holds a clock that is %d s off for %s', async (off, verdict) => {
    const findings = of(await look({}, { now: () => NOW + off }), 'clock');
    expect(findings.map((one) => one.verdict)).toEqual([verdict]);
  });

  it('looks for the webhook endpoint, whether it is enabled, and what it is sent', async () => {
    expect(texts(await look())).toContain('has no webhook endpoint https://billing.example.com/v1');
    const { id } = await addEndpoint(['invoice.paid']);
    const text = texts(await look());
    expect(text).toContain('is not sent customer.created, customer.updated, ');
    expect(text).not.toContain('invoice.paid,');
    await stripe.webhookEndpoints.update(id, { enabled_events: ['*'], disabled: true });
    expect(of(await look(), 'webhook').map((one) => one.text)).toEqual([
      'the webhook endpoint is disabled',
    ]);
  });

  it('says of each event that is not sent what it costs, and for how long', async () => {
    const { id } = await addEndpoint(['invoice.paid']);
    const send = async (events: readonly string[]): Promise<Finding[]> => {
      await stripe.webhookEndpoints.update(id, { enabled_events: [...events] as ['*'] });
      return of(await look({ PORTICO_CACHE_SECONDS: '100' }), 'webhook');
    };
    for (const type of WEBHOOK_EVENTS) {
      const findings = await send(WEBHOOK_EVENTS.filter((one) => one !== type));
      const seconds = /^(product|price)/.test(type) ? 400 : 100;
      expect(findings).toMatchObject([
        {
          verdict: 'problem',
          text: `the webhook endpoint is not sent ${type}`,
          advice: expect.stringMatching(`for up to ${seconds} s the portal shows .{20}`),
        },
      ]);
    }
    const all = await send([...WEBHOOK_EVENTS, 'radar.early_fraud_warning.created']);
    expect(all.map(({ verdict }) => verdict)).toEqual(['ok']);
  });

  it('warns of a site that anybody on the way can read', async () => {
    const findings = of(
      await look({ PORTICO_ALLOWED_ORIGINS: 'http://app.example.com' }),
      'origins',
    );
    expect(findings.map((one) => one.verdict)).toEqual(['warning']);
  });

  it.each(['POST', 'GET'])(
    'finds out an endpoint that signs any id it is sent by %s',
    async (way) => {
      const probeUrl = 'https://app.example.com/hash';
      const site = async (request: Request): Promise<Response> => {
        if (request.method !== way) return new Response('{}', { status: 405 });
        const asked =
          way === 'GET'
            ? Object.fromEntries(new URL(request.url).searchParams)
            : await request.json();
        const id = String(asked.customerId);
        const hash = await signHash(secret, { type: 'customer', id }, NOW + 300);
        return Response.json({ hash });
      };
      expect(texts(await look({}, { probeUrl, ask: asking(site) }))).toContain('signs whatever id');
      const own = () => Response.json({ hash: 'a'.repeat(64) });
      const good = of(await look({}, { probeUrl, ask: asking(own) }), 'probe');
      expect(good.map((one) => one.verdict)).toEqual(['ok']);
    },
  );
});

describe('portico doctor on Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it('says whether it answers and can be written to', async () => {
    const good = of(await look({ REDIS_URL: redis.url }), 'redis');
    expect(good.map((one) => one.verdict)).not.toContain('problem');
    const bad = of(await look({ REDIS_URL: 'redis://127.0.0.1:1' }), 'redis');
    expect(bad.map((one) => one.verdict)).toEqual(['problem']);
  });
});
