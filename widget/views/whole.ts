import { html, type TemplateResult } from 'lit';
import type { PortalScreen } from '../flow.ts';
import type { PortalState } from '../portal-state.ts';
import { overview } from './overview.ts';
import { button, heading, note } from './parts.ts';

/** The screen for each state of the portal. */
export function whole(portal: PortalScreen, state: PortalState, retry: () => void): TemplateResult {
  const { words } = portal;
  switch (state.kind) {
    case 'loading':
      return skeleton();
    case 'ready':
      return overview(portal, state);
    case 'failed':
      return html`${heading(words.t('failure.load-title'))}
      ${note(
        'bad',
        `${words.t(`failure.${state.fault}`)} ${words.t('failure.money-no')}`,
        button({ label: words.t('action.try-again'), onClick: retry }),
      )}`;
    case 'notice':
      return html`${state.render()}`;
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

export function testModeBadge({ words }: PortalScreen): TemplateResult {
  return html`<p class="small muted test" part="test-mode">
    <span class="badge warn">${words.t('badge.test-mode')}</span> ${words.t('test-mode.hint')}
  </p>`;
}
