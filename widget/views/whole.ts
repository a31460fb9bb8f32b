import { html, type TemplateResult } from 'lit';
import type { Portal } from '../flow.ts';
import type { PortalState, SetupFault } from '../portal-state.ts';
import { overview } from './overview.ts';
import { button, failureNote, heading } from './parts.ts';

/** The screen for each state of the portal. */
export function whole(portal: Portal, state: PortalState, retry: () => void): TemplateResult {
  const { words } = portal;
  switch (state.kind) {
    case 'loading':
      return skeleton();
    case 'ready':
      return overview(portal, state);
    case 'failed':
      return html`${heading(words.t('failure.load-title'))}
      ${failureNote(portal, state.failure, { onClick: retry })}`;
    case 'signed-out':
      return html`${heading(words.t('ended.title'))}
        <p>${words.t('ended.text')}</p>
        <div class="actions">
          ${button({ label: words.t('action.reload'), kind: 'primary', onClick: retry })}
        </div>`;
    case 'misconfigured':
      return html`<div class="late">
        <h2 class="title" part="heading">${words.t('setup.title')}</h2>
        <p>${setupText(portal, state.fault)}</p>
      </div>`;
  }
}

/** As high as the overview of one subscription, so that nothing jumps when it comes. */
function skeleton(): TemplateResult {
  const bars = (names: string[]) => names.map((name) => html`<span class="bar ${name}"></span>`);
  return html`<div class="skeleton late" aria-hidden="true">
    ${bars(['title'])}
    <div class="card">${bars(['plan', 'long', 'long', 'button'])}</div>
    ${bars(['title'])}
    <div class="card">${bars(['long'])}</div>
    ${bars(['title'])}
    <div class="card">${bars(['long', 'long', 'long'])}</div>
  </div>`;
}

function setupText({ words }: Portal, fault: SetupFault): string {
  return fault === 'customer'
    ? words.t('setup.missing-customer')
    : words.t('setup.missing', { attribute: fault });
}

export function testModeBadge({ words }: Portal): TemplateResult {
  return html`<p class="small muted test" part="test-mode">
    <span class="badge warn">${words.t('badge.test-mode')}</span> ${words.t('test-mode.hint')}
  </p>`;
}
