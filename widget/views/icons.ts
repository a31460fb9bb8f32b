import { html, svg, type TemplateResult } from 'lit';

const PATHS = {
  check: 'M3 8.5l3.5 3.5L13 5',
  clock: 'M8 4.5V8l2.5 1.5M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z',
  alert: 'M8 5v4m0 2.2v.3M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
  pause: 'M6 4v8m4-8v8',
  end: 'M4.5 4.5l7 7m0-7l-7 7',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: a word always stands beside it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    ${svg`<path d=${PATHS[name]} />`}
  </svg>`;
}
