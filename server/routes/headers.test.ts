import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTE_TABLE } from '../testing/route-table.ts';
import { ORIGIN, setStage, type Stage } from '../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

const ask = async (method: string, path: string, headers: Record<string, string> = {}) => {
  const url = `http://portal.example${path.replace(':id', 'sub_1')}`;
  const response = await stage.server.fetch(
    new Request(url, { method, headers: { origin: ORIGIN, ...headers } }),
  );
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const PATHS = [...new Set(ROUTE_TABLE.map(({ path }) => path)), '/v1/webhooks/stripe'];
const OTHERS = ['/healthz', '/readyz', '/nothing', '/v1/nothing'];

describe('every answer', () => {
  it.each([
    ...ROUTE_TABLE.map(({ method, path }) => [method, path]),
    ...PATHS.flatMap((path) => [
      ['OPTIONS', path],
      ['PUT', path],
    ]),
    ...OTHERS.map((path) => ['GET', path]),
  ])('of %s %s is private, and nothing that a page could use', async (method = '', path = '') => {
    const { headers } = await ask(method, path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('asks for https for a year where it came by https', async () => {
    const response = await stage.server.fetch(new Request('https://portal.example/healthz'));
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('has a request id of our own, whatever the caller calls its request', async () => {
    const first = await ask('GET', '/v1/overview', { 'x-request-id': 'mine' });
    const second = await ask('GET', '/v1/overview', { 'x-request-id': 'mine' });
    expect(JSON.parse(first.text).requestId).toBe(first.headers.get('x-request-id'));
    expect(first.headers.get('x-request-id')).not.toBe(second.headers.get('x-request-id'));
    expect(first.headers.get('x-request-id')).not.toBe('mine');
  });
});

describe('a body', () => {
  it.each([
    ['16,000 open brackets', '['.repeat(16_000), 400],
    ['400,000 open brackets', '['.repeat(400_000), 413],
    ['a name for the prototype', '{"__proto__":{"hash":"a"}}', 400],
    ['nothing', '', 400],
  ])('of %s is refused at once', async (_, body, status) => {
    const begin = performance.now();
    const response = await stage.server.fetch(
      new Request('http://portal.example/v1/sessions', {
        method: 'POST',
        headers: { origin: ORIGIN },
        body,
      }),
    );
    expect(response.status).toBe(status);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});
