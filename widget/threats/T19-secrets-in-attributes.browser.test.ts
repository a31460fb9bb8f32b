import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../index.ts';
import { FakePortal } from '../testing/fake-portal.ts';

const server = new FakePortal();
const warnings: string[] = [];
beforeEach(() => {
  vi.stubGlobal('fetch', server.fetch);
  vi.spyOn(console, 'warn').mockImplementation((text: string) => void warnings.push(text));
});
afterEach(() => {
  document.body.replaceChildren();
  server.calls.length = warnings.length = 0;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const SECRETS = [
  'sk_test_4eC39HqLyjWDarjtT1zdp7dc',
  'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
  'rk_test_4eC39HqLyjWDarjtT1zdp7dc',
  'rk_live_4eC39HqLyjWDarjtT1zdp7dc',
  'whsec_4eC39HqLyjWDarjtT1zdp7dc',
  'prt_test_4eC39HqLyjWDarjtT1zdp7dc4eC39HqLyjWDarjtT1zd',
  ' prt_live_4eC39HqLyjWDarjtT1zdp7dc4eC39HqLyjWDarjtT1zd',
];
const ATTRIBUTES = ['hash', 'secret', 'data-secret', 'api-key', 'portal', 'email', 'class'];
const CASES = ATTRIBUTES.flatMap((name) => SECRETS.map((secret) => [name, secret] as const));

function element(attributes: Record<string, string>): HTMLElement {
  const portal = document.createElement('billing-portal');
  const all = { api: 'https://api.example', 'customer-id': 'cus_1', hash: 'abc', ...attributes };
  for (const [name, value] of Object.entries(all)) portal.setAttribute(name, value);
  return portal;
}

describe('T19 a secret in an attribute', () => {
  it('is refused and warned of, in whatever attribute, and never sent or repeated', async () => {
    for (const [name, secret] of CASES) document.body.append(element({ [name]: secret }));
    await vi.waitFor(() => expect(warnings).toHaveLength(CASES.length), 5000);
    expect(server.calls).toEqual([]);
    for (const [, secret] of CASES) {
      expect(warnings.join('\n')).not.toContain(secret.trim());
    }
    expect(warnings[0]).toContain('holds a secret');
    for (const portal of document.querySelectorAll('billing-portal')) {
      expect(portal.shadowRoot?.textContent).toContain('not set up yet');
    }
  });

  it('is refused as a property too', async () => {
    const portal = document.createElement('billing-portal');
    Object.assign(portal, { api: 'https://api.example', email: 'a@b.c', hash: SECRETS[0] });
    document.body.append(portal);
    await vi.waitFor(() => expect(warnings).toHaveLength(1), 5000);
    expect(server.calls).toEqual([]);
  });

  it('is not seen where there is none', async () => {
    document.body.append(element({ class: 'risk_testing task_live desk_test' }));
    await vi.waitFor(() => expect(server.calls).toHaveLength(1));
  });
});
