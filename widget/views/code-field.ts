import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../failure.ts';
import type { Portal } from '../flow.ts';
import { failureText } from './failure-note.ts';
import { button } from './parts.ts';

export interface CodeFieldView {
  text: string;
  isBusy: boolean;
  failure: Failure | null;
  type: (text: string) => void;
  apply: () => void;
  close: () => void;
}

/** One field for a promotion code; what is wrong with it stands right below. */
export function codeField(portal: Portal, view: CodeFieldView): TemplateResult {
  const { words } = portal;
  const { text, isBusy, failure } = view;
  const send = (event: Event): void => {
    event.preventDefault();
    view.apply();
  };
  return html`<form class="inline-flow field" @submit=${send} novalidate>
    <label for="code">${words.t('code.label')}</label>
    <div class="beside">
      <input
        id="code"
        class="input"
        part="input"
        data-heading
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        maxlength="100"
        .value=${text}
        aria-invalid=${failure ? 'true' : nothing}
        aria-describedby=${failure ? 'code-problem' : nothing}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) view.type(event.target.value);
        }}
      />
      ${button({
        label: words.t('code.apply'),
        busyLabel: words.t('status.working'),
        kind: 'primary',
        isBusy,
      })}
      ${button({ label: words.t('action.back'), isBusy, onClick: view.close })}
    </div>
    ${
      failure
        ? html`<p id="code-problem" class="wrong">${failureText(portal, failure)}</p>`
        : nothing
    }
  </form>`;
}
