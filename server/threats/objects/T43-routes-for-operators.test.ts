import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTE_TABLE } from '../../testing/route-table.ts';
import { createPortal, type PortalServer } from '../../index.ts';
import { createMetrics } from '../../metrics/prometheus.ts';
import { setStage, type Stage } from '../../testing/stage.ts';

const TOKEN = 'metrics-token-of-the-test';
const PATHS = ['metrics', 'debug', 'doctor', 'admin', 'env', '.env', 'config', 'status', 'v1', ''];

let stage: Stage;
let open: PortalServer;
beforeAll(async () => {
  stage = await setStage();
  open = createPortal(stage.options, { metrics: { ...createMetrics(), token: TOKEN } });
});
afterAll(() => stage.stop());

const ask = async (server: PortalServer, path: string, authorization = '', method = 'GET') => {
  const headers = { authorization };
  const response = await server.fetch(new Request(`http://a.example/${path}`, { method, headers }));
  const text = (await response.text()).replaceAll(/"requestId":"[^"]*"/g, '');
  return { status: response.status, text };
};

describe('T43 routes for operators', () => {
  it.each(PATHS)('/%s is nothing to the internet', async (path) => {
    expect((await ask(stage.server, path)).status).toBe(404);
  });

  it('shows the metrics to nobody where no token is set', async () => {
    expect((await ask(stage.server, 'metrics', 'Bearer ')).status).toBe(404);
    expect((await ask(stage.server, 'metrics', `Bearer ${TOKEN}`)).status).toBe(404);
  });

  it.each(['', 'Bearer', 'Bearer ', `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, TOKEN])(
    'shows the metrics to nobody without the token: %s',
    async (authorization) => {
      const nothing = await ask(open, 'nothing');
      expect(await ask(open, 'metrics', authorization)).toEqual(nothing);
      expect((await ask(open, 'metrics', authorization, 'POST')).status).toBe(404);
    },
  );

  it('shows them to whoever has it, without a word about any customer', async () => {
    await open.fetch(new Request('http://a.example/v1/overview'));
    const { status, text } = await ask(open, 'metrics', `Bearer ${TOKEN}`);
    expect(status).toBe(200);
    expect(text).toContain('portico_request_duration_seconds_count{call="GET /v1/overview"');
    expect(text).not.toMatch(/cus_|sub_|@/);
  });

  it('has no route that is not in the contract, but for those that are meant to be open', () => {
    const known = new Set(ROUTE_TABLE.map(({ method, path }) => `${method} ${path}`));
    const others = stage.server.routes().filter((route) => !known.has(route));
    expect(others.toSorted()).toEqual(['GET /healthz', 'GET /readyz', 'POST /v1/webhooks/stripe']);
  });
});
