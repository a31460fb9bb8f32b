import { html } from 'hono/html';
import type { Html } from './layout.ts';
import { THEMES, type ShopCustomer, type View } from './view.ts';
import { LANGUAGES, WORDS } from './words.ts';

const THEME_NAMES = { auto: 'Like the system', light: 'Light', dark: 'Dark' } as const;

/** The strip that no real shop has: chooses who is logged in and how the page looks. */
export function demoBar(options: { view: View; customers: readonly ShopCustomer[] }): Html {
  const { view, customers } = options;
  return html`<form
    class="demo-bar"
    aria-label="Demo"
    action="/account/billing"
    lang="en"
    dir="ltr"
  >
    <strong>Demo</strong>
    <label
      ><span>Signed in as</span>
      <select name="as">
        ${customers.map(({ key, name, story }) =>
          option({ value: key, text: `${name}: ${story}`, chosen: view.customer.key }),
        )}
      </select></label
    >
    <label
      ><span>Language</span>
      <select name="lang">
        ${LANGUAGES.map((value) =>
          option({ value, text: WORDS[value].name, chosen: view.language }),
        )}
      </select></label
    >
    <label
      ><span>Theme</span>
      <select name="theme">
        ${THEMES.map((value) => option({ value, text: THEME_NAMES[value], chosen: view.theme }))}
      </select></label
    >
    <button>Show</button>
  </form>`;
}

function option({ value, text, chosen }: { value: string; text: string; chosen: string }): Html {
  return html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${text}</option>`;
}
