import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Jump } from '../time-machine.ts';
import { createShop } from './shop.ts';

const now = 1_795_000_000;
const secret = 'prt_test_an-example-that-only-this-test-knows';
const customers = [
  { key: 'monthly', name: 'Ada Osei', customerId: 'cus_Aaaaaaaa1', story: 'Pro, monthly' },
  { key: 'tricky', name: '<b>"Tom" & Co</b>', customerId: 'cus_Bbbbbbbb2', story: "O'Hara's" },
];
/** Stands where the simulator's clock would; notes the jumps, and takes a second for each. */
const jumps: [Jump, string][] = [];
const time = {
  now: () => now + jumps.length,
  nextRenewalOf: (id: string) => (id === 'cus_Aaaaaaaa1' ? now + 86_400 : null),
  async jump(to: Jump, id: string) {
    jumps.push([to, id]);
  },
};
const shop = createShop({
  customers,
  portalUrl: 'http://localhost:41401',
  stripeUrl: 'http://localhost:41402',
  secret,
  time,
});
afterEach(() => void (jumps.length = 0));
const page = async (path: string): Promise<string> => (await shop.request(path)).text();
const PAGES = ['/', '/account/billing', '/account/billing?as=tricky&lang=ar&theme=dark', '/plain'];

describe('the shop', () => {
  it('signs for the customer who is logged in, for ten minutes', async () => {
    const body = await page('/account/billing?as=tricky');
    const [, id] = /customer-id="([^"]*)"/.exec(body) ?? [];
    const [, expires, hex] = /hash="v1\.(\d+)\.([0-9a-f]{64})"/.exec(body) ?? [];
    expect(id).toBe('cus_Bbbbbbbb2');
    expect(Number(expires)).toBe(now + 600);
    const message = `v1.customer.${expires}.${id}`;
    expect(hex).toBe(createHmac('sha256', secret).update(message).digest('hex'));
  });

  it('keeps its secret', async () => {
    for (const path of PAGES) expect(await page(path)).not.toContain(secret);
  });

  it('logs the first customer in unless another is chosen, and knows no strangers', async () => {
    expect(await page('/account/billing')).toContain('customer-id="cus_Aaaaaaaa1"');
    expect((await shop.request('/account/billing?as=nobody')).status).toBe(404);
    expect((await shop.request('/as/nobody')).status).toBe(404);
    const moved = await shop.request('/as/tricky');
    expect(moved.headers.get('Location')).toBe('/account/billing?as=tricky');
  });

  it('lists every customer on the front page', async () => {
    const body = await page('/');
    for (const { key } of customers) expect(body).toContain(`/account/billing?as=${key}`);
  });

  it('shows the choices that are in force in its switcher, and keeps them in its links', async () => {
    const body = await page('/account/billing?as=tricky&lang=pt-BR&theme=dark');
    expect(body).toMatch(/<option value="tricky" selected/);
    expect(body).toMatch(/<option value="pt-BR" selected/);
    expect(body).toMatch(/<option value="dark" selected/);
    expect(body).toContain('href="/?as=tricky&amp;lang=pt-BR&amp;theme=dark"');
  });

  it('is written from right to left in Arabic, and its own strip is not', async () => {
    const body = await page('/account/billing?lang=ar');
    expect(body).toMatch(/<html lang="ar" dir="rtl"/);
    expect(body).toMatch(/<div\s+class="demo-bar"[^>]*\slang="en"\s+dir="ltr"/);
    expect(await page('/account/billing?lang=xx')).toMatch(/<html lang="en" dir="ltr"/);
  });

  it('escapes what it did not write', async () => {
    const body = await page('/account/billing?as=tricky');
    expect(body).not.toContain('<b>');
    expect(body).toContain('&lt;b&gt;');
  });
});

describe('the time in the demo bar', () => {
  const move = (body: string, headers: Record<string, string> = { Origin: 'http://localhost' }) =>
    shop.request('/time', { method: 'POST', headers, body });

  it('is the simulated one, and only who will be billed again can jump to a renewal', async () => {
    expect(await page('/')).toMatch(/<time datetime="2026-11-18T11:06:40.000Z"[^>]*>Wed,? 18 Nov/);
    const disabled = /value="renewal"\s+disabled/;
    expect(await page('/account/billing?as=monthly')).not.toMatch(disabled);
    expect(await page('/account/billing?as=tricky')).toMatch(disabled);
  });

  it('moves on for the customer who is logged in, and comes back to the same page', async () => {
    const answer = await move('as=tricky&lang=ar&theme=dark&path=%2Faccount%2Fbilling&to=renewal');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/account/billing?as=tricky&lang=ar&theme=dark');
    expect(jumps).toEqual([['renewal', 'cus_Bbbbbbbb2']]);
    expect(await page('/')).toContain('datetime="2026-11-18T11:06:41.000Z"');
  });

  it('goes only forward, to what it offers, and back only to its own pages', async () => {
    const whole = { as: 'monthly', lang: 'en', theme: 'auto', path: '/', to: 'day' };
    const strange = { as: 'nobody', path: '//evil.example', to: 'yesterday' };
    for (const [name, value] of Object.entries(strange)) {
      const body = new URLSearchParams({ ...whole, [name]: value }).toString();
      expect((await move(body)).status, name).toBe(400);
    }
    expect(jumps).toEqual([]);
  });

  it('is nothing that another site could move', async () => {
    for (const headers of [{}, { Origin: 'http://evil.example' }, { Origin: 'null' }]) {
      expect((await move('as=monthly&path=%2F&to=day', headers)).status).toBe(403);
    }
    expect(jumps).toEqual([]);
  });
});

describe('every page of the shop', () => {
  it.each(PAGES)('%s forbids all but itself, the portal and the stand-in', async (path) => {
    const policy = (await shop.request(path)).headers.get('Content-Security-Policy');
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' http://localhost:41401 http://localhost:41402",
      "style-src 'self'",
      'connect-src http://localhost:41401 http://localhost:41402',
      'frame-src http://localhost:41402',
      "img-src 'self' data:",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it.each(PAGES)('%s is stored nowhere', async (path) => {
    expect((await shop.request(path)).headers.get('Cache-Control')).toBe('no-store');
  });

  it.each(PAGES)('%s has no inline script, style or handler', async (path) => {
    expect(await page(path)).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
  });

  it('has a style sheet and an icon', async () => {
    // Empty? Vitest blanks style sheets, `?raw` ones too, unless its config says `css: true`.
    expect((await page('/shop.css')).length).toBeGreaterThan(500);
    expect((await page('/icon.svg')).startsWith('<svg')).toBe(true);
  });
});
