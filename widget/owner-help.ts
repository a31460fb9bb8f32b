import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from './failure.ts';
import type { Portal } from './flow.ts';
import type { SetupFault } from './setup.ts';

/** Tells the site owner in the console what is missing. */
export function warnOfFault(fault: SetupFault): void {
  if (fault === 'secret')
    warn(
      'an attribute holds a secret, so nothing was sent. Everybody can read it there: replace it, keep the new one on your server, and give the page only a hash',
    );
  else warn(`set the attribute ${NAMES[fault]}`);
}

/** Tells the developer what the customer can do nothing about. */
export function warnOfFailure(failure: Failure): void {
  if (failure.kind !== 'problem') return;
  const { code, title, detail = '' } = failure.problem;
  if (code === 'invalid-identity' || code === 'origin-not-allowed') warn(`${title}. ${detail}`);
}

/** Shown in place of the portal while something is missing. */
export function setupScreen({ words }: Pick<Portal, 'words'>, fault: SetupFault): TemplateResult {
  return html`<h2 class="title" part="heading">${words.t('setup.title')}</h2>
    <p>
      ${
        fault === 'customer'
          ? words.t('setup.missing-customer')
          : fault === 'secret'
            ? nothing
            : words.t('setup.missing', { attribute: fault })
      }
    </p>`;
}

const NAMES: Record<Exclude<SetupFault, 'secret'>, string> = {
  api: 'api',
  hash: 'hash',
  customer: 'customer-id or email, one of them',
};

function warn(text: string): void {
  // oxlint-disable-next-line no-console -- for the site owner, and only while something is not set up
  console.warn(`<billing-portal>: ${text}`);
}
