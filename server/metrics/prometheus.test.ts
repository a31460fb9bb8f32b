import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { PROBLEMS } from '../../contract/problems.ts';
import { signHash } from '../auth/signature.ts';
import { createPortal, type PortalServer } from '../index.ts';
import { StoreUnavailable, type Store } from '../store/store.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { deliver, WEBHOOK_SECRET } from '../testing/deliver.ts';
import { ROUTE_TABLE } from '../testing/route-table.ts';
import { caller, NOW, ORIGIN, setStage, type Stage } from '../testing/stage.ts';
import { visit } from '../testing/whole-visit.ts';
import { createMetrics } from './prometheus.ts';

const HOSTILE = ['cus_hostileHostile', 'x"} 1\nevil_total{a="', '../../etc', 'é'.repeat(300)];
const PARTS = ['cache', 'intents', 'limits', 'locks'];

let stage: Stage;
let page: string;

/** Everything that this server can be asked, by customers, by Stripe and by whoever else, with a store that fails. */
beforeAll(async () => {
  stage = await setStage({ STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET });
  const metrics = createMetrics();
  const server = createPortal(stage.options, {
    now: () => Math.floor(stage.simulator.now()),
    metrics: { ...metrics, token: 'metrics-token-of-the-test' },
    store: failingStore(),
  });
  await visit({ ...stage, as: (key) => signIn(server, key) }, 'monthly');
  await deliver(server, { event: { created: NOW - 3 } });
  await deliver(server, { secrets: ['whsec_other'] });
  for (const hostile of HOSTILE) await sendEverywhere(server, hostile);
  page = await metrics.read();
}, 60_000);
afterAll(() => stage.stop());

function failingStore(): Store {
  const fail = (): Promise<never> => Promise.reject(new StoreUnavailable('down'));
  return { ...createMemoryStore(), add: fail, get: fail, set: fail, remove: fail };
}

async function signIn(server: PortalServer, key: string) {
  const customerId = stage.customerId(key);
  const hash = await signHash(stage.secret, { type: 'customer', id: customerId }, null);
  const answer = await caller(server)('POST /v1/sessions', { body: { customerId, hash } });
  return caller(server, answer.body.token);
}

async function sendEverywhere(server: PortalServer, hostile: string): Promise<void> {
  for (const { method, path } of [...ROUTE_TABLE, { method: 'GET', path: '/:id' }]) {
    const url = `https://a.example${path.replace(':id', encodeURIComponent(hostile))}`;
    const headers = { origin: ORIGIN, 'user-agent': encodeURIComponent(hostile) };
    await server.fetch(new Request(url, { method, headers }));
  }
}

/** The labels of one metric, each with all its values. */
function labelsOf(name: string): Record<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const [, labels = ''] of page.matchAll(
    RegExp(`^${name}(?:_bucket)?\\{(.*)\\} \\S+$`, 'gm'),
  )) {
    for (const [, label = '', value = ''] of labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)) {
      found.set(label, (found.get(label) ?? new Set()).add(value));
    }
  }
  return Object.fromEntries([...found].map(([label, values]) => [label, [...values]]));
}

const CALLS = [
  ...ROUTE_TABLE.map(({ method, path }) => `${method} ${path}`),
  'POST /v1/webhooks/stripe',
  'unknown',
];
/** All that the server asks of Stripe: with ids in it, this list would have no end. */
const ENDPOINTS = [
  'GET /coupons/:id',
  'GET /customers/:id',
  'GET /customers/:id/payment_methods',
  'GET /invoices',
  'GET /invoices/:id',
  'GET /payment_methods/:id',
  'GET /prices',
  'GET /products',
  'GET /promotion_codes',
  'GET /setup_intents/:id',
  'GET /subscriptions',
  'GET /subscriptions/:id',
  'POST /customers/:id',
  'POST /invoices/create_preview',
  'POST /invoices/:id/pay',
  'POST /payment_methods/:id/detach',
  'POST /setup_intents',
  'POST /subscription_schedules',
  'POST /subscription_schedules/:id',
  'POST /subscription_schedules/:id/release',
  'POST /subscriptions',
  'POST /subscriptions/:id',
  'DELETE /subscriptions/:id',
];

describe('the metrics', () => {
  it.each<[string, Record<string, readonly string[]>]>([
    ['portico_request_duration_seconds', { call: CALLS, status: statuses(200, 201) }],
    ['portico_refusals_total', { call: CALLS, code: Object.keys(PROBLEMS) }],
    ['portico_stripe_call_duration_seconds', { endpoint: ENDPOINTS, status: statuses(0, 200) }],
    ['portico_kept_total', { what: ['overview', 'customer-id'], result: ['hit', 'miss'] }],
    ['portico_store_trouble_total', { part: PARTS }],
    ['portico_lock_wait_seconds', {}],
    ['portico_webhook_age_seconds', {}],
  ])('have only labels with few values, whatever is asked of the server: %s', (name, allowed) => {
    const { le: _, ...labels } = labelsOf(name);
    expect(Object.keys(labels).toSorted()).toEqual(Object.keys(allowed).toSorted());
    for (const [label, values] of Object.entries(labels)) {
      expect(values.filter((one) => !allowed[label]?.includes(one))).toEqual([]);
      expect(values.length).toBeGreaterThan(0);
    }
  });

  it('name nobody, and nothing that somebody owns', () => {
    const id = /(?:cus|sub|in|pm|price|prod|seti|evt|req|prt|sk|rk|whsec)_(?=\w*[\dA-Z])\w{6,}/;
    expect(id.exec(page)).toBeNull();
    expect(/@|evil|etc/.exec(page)).toBeNull();
    for (const { customerId } of stage.customers) expect(page).not.toContain(customerId);
  });

  it('are those of docs/operations.md', async () => {
    const docs = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    const documented = [...docs.matchAll(/^\| `(portico_\w+)`/gm)].map(([, name]) => name);
    const own = [...page.matchAll(/^# TYPE (portico_\w+) /gm)].map(([, name]) => name);
    expect(new Set(documented)).toEqual(new Set(own));
    expect(documented).toHaveLength(own.length);
  });

  it.each([
    'portico_request_duration_seconds_count{call="GET /v1/overview",status="200"}',
    'portico_refusals_total{call="POST /v1/webhooks/stripe",code="invalid-request"}',
    'portico_stripe_call_duration_seconds_count{endpoint="GET /prices",status="200"}',
    'portico_kept_total{what="overview",result="miss"}',
    'portico_store_trouble_total{part="locks"}',
    'portico_webhook_age_seconds_count',
    'process_cpu_user_seconds_total',
  ])('count what has happened: %s', (name) => {
    const line = page.split('\n').find((one) => one.startsWith(`${name} `));
    expect(Number(line?.split(' ').at(-1))).toBeGreaterThan(0);
  });
});

function statuses(...more: number[]): string[] {
  return [...new Set([...Object.values(PROBLEMS).map(({ status }) => status), ...more])].map(
    String,
  );
}
