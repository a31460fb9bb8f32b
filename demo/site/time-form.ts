import { html } from 'hono/html';
import type { Jump } from '../time-machine.ts';
import type { Html, PagePath } from './layout.ts';
import type { View } from './view.ts';

/** What the demo's visitor sees of the simulated time. */
export interface DemoTime {
  /** Unix seconds. */
  now: number;
  /** Whether the customer has a subscription that will end a period. */
  hasRenewal: boolean;
}

/** Moves the simulated time on, without a script: the page is loaded anew at the new time. */
export function timeForm(options: { view: View; path: PagePath; time: DemoTime }): Html {
  const { view, path, time } = options;
  const iso = new Date(time.now * 1000).toISOString();
  return html`<form class="time" aria-label="Time" action="/time" method="post">
    <input type="hidden" name="as" value="${view.customer.key}" />
    <input type="hidden" name="lang" value="${view.language}" />
    <input type="hidden" name="theme" value="${view.theme}" />
    <input type="hidden" name="path" value="${path}" />
    <time datetime="${iso}" title="The simulated time, in UTC"
      >${DATE.format(time.now * 1000)}</time
    >
    ${jumpButton('day', 'Next day')} ${jumpButton('month', 'Next month')}
    ${jumpButton('renewal', 'Jump to renewal', !time.hasRenewal)}
  </form>`;
}

const DATE = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

function jumpButton(to: Jump, text: string, isDisabled = false): Html {
  return html`<button name="to" value="${to}" ${isDisabled ? html`disabled` : ''}>${text}</button>`;
}
