import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, ensureChromium } from '../../scripts/chromium.mjs';
import { poisonAll } from './poison.ts';
import { openSite } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: CHROMIUM_FLAGS,
  });
});
afterAll(() => browser.close());

async function open() {
  const site = await openSite([poisonAll(() => 'Pro')]);
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.locator('[data-key="cancel:sub_1"]').waitFor();
  const canceled = () => site.asked.filter((one) => one.endsWith('/cancel')).length;
  return {
    page,
    canceled,
    close: async () => {
      await page.close();
      await site.stop();
    },
  };
}

/** Where the mouse has to go, without waiting for anything that Playwright would wait for. */
async function middleOf(page: Page, selector: string): Promise<[x: number, y: number]> {
  const control = page.locator(selector).first();
  await control.waitFor();
  const box = await control.boundingBox();
  if (!box) throw new Error(`${selector} is nowhere to be seen.`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

const CONFIRM = '.flow .danger';

describe('T80 clicks that were not meant', () => {
  it('a click on what has only just appeared under the mouse does nothing', async () => {
    const { page, canceled, close } = await open();
    await page.mouse.click(...(await middleOf(page, '[data-key="cancel:sub_1"]')));
    await page.mouse.click(...(await middleOf(page, CONFIRM)));
    await page.mouse.dblclick(...(await middleOf(page, CONFIRM)));
    expect(canceled()).toBe(0);
    // Playwright waits until the button takes clicks.
    await page.locator(CONFIRM).click();
    await expect.poll(canceled).toBe(1);
    await close();
  });

  it('the second half of a double click confirms nothing', async () => {
    const { page, canceled, close } = await open();
    await page.mouse.dblclick(...(await middleOf(page, '[data-key="cancel:sub_1"]')));
    await page.locator(CONFIRM).waitFor();
    expect(canceled()).toBe(0);
    await close();
  });

  it('a double click on what confirms does it once', async () => {
    const { page, canceled, close } = await open();
    await page.locator('[data-key="cancel:sub_1"]').click();
    await page.locator(CONFIRM).click({ trial: true });
    await page.mouse.dblclick(...(await middleOf(page, CONFIRM)));
    await expect.poll(canceled).toBe(1);
    await page.waitForLoadState('networkidle');
    expect(canceled()).toBe(1);
    await close();
  });

  it('holding Enter confirms nothing, and the keyboard does not have to wait', async () => {
    const { page, canceled, close } = await open();
    await page.locator('[data-key="cancel:sub_1"]').focus();
    for (let press = 0; press < 20; press += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.locator(CONFIRM).waitFor();
    expect(canceled()).toBe(0);
    await page.locator(CONFIRM).focus();
    await page.keyboard.press('Enter');
    await expect.poll(canceled).toBe(1);
    await close();
  });
});
