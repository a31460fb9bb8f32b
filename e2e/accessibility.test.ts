import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchLocale } from '../widget/i18n/match.ts';
import { loadMessages, Translator } from '../widget/i18n/messages.ts';
import { setStage, type Stage, type View } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

/** Presses a button by its words in the language of the page. */
type Press = (key: ButtonKey) => Promise<void>;
type ButtonKey =
  | 'action.change-plan'
  | 'action.review'
  | 'action.cancel'
  | 'action.resubscribe'
  | 'action.add-code'
  | 'action.pay-now'
  | 'methods.add';
type Scene = [name: string, customer: string, steps?: (page: Page, press: Press) => Promise<void>];

const SCENES: Scene[] = [
  ['the overview', 'monthly'],
  ['an overdue payment', 'pastdue'],
  ['a trial', 'trialing'],
  ['a plan that ends', 'cancelling'],
  ['a plan that has ended', 'canceled'],
  ['a scheduled change', 'scheduled'],
  ['two plans', 'two'],
  ['many invoices', 'invoices'],
  ['yen', 'yen'],
  ['no subscription', 'none'],
  ['the plan picker', 'seats', (_, press) => press('action.change-plan')],
  [
    'the review of a change',
    'monthly',
    async (page, press) => {
      await press('action.change-plan');
      await page.getByRole('radio', { name: /^Starter/ }).check();
      await press('action.review');
      await page.getByText('$9.00').or(page.getByText('9.00')).first().waitFor();
    },
  ],
  ['cancelling', 'monthly', (_, press) => press('action.cancel')],
  ['resubscribing', 'canceled', (_, press) => press('action.resubscribe')],
  ['a promotion code', 'monthly', (_, press) => press('action.add-code')],
  [
    'a new payment method',
    'monthly',
    async (page, press) => {
      await press('methods.add');
      await page.frameLocator('iframe').locator('#number').waitFor();
    },
  ],
  ['paying an invoice', 'pastdue', (_, press) => press('action.pay-now')],
];

const VIEWS: [string, View][] = [
  ['light', { theme: 'light', lang: 'en' }],
  ['dark', { theme: 'dark', lang: 'en' }],
  ['Arabic, 320 px', { lang: 'ar', width: 320 }],
];

describe.each(VIEWS)('axe, %s', (_, view) => {
  it.each(SCENES)('finds nothing on %s', async (_name, customer, steps) => {
    const { page, close } = await stage.open(customer, view);
    const { language, locale } = matchLocale([view.lang ?? 'en']);
    const words = new Translator(locale, await loadMessages(language));
    const press: Press = async (key) => {
      await page
        .getByRole('button', { name: words.t(key), exact: true })
        .first()
        .click();
    };
    await steps?.(page, press);
    // Lazy parts have come by then. Only a wait: on a busy machine the frames may never be quiet.
    await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => {});
    const { violations } = await new AxeBuilder({ page }).include('billing-portal').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await close();
  });
});

/** How far the page is wider than its window: nobody should have to scroll sideways. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
