import { html } from 'hono/html';
import type { Html, PagePath } from './layout.ts';
import { timeForm, type DemoTime } from './time-form.ts';
import { THEMES, type ShopCustomer, type View } from './view.ts';
import { LANGUAGES, WORDS } from './words.ts';

const THEME_NAMES = { auto: 'Like the system', light: 'Light', dark: 'Dark' } as const;

export interface DemoBarOptions {
  view: View;
  customers: readonly ShopCustomer[];
  /** The page that the bar stands on, and comes back to. */
  path: PagePath;
  time: DemoTime;
}

/** The strip that no real shop has: who is logged in, how the page looks, and what time it is. */
export function demoBar(options: DemoBarOptions): Html {
  return html`<div class="demo-bar" lang="en" dir="ltr">
    ${viewForm(options)} ${timeForm(options)}
  </div>`;
}

function viewForm({ view, customers }: DemoBarOptions): Html {
  return html`<form aria-label="Demo" action="/account/billing">
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
