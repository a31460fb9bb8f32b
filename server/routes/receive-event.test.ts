import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomerCache } from '../cache/customer-cache.ts';
import { noMeter } from '../metrics/meter.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { StoreUnavailable, type Store } from '../store/store.ts';
import { createWebhookReader } from '../stripe/webhook.ts';
import { deliveryOf, eventBody, WEBHOOK_SECRET, type TestDelivery } from '../testing/deliver.ts';
import { NOW } from '../testing/now.ts';
import { webhookRoutes } from './webhooks.ts';

let forgotten: string[];
let lines: Record<string, unknown>[];
let agesS: number[];
let timeMs: number;
let store: Store;
let isHeardElsewhere: boolean;
beforeEach(() => {
  [forgotten, lines, agesS, timeMs, isHeardElsewhere] = [[], [], [], 0, true];
  store = createMemoryStore(() => timeMs);
});

/** One delivery to the route alone; what it did is in the variables above. */
async function deliver(delivery?: TestDelivery, secrets = [WEBHOOK_SECRET]): Promise<Response> {
  const now = (): number => NOW;
  const onTrouble = (): void => {};
  const rest = { store, now, portals: [], lifetimeS: 0, onForgetAll: onTrouble, onTrouble };
  const app = new Hono();
  webhookRoutes(app, {
    options: { stripeWebhookSecrets: secrets },
    readWebhook: createWebhookReader({ secrets, mode: 'test', now }),
    cache: {
      ...createCustomerCache(rest),
      async forget(customerId) {
        forgotten.push(customerId);
        return isHeardElsewhere;
      },
    },
    store,
    meter: { ...noMeter, webhook: (ageS) => agesS.push(ageS) },
    now,
    log: (level, event, fields) => lines.push({ level, event, ...fields }),
  });
  return app.fetch(await deliveryOf(delivery));
}

const HEARD = { level: 'info', event: 'webhook', eventId: 'evt_1', type: 'invoice.paid' };
const fails = () => Promise.reject(new StoreUnavailable('down'));

describe('an event of Stripe', () => {
  it('makes what was read of its customer be read again, and is acknowledged', async () => {
    const response = await deliver();
    expect([response.status, await response.json()]).toEqual([200, { received: true }]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(forgotten).toEqual(['cus_12345678']);
    expect(lines).toEqual([HEARD]);
  });

  it('is timed from when it was made, if it says when that was', async () => {
    await deliver({ event: { created: NOW - 7 } });
    await deliver({ event: { id: 'evt_2' } });
    expect(agesS).toEqual([7]);
  });

  it('is heard once in ten minutes, however often it comes', async () => {
    for (const at of [0, 1, 599_999]) {
      timeMs = at;
      expect((await deliver()).status).toBe(200);
    }
    expect(forgotten).toHaveLength(1);
    expect(lines[2]).toEqual({ ...HEARD, event: 'webhook repeated' });
    timeMs = 600_000;
    await deliver();
    expect(forgotten).toHaveLength(2);
    expect(lines[3]).toEqual(HEARD);
  });

  it('is heard where another was before', async () => {
    await deliver();
    await deliver({ event: { id: 'evt_2' } });
    expect(forgotten).toHaveLength(2);
  });

  it('is asked for again where the other instances were not told, and heard then', async () => {
    isHeardElsewhere = false;
    const response = await deliver();
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'not-applied' }]);
    isHeardElsewhere = true;
    expect((await deliver()).status).toBe(200);
    expect(forgotten).toHaveLength(2);
    expect(lines).toMatchObject([{ code: 'not-applied' }, HEARD]);
  });

  it.each(['get', 'set'] as const)(
    'is heard where the store cannot be asked to %s',
    async (step) => {
      store = { ...store, [step]: fails };
      expect((await deliver()).status).toBe(200);
      expect(forgotten).toEqual(['cus_12345678']);
    },
  );

  it('may have 512 KiB, and not a byte more', async () => {
    const body = eventBody();
    const of = (bytes: number) => deliver({ body: body.padEnd(bytes) });
    expect((await of(512 * 1024)).status).toBe(200);
    expect((await of(512 * 1024 + 1)).status).toBe(413);
  });
});

describe('what is no event for us', () => {
  it('is acknowledged if it is Stripe’s, and only noted', async () => {
    const response = await deliver({ event: { livemode: true, created: NOW - 7 } });
    expect([response.status, await response.json()]).toEqual([200, { received: true }]);
    const advice = 'it is of the other mode';
    expect(lines).toEqual([{ level: 'warn', event: 'webhook ignored', eventId: 'evt_1', advice }]);
    expect([forgotten, agesS]).toEqual([[], []]);
  });

  it.each<[string, TestDelivery]>([
    ['another secret', { secrets: ['whsec_another'] }],
    ['no signature', { header: () => '' }],
  ])('is refused with %s: the log says why, and the answer does not', async (_, delivery) => {
    const response = await deliver(delivery);
    const problem: unknown = await response.json();
    expect(response.status).toBe(400);
    const requestId = response.headers.get('x-request-id');
    expect(requestId).toMatch(/^[\da-f-]{36}$/);
    expect(problem).toMatchObject({
      code: 'invalid-request',
      detail: 'The delivery is not valid.',
      requestId,
    });
    expect(JSON.stringify(problem)).not.toContain('STRIPE_WEBHOOK_SECRET');
    const advice = expect.stringContaining('STRIPE_WEBHOOK_SECRET');
    const call = 'POST /v1/webhooks/stripe';
    expect(lines).toMatchObject([{ level: 'warn', event: 'refused', requestId, call, advice }]);
    expect([forgotten, agesS]).toEqual([[], []]);
  });

  it('is everything, until there is a secret to check it with', async () => {
    const response = await deliver({}, []);
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { code: 'not-found', detail: 'Set STRIPE_WEBHOOK_SECRET to take events.' },
    ]);
    expect(forgotten).toEqual([]);
  });
});
