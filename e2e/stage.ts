/** A real Chromium before the whole demo: shop, portal server and simulator on three origins. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { startDemo, type Demo } from '../demo/demo.ts';
import { stripeOn } from '../demo/stripe/sdk.ts';
import { recordTraffic } from '../demo/stripe/testing/record-traffic.ts';
import { CHROMIUM_FLAGS, ensureChromium } from '../scripts/chromium.mjs';

export interface Stage {
  demo: Demo;
  browser: Browser;
  /** Stripe's own SDK, to ask what really happened. */
  stripe: ReturnType<typeof stripeOn>;
  customerId(key: string): string;
  /** A page of the shop, with its customer's billing painted. */
  open(key: string, view?: View): Promise<OpenPage>;
  stop(): Promise<void>;
}

export interface View {
  lang?: string;
  theme?: 'light' | 'dark';
  width?: number;
}

export interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** Everything that the page wrote to its console, refused by its policy, or threw. */
  complaints: string[];
  /**
   * Closes the page, and throws if there was any complaint. Chromium itself writes a line for every
   * refusal that the server answers with: those that are part of the story are named by status.
   */
  close: (expectedRefusals?: number[]) => Promise<void>;
}

/**
 * Ports of one's own, and another address for Stripe, let a recording proxy stand between the
 * portal and the simulator: E2E_PORT=43000 E2E_STRIPE_API_BASE=http://127.0.0.1:12199.
 * E2E_TRAFFIC_FOLDER is where the traffic with the simulator is recorded.
 */
export async function setStage(): Promise<Stage> {
  const { E2E_PORT = '0', E2E_STRIPE_API_BASE, E2E_TRAFFIC_FOLDER } = process.env;
  const demo = await startDemo({
    port: Number(E2E_PORT),
    quiet: true,
    ...(E2E_TRAFFIC_FOLDER && { onExchange: recordTraffic(E2E_TRAFFIC_FOLDER) }),
    ...(E2E_STRIPE_API_BASE && { stripeApiBase: E2E_STRIPE_API_BASE }),
  });
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: CHROMIUM_FLAGS,
  });
  return {
    demo,
    browser,
    stripe: stripeOn(demo.simulator),
    customerId: (key) => demo.customers.find((one) => one.key === key)?.customerId ?? '',
    open: (key, view) => openPage({ demo, browser, key, view: view ?? {} }),
    async stop() {
      await browser.close();
      await demo.stop();
    },
  };
}

interface PageOptions {
  demo: Demo;
  browser: Browser;
  key: string;
  view: View;
}

async function openPage({ demo, browser, key, view }: PageOptions): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: view.width ?? 1000, height: 900 },
    colorScheme: view.theme ?? 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // oxlint-disable-next-line no-console -- how the page tells the test
      console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
    });
  });
  const query = new URLSearchParams({
    as: key,
    lang: view.lang ?? 'en',
    theme: view.theme ?? 'auto',
  });
  await page.goto(`${demo.shopUrl}/account/billing?${query}`);
  await page.locator('billing-portal h2').first().waitFor();
  return {
    page,
    context,
    complaints,
    async close(expectedRefusals = []) {
      await context.close();
      expect(complaints.map(statusOf)).toEqual(expectedRefusals);
    },
  };
}

/** The status in Chromium's own line about a refused request; any other complaint as it is. */
function statusOf(complaint: string): number | string {
  const status = /Failed to load resource: .* status of (\d{3})/.exec(complaint)?.[1];
  return status === undefined ? complaint : Number(status);
}
