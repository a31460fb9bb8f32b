import type { BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, fillCard, radio } from '../controls.ts';
import { mouse } from '../hands.ts';
import { setStage, type Stage } from '../stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

/** Everything in which a page can keep something, beyond its own memory. */
function dump(page: Page) {
  return page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    cookie: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: 'caches' in globalThis ? await caches.keys() : [],
    history: JSON.stringify(history.state),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    address: location.href,
    name: window.name,
    referrer: document.referrer,
    attributes: [...(document.querySelector('billing-portal')?.attributes ?? [])]
      .filter(({ name }) => name !== 'hash')
      .map(({ name, value }) => [name, value]),
  }));
}

interface Watched {
  page: Page;
  /** Nothing has come to be kept since the page was opened, in any frame or by any answer. */
  look: () => Promise<void>;
  renewed: () => number;
  close: (refusals?: number[]) => Promise<void>;
}

/** A customer's page, with every token and every secret of a payment that it is ever given. */
async function open(key: string): Promise<Watched> {
  const { page, context, close } = await stage.open(key);
  const given = new Set<string>();
  const cookies: string[] = [];
  let renewals = 0;
  const reading: Promise<unknown>[] = [];
  const read = async (response: Response): Promise<void> => {
    if (response.headers()['set-cookie'] !== undefined) cookies.push(response.url());
    // The body of an answer to a page that was left is gone.
    const text = await response.text().catch(() => '');
    const secrets = text.matchAll(/"(?:token|clientSecret|previewToken)":"([^"]+)"/g);
    for (const [, secret = ''] of secrets) given.add(secret);
  };
  page.on('response', (response) => {
    if (!response.url().startsWith(stage.demo.portalUrl)) return;
    if (response.url().endsWith('/renew')) renewals += 1;
    reading.push(read(response));
  });
  // Once more, so that the first token is seen too.
  await page.reload();
  await page.locator('billing-portal h2').first().waitFor();
  const before = await dump(page);
  return {
    page,
    close,
    renewed: () => renewals,
    async look() {
      await Promise.all(reading);
      expect(given.size).toBeGreaterThan(0);
      expect(cookies).toEqual([]);
      const now = await dump(page);
      expect(now).toEqual(before);
      await expectNothingOf(given, now, context);
    },
  };
}

async function expectNothingOf(given: Set<string>, now: object, context: BrowserContext) {
  const kept = JSON.stringify([now, await context.storageState({ indexedDB: true })]);
  expect(kept).not.toMatch(/eyJ[\w-]+\.|[0-9a-f]{64}|_secret_/);
  for (const secret of given) expect(kept).not.toContain(secret);
  expect(await context.cookies(stage.demo.portalUrl)).toEqual([]);
}

describe('T24 a token that outlives the page', () => {
  it('is nowhere while a plan is changed', async () => {
    const { page, look, close } = await open('monthly');
    await look();
    await button(page, 'Change plan').click();
    await radio(page, /^Yearly/).check();
    await radio(page, /^Pro/).check();
    await look();
    await button(page, 'Review the change').click();
    await page.getByRole('heading', { name: 'Review your change' }).waitFor();
    await look();
    await button(page, /^Pay \$/).click();
    await page.getByText('$290.00 per year').waitFor();
    await look();
    await close();
  });

  it('is nowhere while a change to come is made and undone', async () => {
    const { page, look, close } = await open('two');
    await button(page, 'Change plan').click();
    await radio(page, /^Starter/).check();
    await button(page, 'Review the change').click();
    await button(page, /^Switch on /).click();
    await page.getByText(/your plan changes to .*Starter/).waitFor();
    await look();
    await button(page, 'Stay on my current plan').click();
    await page.getByText(/your plan changes to/).waitFor({ state: 'detached' });
    await look();
    await close();
  });

  it('is nowhere while a subscription is canceled, and kept after all', async () => {
    const { page, look, close } = await open('yearly');
    await button(page, 'Cancel subscription').click();
    await radio(page, /I do not use it enough/).check();
    await page.getByRole('textbox').fill('Too little time.');
    await look();
    await page.locator('.flow .danger').click();
    await page.getByRole('heading', { name: /canceled/ }).waitFor();
    await look();
    await button(page, 'Undo, keep my plan').click();
    await button(page, 'Cancel subscription').waitFor();
    await look();
    await close();
  });

  it('is nowhere while somebody comes back', async () => {
    const { page, look, close } = await open('canceled');
    await button(page, 'Resubscribe').click();
    await button(page, 'Pay $9.00 now').waitFor();
    await look();
    await button(page, 'Pay $9.00 now').click();
    await button(page, 'Cancel subscription').waitFor();
    await look();
    await close();
  });

  it('is nowhere while codes are tried', async () => {
    const { page, look, close } = await open('seats');
    await button(page, 'Add promotion code').click();
    const field = page.getByRole('textbox', { name: 'Promotion code' });
    await field.fill('EXPIRED10');
    await button(page, 'Apply').click();
    await page.getByText('This code cannot be used here').first().waitFor();
    await look();
    await field.fill('WELCOME20');
    await button(page, 'Apply').click();
    await page.getByText('$28.80').first().waitFor();
    await look();
    await close([422]);
  });

  it('is nowhere while a card is added', async () => {
    const { page, look, close } = await open('yen');
    await button(page, 'Add payment method').click();
    await fillCard(page, mouse, '5555555555554444');
    await look();
    await button(page, 'Save payment method').click();
    await page.getByText('Mastercard •••• 4444').first().waitFor();
    await look();
    await close();
  });

  it('is nowhere while an invoice is paid', async () => {
    const { page, look, close } = await open('pastdue');
    await button(page, 'Pay now').click();
    await button(page, 'Pay $29.00 now').click();
    await page
      .getByText(/Your bank declined the payment/)
      .first()
      .waitFor();
    await look();
    await radio(page, /4242/).check();
    await button(page, 'Pay $29.00 now').click();
    await page.getByText('Payment overdue').waitFor({ state: 'detached' });
    await look();
    await close([402]);
  });

  it('is nowhere once a session was renewed, and the page loaded again', async () => {
    const { page, look, renewed, close } = await open('trialing');
    await page.clock.setFixedTime(Date.now() + 8 * 60_000);
    await page.locator('billing-portal h2').first().click();
    await expect.poll(renewed).toBe(1);
    await look();
    await button(page, 'Change plan').click();
    await radio(page, /./).first().waitFor();
    await look();
    await page.reload();
    await page.locator('billing-portal h2').first().waitFor();
    await look();
    await close();
  });
});
