import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUPPORTED_LOCALES } from '../widget/i18n/match.ts';
import { setStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

const WIDTHS = [320, 420, 560, 641, 720, 800, 1000];

describe.each(SUPPORTED_LOCALES)('in %s', (lang) => {
  it('nothing is ever wider than its place', async () => {
    const { page, close } = await stage.open('pastdue', { lang });
    const tooWide: number[] = [];
    // Stripe draws the prefix of the numbers by lot: here it has the widest letters that there are.
    await page.locator('billing-portal td.number bdi').evaluateAll((numbers) => {
      for (const number of numbers) number.textContent = 'WMWMWMWM-0001';
    });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.locator('billing-portal').evaluate((portal) => {
        const table = portal.shadowRoot?.querySelector('table')?.scrollWidth ?? 0;
        const { scrollWidth } = document.documentElement;
        return Math.max(scrollWidth - window.innerWidth, table - portal.clientWidth);
      });
      if (overflow > 0) tooWide.push(width);
    }
    expect(tooWide).toEqual([]);
    await close();
  });
});
