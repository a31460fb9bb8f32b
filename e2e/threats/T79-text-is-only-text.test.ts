/** Chromium is the only engine here; Lit and the platform's own rules do the same in the others. */
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, ensureChromium } from '../../scripts/chromium.mjs';
import { ADDRESSES, PAYLOADS } from './payloads.ts';
import { poisonAll, type Next } from './poison.ts';
import { openSite } from './site.ts';

const PORTALS = 64;
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: CHROMIUM_FLAGS,
  });
});
afterAll(() => browser.close());

/** Each payload once; then again in other places, since not every place is always to be seen. */
function supply(): Next {
  let used = 0;
  return () => {
    const round = Math.floor(used / PAYLOADS.length);
    return PAYLOADS[(used++ + 29 * round) % PAYLOADS.length] ?? '';
  };
}

/** What the page did that it should not have: scripts, dialogs, refusals of its policy. */
async function watch(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // oxlint-disable-next-line no-console -- how the page tells the test
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return complaints;
}

/** Everything in the shadow roots: the kinds of elements and attributes, and the text. */
function look(page: Page) {
  return page.evaluate(() => {
    const roots = [...document.querySelectorAll('billing-portal')].map((one) => one.shadowRoot);
    const elements = roots.flatMap((root) => [...(root?.querySelectorAll('*') ?? [])]);
    const attributes = elements.flatMap((one) => [...one.attributes]);
    const spoken = attributes.map(({ value }) => value);
    return {
      ran: 'ran' in globalThis,
      tags: [...new Set(elements.map((one) => one.localName))],
      attributes: [...new Set(attributes.map(({ name }) => name))],
      text: [...roots.map((root) => root?.textContent ?? ''), ...spoken].join('\n'),
    };
  });
}

const FORBIDDEN_TAGS =
  /^(script|style|img|image|iframe|object|embed|a|link|meta|base|video|audio|source|template|use|animate|math|marquee|noscript|billing-portal)$/;
const FORBIDDEN_ATTRIBUTES = /^(on|src|href|style|srcdoc|action|formaction|xlink)/;

function expectOnlyText(seen: Awaited<ReturnType<typeof look>>): void {
  expect(seen.ran).toBe(false);
  expect(seen.tags.filter((tag) => FORBIDDEN_TAGS.test(tag))).toEqual([]);
  expect(seen.attributes.filter((name) => FORBIDDEN_ATTRIBUTES.test(name))).toEqual([]);
}

/** How many of the payloads can be read, to the letter. */
function countShown(text: string): number {
  return PAYLOADS.filter((payload) => text.includes(payload)).length;
}

describe('T79 markup and scripts in every text that is shown', () => {
  it('has more than 1,500 payloads, each another', () => {
    expect(new Set(PAYLOADS).size).toBe(PAYLOADS.length);
    expect(PAYLOADS.length).toBeGreaterThan(1500);
  });

  it('are shown as text, on the first screen and behind it, and do nothing', async () => {
    const next = supply();
    const customers = Array.from({ length: PORTALS }, () => poisonAll(next));
    const site = await openSite(customers);
    const page = await browser.newPage();
    const complaints = await watch(page);
    await page.goto(site.url);
    await page.waitForFunction((count) => {
      const all = [...document.querySelectorAll('billing-portal')];
      return (
        all.filter((one) => one.shadowRoot?.querySelector('[aria-busy=false] .card')).length ===
        count
      );
    }, PORTALS);
    const first = await look(page);
    expectOnlyText(first);
    for (const flow of ['change-plan:sub_1', 'cancel:sub_1', 'resubscribe:sub_2']) {
      await openEverywhere(page, flow);
      const behind = await look(page);
      expectOnlyText(behind);
      first.text += behind.text;
    }
    expect(countShown(first.text)).toBeGreaterThan(1500);
    expect(complaints).toEqual([]);
    const elsewhere = site.asked.filter(
      (one) => !/^(GET|POST) \/(v1\/|chunks\/|billing-portal\.js|$)/.test(one),
    );
    expect(elsewhere.filter((one) => one !== 'GET /favicon.ico')).toEqual([]);
    await page.close();
    await site.stop();
  });

  it('leads nobody to an address that is not https', async () => {
    let address = '';
    const site = await openSite([poisonAll(() => 'Pro')], () => address);
    const page = await browser.newPage();
    const complaints = await watch(page);
    await page.goto(site.url);
    for (address of ADDRESSES) {
      const [tab] = await Promise.all([
        page.context().waitForEvent('page'),
        page.locator('[data-key^="hosted:"]').first().click(),
      ]);
      await expect.poll(() => tab.isClosed(), { message: address }).toBe(true);
      expectOnlyText(await look(page));
    }
    expect(complaints).toEqual([]);
    await page.close();
    await site.stop();
  });
});

/** Clicks this button in every portal, waits for what it opens, and comes back by a new page. */
async function openEverywhere(page: Page, key: string): Promise<void> {
  await page.reload();
  await page.waitForFunction(
    (name) => {
      const roots = [...document.querySelectorAll('billing-portal')].map((one) => one.shadowRoot);
      const isOpen = (root: ShadowRoot | null) => root?.querySelector('.page .flow, .page .title');
      for (const root of roots) root?.querySelector<HTMLElement>(`[data-key="${name}"]`)?.click();
      return roots.every(isOpen);
    },
    key,
    { polling: 100 },
  );
}
