import { html, type TemplateResult } from 'lit';

export type Tone = 'good' | 'info' | 'warn' | 'bad' | 'plain';

const ALERT = 'M8 5v4m0 2.2v.3M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z';

const PATHS: Record<Tone, string> = {
  good: 'M3 8.5l3.5 3.5L13 5',
  info: 'M8 4.5V8l2.5 1.5M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z',
  warn: ALERT,
  bad: ALERT,
  plain: 'M6 8a2 2 0 1 1 4 0 2 2 0 0 1-4 0z',
};

/** Decoration only: a word always stands beside it. */
export function icon(tone: Tone): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d=${PATHS[tone]} />
  </svg>`;
}
