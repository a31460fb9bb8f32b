import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset } from '../../assets.ts';
import { createPortal, type PortalApp } from '../../index.ts';
import { createMetrics } from '../../metrics/prometheus.ts';
import { ORIGIN, setStage, type Stage } from '../../testing/stage.ts';

const SCRIPT: Asset = {
  type: 'text/javascript',
  etag: '"a"',
  isImmutable: false,
  identity: new TextEncoder().encode('export {};'),
  gzip: null,
  brotli: null,
};
const METRICS_TOKEN = 'metrics-token-of-the-test';
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** What a page in a frame asks with, and what our own pages would. */
const FROM: Record<string, string>[] = [
  {},
  { origin: ORIGIN },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate', accept: 'text/html' },
  { authorization: `Bearer ${METRICS_TOKEN}` },
  { 'accept-encoding': 'gzip', 'if-none-match': '"a"' },
];

let stage: Stage;
let server: PortalApp;
beforeAll(async () => {
  stage = await setStage();
  server = createPortal(stage.options, {
    assets: new Map([
      ['/billing-portal.js', SCRIPT],
      ['/licenses.md', { ...SCRIPT, type: 'text/plain' }],
    ]),
    metrics: { ...createMetrics(), token: METRICS_TOKEN },
  });
});
afterAll(() => stage.stop());

describe('T80 an answer of ours in a frame', () => {
  it('is shown by no browser, whatever the route, the method and who asks', async () => {
    const paths = new Set(server.routes().map((route) => route.replace(/^\S+ /, '')));
    expect(paths.size).toBeGreaterThan(20);
    for (const path of [...paths, '/', '/nothing', '/v1/nothing', '/index.html', '/%00', '//x']) {
      const url = `https://portal.example${path.replace(':id', 'sub_12345678')}`;
      for (const method of METHODS) {
        for (const headers of FROM) {
          const answer = await server.fetch(new Request(url, { method, headers }));
          const policy = answer.headers.get('content-security-policy');
          expect(policy, `${method} ${path}`).toBe("default-src 'none'; frame-ancestors 'none'");
          expect(answer.headers.get('content-type') ?? '').not.toMatch(/html|xml|svg/);
          expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
          expect(answer.headers.get('location')).toBeNull();
          await answer.text();
        }
      }
    }
  });
});
