import { afterEach, describe, expect, it, vi } from 'vitest';
import './index.ts';
import { FakePortal } from './testing/fake-portal.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function load(times: number): Promise<void> {
  vi.stubGlobal('fetch', new FakePortal().fetch);
  // The module itself is there already; only the upgrade is looked at here.
  vi.stubGlobal('reportError', () => undefined);
  for (let time = 0; time < times; time += 1)
    await import(/* @vite-ignore */ `${new URL('./loader.ts', import.meta.url).href}?${time}`);
}

describe('embed.js', () => {
  it('turns placeholders into elements, once, however often it is included', async () => {
    document.body.innerHTML =
      '<div data-billing-portal data-customer-id="cus_1" data-hash="abc" data-api="https://api.example"></div>';
    await load(2);
    const [portal, ...others] = document.querySelectorAll('billing-portal');
    expect(others).toHaveLength(0);
    expect(portal?.getAttribute('customer-id')).toBe('cus_1');
    expect(portal?.getAttribute('api')).toBe('https://api.example');
    expect(document.querySelector('[data-billing-portal]:not(html)')).toBeNull();
  });

  it('finds placeholders that come later', async () => {
    await load(1);
    const late = document.createElement('div');
    late.dataset['billingPortal'] = '';
    late.dataset['customerId'] = 'cus_2';
    document.body.append(late);
    await vi.waitFor(() =>
      expect(document.querySelector('billing-portal')?.customerId).toBe('cus_2'),
    );
  });
});
