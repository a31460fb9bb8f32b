import { gzipSync } from 'node:zlib';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUPPORTED_LOCALES } from '../widget/i18n/match.ts';
import { setStage, type Stage } from './stage.ts';

const KB = 1024;
const WIDGET = fileURLToPath(new URL('../dist/widget', import.meta.url));

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

describe('the first load', () => {
  it('is two requests without a preflight, and at most 20 KB gzip', async () => {
    const page = await stage.browser.newPage();
    const requests: string[] = [];
    let bytes = 0;
    const bodies: Promise<void>[] = [];
    page.on('response', (response) => {
      if (!response.url().startsWith(stage.demo.portalUrl)) return;
      requests.push(`${response.request().method()} ${new URL(response.url()).pathname}`);
      bodies.push(
        response.body().then((body) => void (bytes += gzipSync(body, { level: 9 }).length)),
      );
    });
    const preflights: string[] = [];
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    network.on('Network.requestWillBeSent', ({ request }) => {
      if (request.method === 'OPTIONS') preflights.push(request.url);
    });
    await page.goto(`${stage.demo.shopUrl}/plain?as=monthly`);
    await page.locator('billing-portal h2').first().waitFor();
    await page.waitForLoadState('networkidle');
    await Promise.all(bodies);
    await page.close();
    expect(requests).toEqual(['GET /billing-portal.js', 'POST /v1/sessions']);
    expect(preflights).toEqual([]);
    expect(bytes).toBeLessThanOrEqual(20 * KB);
  });

  it('is sent packed: the script and the answer', async () => {
    const script = await fetch(`${stage.demo.portalUrl}/billing-portal.js`, {
      headers: { 'accept-encoding': 'br' },
    });
    expect(script.headers.get('content-encoding')).toBe('br');
    expect(script.headers.get('etag')).toMatch(/^"/);
  });

  it('and all that can follow it, without languages, is at most 45 KB gzip', async () => {
    const isLanguage = new RegExp(`^chunks/(${SUPPORTED_LOCALES.join('|')})-(?!flows)`);
    const names = (await readdir(WIDGET, { recursive: true })).filter(
      (name) => name.endsWith('.js') && name !== 'embed.js' && !isLanguage.test(name),
    );
    expect(names).toContain('billing-portal.js');
    const sizes = await Promise.all(
      names.map(
        async (name) => gzipSync(await readFile(path.join(WIDGET, name)), { level: 9 }).length,
      ),
    );
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThanOrEqual(45 * KB);
  });
});
