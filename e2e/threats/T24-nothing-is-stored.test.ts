import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, radio } from '../controls.ts';
import { setStage, type Stage } from '../stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

type Page = Awaited<ReturnType<Stage['open']>>['page'];

/** Everything in which a page can keep something, beyond its own memory. */
function dump(page: Page) {
  return page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    cookie: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: 'caches' in globalThis ? await caches.keys() : [],
    history: JSON.stringify(history.state),
    address: location.href,
    name: window.name,
  }));
}

describe('T24 a token that outlives the page', () => {
  it('is in no storage, cookie, address or history, before and after every step', async () => {
    const { page, context, close } = await stage.open('monthly');
    const before = await dump(page);
    const expectNothingNew = async () => {
      const now = await dump(page);
      expect(now).toEqual(before);
      expect(await context.cookies(stage.demo.portalUrl)).toEqual([]);
    };
    expect(JSON.stringify(before)).not.toMatch(/eyJ[\w-]+\.|[0-9a-f]{64}/);
    await button(page, 'Change plan').click();
    await radio(page, /./).first().waitFor();
    await expectNothingNew();
    await button(page, 'Back').click();
    await button(page, 'Cancel subscription').click();
    await page.locator('.flow .danger').click();
    await page.getByRole('heading', { name: /canceled/ }).waitFor();
    await expectNothingNew();
    await page.locator('.flow .primary').click();
    await expectNothingNew();
    await close();
  });
});
