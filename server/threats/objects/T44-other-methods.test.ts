import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTE_TABLE } from '../../testing/route-table.ts';
import { ORIGIN, setStage, type Stage } from '../../testing/stage.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'];
const OVERRIDES = ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override', '_method'];

let stage: Stage;
let token: string;
beforeAll(async () => {
  stage = await setStage();
  const session = await stage.as('monthly');
  token = (await session('POST /v1/sessions/renew')).body.token;
});
afterAll(() => stage.stop());

const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  stage.server.fetch(
    new Request(`http://portal.example${path}`, {
      method,
      headers: {
        origin: ORIGIN,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...headers,
      },
      ...(['POST', 'PUT', 'PATCH'].includes(method) && { body: '{}' }),
    }),
  );

const allowed = new Map<string, string[]>();
for (const { method, path } of ROUTE_TABLE) {
  allowed.set(path, [...(allowed.get(path) ?? []), method, ...(method === 'GET' ? ['HEAD'] : [])]);
}
const cases = [...allowed].flatMap(([path, methods]) =>
  METHODS.filter((method) => !methods.includes(method)).map((method) => ({ method, path })),
);

describe('T44 another method on a route', () => {
  it.each(cases)('$method $path is refused, and does nothing', async ({ method, path }) => {
    stage.simulator.forgetRequests();
    const isAnotherRoute = method === 'DELETE' && /^\/v1\/payment-methods\/\w+$/.test(path);
    const response = await ask(method, path.replace(':id', 'sub_1'));
    expect(stage.writes()).toEqual([]);
    expect(response.status).toBe(isAnotherRoute ? 404 : 405);
    if (isAnotherRoute) return;
    expect(response.headers.get('allow')).toContain(allowed.get(path)?.[0]);
    expect(stage.simulator.requests()).toEqual([]);
  });

  it.each(OVERRIDES)('%s changes nothing', async (header) => {
    stage.simulator.forgetRequests();
    for (const method of ['POST', 'DELETE']) {
      const response = await ask('GET', '/v1/overview', { [header]: method });
      expect(response.status).toBe(200);
      const posted = await ask('POST', `/v1/payment-methods/pm_1?_method=${method}`, {
        [header]: method,
      });
      expect(posted.status).toBe(405);
    }
    expect(stage.writes()).toEqual([]);
  });

  it('HEAD reads as GET does, and says nothing', async () => {
    const response = await ask('HEAD', '/v1/overview');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});
