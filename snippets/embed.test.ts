import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BillingBeforeEvents, BillingEvents } from '../widget/events.ts';

const ATTRIBUTES = [
  'api',
  'customer-id',
  'email',
  'hash',
  'portal',
  'subscription-id',
  'locale',
  'theme',
];

/** An event that the element does not have, or one that is left out, does not compile. */
const EVENTS: Record<keyof (BillingEvents & BillingBeforeEvents), true> = {
  'billing-ready': true,
  'billing-view': true,
  'billing-change': true,
  'billing-error': true,
  'billing-auth-required': true,
  'billing-before-plan-change': true,
  'billing-before-cancel': true,
  'billing-before-resubscribe': true,
  'billing-before-pay': true,
};

const read = (path: string): string =>
  readFileSync(new URL(`embed/${path}`, import.meta.url), 'utf8');

const html = read('html/index.html');
const react = read('react/BillingPortal.tsx');
const vue = read('vue/BillingPortal.vue');

describe('the HTML page', () => {
  const tag = /<billing-portal\s([^>]*)>/.exec(html)?.[1] ?? '';
  const attributes = [...tag.matchAll(/([^\s=]+)="/g)].map((match) => match[1]);

  it('gives the element its server, one id and the hash of it', () => {
    expect(attributes).toEqual(['api', 'customer-id', 'hash']);
  });

  it('loads the element as a module from the server that the element is told to use', () => {
    const api = /api="([^"]+)"/.exec(tag)?.[1];
    expect(html).toContain(`<script type="module" src="${api}/billing-portal.js"></script>`);
  });

  it('shows a link until the element is there', () => {
    expect(html).toMatch(
      /<billing-portal[^>]*>[^]*<a href="[^"]+">[^<]+<\/a>\s*<\/billing-portal>/,
    );
  });
});

describe('the React and Vue components', () => {
  it('take every attribute of the element, and no other', () => {
    const inReact = /interface PortalAttributes \{([^]*?)\n\}/.exec(react)?.[1] ?? '';
    const inVue = /h\('billing-portal', \{([^]*?)\n {2}\}\)/.exec(vue)?.[1] ?? '';
    expect(keysOf(inReact)).toEqual(ATTRIBUTES);
    expect(keysOf(inVue).filter((key) => !key.startsWith('on'))).toEqual(ATTRIBUTES);
  });

  it.each([
    ['React', react],
    ['Vue', vue],
  ])('listen only for events that the element sends: %s', (_, text) => {
    const events = new Set(
      [...text.matchAll(/(?:on)?(billing-[a-z-]+)/gi)].map((match) => match[1]?.toLowerCase()),
    );
    events.delete('billing-portal');
    expect([...events].filter((event) => !Object.keys(EVENTS).includes(String(event)))).toEqual([]);
    expect([...events]).toEqual(
      expect.arrayContaining(['billing-change', 'billing-auth-required']),
    );
  });
});

describe.each(Object.entries({ html, react, vue }))('the %s snippet', (_, text) => {
  it('never names a secret', () => {
    expect(text).not.toMatch(/secret|sk_|rk_|whsec_|prt_/i);
  });
});

function keysOf(block: string): string[] {
  return [...block.matchAll(/^ +'?([\w-]+)'?\??: /gm)].map((match) => String(match[1]));
}
