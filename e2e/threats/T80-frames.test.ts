import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../stage.ts';
import { listenOnLoopback } from './loopback.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

/** A site of somebody else's, which shows this page. */
async function openEvilSite(html: string) {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
  );
  const site = await listenOnLoopback(server);
  const page = await stage.browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  return {
    page,
    asked,
    close: async () => {
      await page.close();
      await site.stop();
    },
  };
}

describe('T80 a page of somebody else’s', () => {
  it('shows nothing of ours in a frame', async () => {
    const paths = ['/healthz', '/v1/overview', '/billing-portal.js', '/embed.js', '/', '/nothing'];
    const frames = paths.map((path) => `<iframe src="${stage.demo.portalUrl}${path}"></iframe>`);
    const { page, close } = await openEvilSite(`<!doctype html>${frames.join('')}`);
    const inside = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(inside).toHaveLength(paths.length);
    for (const frame of inside) {
      expect(frame.url()).toMatch(/^chrome-error:/);
      expect(await frame.evaluate(() => document.body.textContent)).not.toMatch(
        /status|code|function/,
      );
    }
    await close();
  });

  it('gets nothing with the widget either, by itself or in a frame of its own', async () => {
    const { portalUrl } = stage.demo;
    const widget = `<script type="module" src="${portalUrl}/billing-portal.js"></script>
      <billing-portal api="${portalUrl}" customer-id="${stage.customerId('monthly')}"
        hash="${'0'.repeat(64)}"></billing-portal>`;
    const inFrame = `<iframe srcdoc="${widget.replaceAll('"', '&quot;')}"></iframe>`;
    const sandboxed = inFrame.replace('<iframe', '<iframe sandbox="allow-scripts"');
    stage.demo.simulator.forgetRequests();
    const { page, asked, close } = await openEvilSite(`${widget}${inFrame}${sandboxed}`);
    for (const frame of page.frames()) {
      const portal = frame.locator('billing-portal');
      await portal
        .getByRole('button', { name: 'Try again' })
        .or(portal.getByText(/./))
        .first()
        .waitFor();
      expect(await portal.evaluate((one) => one.shadowRoot?.textContent)).not.toMatch(
        /Pro|\$|4242/,
      );
    }
    expect(asked.filter((one) => one.startsWith('POST'))).not.toHaveLength(0);
    expect(stage.demo.simulator.requests()).toEqual([]);
    await close();
  });
});
