import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../failure.ts';
import { triggerKey, type FlowRequest, type Portal } from '../flow.ts';
import { en } from '../i18n/locales/en.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { icon, type IconName } from './icons.ts';

export interface ButtonOptions {
  label: string;
  kind?: 'primary' | 'danger' | 'plain' | 'link';
  /** Keeps the focus and ignores clicks; shows `busyLabel` if there is one. */
  isBusy?: boolean;
  busyLabel?: string;
  /** What a screen reader hears instead of the label, where the label alone says too little. */
  name?: string;
  key?: string;
  /** Left out for the button that sends its form. */
  onClick?: () => void;
}

export function button(options: ButtonOptions): TemplateResult {
  const { label, kind = 'plain', isBusy = false, busyLabel, name, key, onClick } = options;
  const click = (event: Event): void => {
    if (isBusy) event.preventDefault();
    else onClick?.();
  };
  return html`<button
    type=${onClick ? 'button' : 'submit'}
    class="button ${kind}"
    part=${kind === 'plain' ? 'button' : `button button-${kind}`}
    data-key=${key ?? nothing}
    aria-disabled=${isBusy ? 'true' : nothing}
    aria-label=${isBusy ? nothing : (name ?? nothing)}
    @click=${click}
  >
    ${isBusy ? (busyLabel ?? label) : label}
  </button>`;
}

/** A button that starts a flow; the focus comes back to it when the flow ends. */
export function startButton(
  portal: Portal,
  request: FlowRequest,
  options: Omit<ButtonOptions, 'onClick' | 'key' | 'isBusy'>,
): TemplateResult {
  return button({
    ...options,
    key: triggerKey(request),
    isBusy: portal.isStarting(request),
    onClick: () => portal.open(request),
  });
}

export type Tone = 'good' | 'info' | 'warn' | 'bad' | 'plain';

/** A status in words, with an icon: never by colour alone. */
export function badge(label: string, tone: Tone, name: IconName): TemplateResult {
  return html`<span class="badge ${tone}" part="badge">${icon(name)}${label}</span>`;
}

/** A message in a tinted box, with what can be done about it. */
export function note(tone: Tone, text: unknown, actions: unknown = nothing): TemplateResult {
  const name = NOTE_ICONS[tone];
  return html`<div class="note ${tone}" part="note">
    ${icon(name)}
    <div>${text}</div>
    ${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}
  </div>`;
}

const NOTE_ICONS: Record<Tone, IconName> = {
  good: 'check',
  info: 'clock',
  plain: 'clock',
  warn: 'alert',
  bad: 'alert',
};

/** What happened, whether money moved, how to go on, and what to quote to support. */
export function failureNote(
  portal: Pick<Portal, 'words'>,
  failure: Failure | null,
  retry?: { onClick: () => void; isBusy?: boolean; label?: string },
): TemplateResult | typeof nothing {
  if (!failure) return nothing;
  const { words } = portal;
  const reference = failure.kind === 'problem' ? failure.problem.requestId : '';
  const text = html`<p>${failureText(portal, failure)}</p>
    ${reference ? html`<p class="small muted">${words.t('failure.reference', { reference })}</p>` : nothing}`;
  const again = retry && button({ label: words.t('action.try-again'), ...retry });
  return note('bad', text, again ?? nothing);
}

/** The same in one line, for screen readers and for a field. */
export function failureText({ words }: Pick<Portal, 'words'>, failure: Failure): string {
  if (failure.kind === 'message') return failure.text;
  if (failure.kind === 'code') return words.t('failure.code');
  const what =
    failure.kind === 'connection'
      ? words.t(`failure.${failure.fault}`)
      : words.t(problemKey(failure.problem));
  return failure.money === 'said' ? what : `${what} ${words.t(`failure.money-${failure.money}`)}`;
}

function problemKey({ code, reason }: Extract<Failure, { kind: 'problem' }>['problem']): PlainKey {
  const key: PlainKey = reason ? `payment-failure.${reason}` : `problem.${code}`;
  // A newer server may know problems that this widget has no words for.
  return key in en ? key : 'problem.internal';
}

type PlainKey = Extract<MessageKey, `problem.${string}` | `payment-failure.${string}`>;

/** The heading that takes the focus when its view opens. */
export function heading(text: string): TemplateResult {
  return html`<h2 class="title" part="heading" data-heading tabindex="-1">${text}</h2>`;
}

/** One line of a summary: what it is, and what it is now. */
export function row(label: string, value: unknown): TemplateResult {
  return html`<div class="row">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}
