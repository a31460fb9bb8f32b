import { html, type TemplateResult } from 'lit';
import type { Portal } from '../flow.ts';
import { button, heading } from './parts.ts';

/** The bank was asked; its answer has not come through yet. */
export function checkingView({ words }: Portal): TemplateResult {
  return html`<div class="flow" aria-busy="true">
    ${heading(words.t('checking.title'))}
    <p>${words.t('checking.text')}</p>
  </div>`;
}

/** It takes longer than usual. Nothing must be paid twice. */
export function lateView(
  { words }: Portal,
  actions: { again: () => void; close: () => void },
): TemplateResult {
  return html`<div class="flow">
    ${heading(words.t('checking.late-title'))}
    <p>${words.t('checking.late-text')}</p>
    <div class="actions">
      ${button({ label: words.t('checking.again'), kind: 'primary', onClick: actions.again })}
      ${button({ label: words.t('cancel.finish'), onClick: actions.close })}
    </div>
  </div>`;
}
