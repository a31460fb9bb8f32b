import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, setStage, type Stage } from '../../testing/stage.ts';
import { knock, mac } from './door.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

const host = new URL(ORIGIN).host;
const HOSTS = [
  'evil.example',
  `${host}.evil.example`,
  `evil-${host}`,
  `evil${host}`,
  `www.${host}`,
  `a.b.${host}`,
  'example',
  'xn--shp-wna.example',
  `${host}.`,
  `${host}:443`,
  `${host}:8443`,
  `${host}:80`,
  `${host}@evil.example`,
  `evil.example@${host}`,
  `${host}/`,
  `${host}/path`,
  `${host}#`,
  `${host}?`,
  `${host}\\`,
  `${host}%00`,
  `${host}%2eevil.example`,
  `${host},evil.example`,
  `${host} evil.example`,
  host.toUpperCase(),
  'localhost',
  '127.0.0.1',
  '[::1]',
  '*',
  `*.${host}`,
  host.replace('.', 'x'),
  host.slice(1),
  host.slice(0, -1),
];
const ORIGINS: (string | undefined)[] = [
  ...HOSTS.flatMap((one) => [`https://${one}`, `http://${one}`]),
  undefined,
  '',
  'null',
  '*',
  'undefined',
  host,
  `//${host}`,
  `http://${host}`,
  `ws://${host}`,
  `file://`,
  `HTTPS://${host}`,
  `https:${host}`,
  `https:///${host}`,
  `${ORIGIN}, ${ORIGIN}`,
  `${ORIGIN} ${ORIGIN}`,
  `https://evil.example, ${ORIGIN}`,
  'chrome-extension://abc',
  'moz-extension://abc',
  'data:',
  'blob:https://shop.example/1',
  `https://${host}/#`,
];

describe('T29 a page of another origin', () => {
  it('is refused in more than eighty spellings, before anything is done', async () => {
    expect(new Set(ORIGINS).size).toBeGreaterThanOrEqual(80);
    const customerId = stage.customerId('monthly');
    const body = JSON.stringify({ customerId, hash: mac(stage.secret, customerId) });
    const { token } = JSON.parse((await knock(stage.server, body)).text) as { token: string };
    stage.simulator.forgetRequests();
    const let_in: string[] = [];
    for (const origin of ORIGINS) {
      for (const [method, path] of [
        ['POST', '/v1/sessions'],
        ['GET', '/v1/overview'],
      ] as const) {
        const response = await stage.server.fetch(
          new Request(`https://portal.example${path}`, {
            method,
            headers: {
              authorization: `Bearer ${token}`,
              ...(origin !== undefined && { origin }),
            },
            ...(method === 'POST' && { body }),
          }),
        );
        if (response.status !== 403) let_in.push(`${method} ${origin}`);
      }
      const preflight = await stage.server.fetch(
        new Request('https://portal.example/v1/overview', {
          method: 'OPTIONS',
          headers: origin === undefined ? {} : { origin },
        }),
      );
      if (preflight.status !== 403) let_in.push(`OPTIONS ${origin}`);
      expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(let_in).toEqual([]);
    expect(stage.simulator.requests()).toEqual([]);
  });

  it('is never given leave for cookies, and the right one needs none', async () => {
    const preflight = await knock(stage.server, undefined, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    expect(preflight.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  });
});
