import { html, type TemplateResult } from 'lit';
import type { Failure } from '../failure.ts';
import type { Portal } from '../flow.ts';
import { failureNote } from './failure-note.ts';
import { button, heading } from './parts.ts';

/** A step of a flow that has nothing to show yet, or could not get it. */
export function waitView(
  portal: Portal,
  view: {
    title: string;
    text: string;
    failure?: Failure;
    retry?: () => void;
    close: () => void;
  },
): TemplateResult {
  const { title, text, failure, retry, close } = view;
  return html`<div class="flow" aria-busy=${failure ? 'false' : 'true'}>
    ${heading(title)}
    ${
      failure
        ? failureNote(portal, failure, retry && { onClick: retry })
        : html`<p class="muted late">${text}</p>
            <div class="skeleton late" aria-hidden="true">
              <span class="bar long"></span><span class="bar long"></span>
            </div>`
    }
    <div class="actions">${button({ label: portal.words.t('action.back'), onClick: close })}</div>
  </div>`;
}
