import { html, nothing, type TemplateResult } from 'lit';
import { triggerKey, type FlowRequest, type PortalScreen } from '../flow.ts';
import { icon, type Tone } from './icons.ts';

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
  portal: PortalScreen,
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

/** A status in words, with an icon: never by colour alone. */
export function badge(label: string, tone: Tone): TemplateResult {
  return html`<span class="badge ${tone}" part="badge">${icon(tone)}${label}</span>`;
}

/** A message in a tinted box, with what can be done about it. */
export function note(tone: Tone, text: unknown, actions: unknown = nothing): TemplateResult {
  return html`<div class="note ${tone}" part="note">
    ${icon(tone)}
    <div>${text}</div>
    ${actions === nothing ? nothing : html`<div class="actions">${actions}</div>`}
  </div>`;
}

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
