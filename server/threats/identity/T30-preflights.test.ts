import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, setStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

const ask = (headers: Record<string, string>) =>
  stage.server.fetch(
    new Request('https://portal.example/v1/subscriptions/sub_12345678/change', {
      method: 'OPTIONS',
      headers: { origin: ORIGIN, ...headers },
    }),
  );

describe('T30 a preflight for what is not allowed', () => {
  it.each(['PUT', 'PATCH', 'TRACE', 'CONNECT', 'get', 'POST, PUT', '*', 'x'.repeat(5_000)])(
    'is refused for a method: %s',
    async (method) => {
      const response = await ask({ 'access-control-request-method': method });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-methods')).toBeNull();
    },
  );

  it.each([
    'Cookie',
    'x-evil',
    '*',
    'authorization, x-evil',
    '__proto__',
    'stripe-account',
    'x-http-method-override',
  ])('is refused for a header: %s', async (names) => {
    const response = await ask({
      'access-control-request-method': 'POST',
      'access-control-request-headers': names,
    });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-headers')).toBeNull();
  });

  it('is answered for what the widget sends, with our own list', async () => {
    const response = await ask({
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'Authorization, Content-Type, Idempotency-Key',
    );
  });

  it.each([
    ['spaces', `x${' '.repeat(15_000)}x`],
    ['commas', ','.repeat(15_000)],
    ['spaces and commas', ' ,'.repeat(7_500)],
    ['tabs', `authorization${'\t'.repeat(15_000)},`],
  ])('costs nothing, however long: 15 KB of %s', async (_, names) => {
    const before = process.cpuUsage();
    const begin = performance.now();
    for (let round = 0; round < 10; round += 1) {
      const response = await ask({
        'access-control-request-method': 'POST',
        'access-control-request-headers': names,
      });
      expect(response.status).toBe(403);
    }
    const { user } = process.cpuUsage(before);
    expect(Math.min(user / 1_000, performance.now() - begin) / 10).toBeLessThan(50);
  });
});
