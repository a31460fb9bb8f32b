import { html, nothing, type TemplateResult } from 'lit';
import type { Subscription } from '../../contract/billing.ts';
import { CANCEL_REASONS } from '../../contract/portal.ts';
import type { CancelAnswer, CancelState } from '../cancel-flow.ts';
import type { Portal } from '../flow.ts';
import { planNames } from './names.ts';
import { failureNote } from './failure-note.ts';
import { button, heading } from './parts.ts';

interface Shown {
  subscription: Subscription;
  state: CancelState;
  close: () => void;
}

/** What happens and when; an optional question; two buttons of the same weight. */
export function cancelView(
  portal: Portal,
  view: Shown & { answer: (answer: Partial<CancelAnswer>) => void; confirm: () => void },
): TemplateResult {
  const { words, settings } = portal;
  const { subscription, state } = view;
  const isBusy = state.kind === 'sending';
  const send = (event: Event): void => {
    event.preventDefault();
    view.confirm();
  };
  return html`<form class="flow" @submit=${send} novalidate>
    ${heading(words.t('cancel.title', { plan: planNames(portal, subscription.items) }))}
    <p>${whatHappens(portal, subscription)}</p>
    ${droppedChange(portal, subscription)}
    ${settings.features.askReason ? question(portal, state, view.answer) : nothing}
    ${state.kind === 'asking' ? failureNote(portal, state.failure) : nothing}
    <div class="actions equal">
      ${button({
        label:
          state.kind === 'asking' && state.failure
            ? words.t('action.try-again')
            : words.t('cancel.confirm'),
        busyLabel: words.t('status.working'),
        kind: 'danger',
        isBusy,
      })}
      ${button({ label: words.t('cancel.keep'), isBusy, onClick: view.close })}
    </div>
  </form>`;
}

/** It is done: until when it runs, and one click to take it back. */
export function cancelDoneView(portal: Portal, view: Shown & { undo: () => void }): TemplateResult {
  const { words, format } = portal;
  const { subscription, state } = view;
  const plan = planNames(portal, subscription.items);
  const endsAt = 'endsAt' in state ? state.endsAt : null;
  const isBusy = state.kind === 'undoing';
  return html`<div class="flow">
    ${heading(words.t('cancel.done-title'))}
    <p>
      ${
        endsAt === null
          ? words.t('cancel.done-at-once', { plan })
          : words.t('cancel.done-at-end', { plan, date: format.date(endsAt) })
      }
    </p>
    ${state.kind === 'done' ? failureNote(portal, state.failure) : nothing}
    <div class="actions">
      ${button({
        label: words.t('cancel.finish'),
        kind: 'primary',
        isBusy,
        onClick: view.close,
      })}
      ${
        subscription.allowedActions.includes('keep')
          ? button({
              label: words.t('cancel.undo'),
              busyLabel: words.t('status.working'),
              isBusy,
              onClick: view.undo,
            })
          : nothing
      }
    </div>
  </div>`;
}

function whatHappens({ words, format }: Portal, subscription: Subscription): string {
  const { cancelEffective, cancelEffectiveAt } = subscription;
  return cancelEffective === 'now' || cancelEffectiveAt === null
    ? words.t('cancel.at-once')
    : words.t('cancel.at-end', { date: format.date(cancelEffectiveAt) });
}

function droppedChange(portal: Portal, { scheduledChange }: Subscription) {
  if (!scheduledChange) return nothing;
  const plan = planNames(portal, scheduledChange.items);
  return html`<p>${portal.words.t('cancel.drops-change', { plan })}</p>`;
}

function question(
  { words }: Portal,
  state: CancelState,
  answer: (answer: Partial<CancelAnswer>) => void,
): TemplateResult {
  const given = state.kind === 'asking' || state.kind === 'sending' ? state.answer : null;
  return html`<fieldset>
      <legend>${words.t('cancel.reason-legend')}</legend>
      <div class="choices">
        ${CANCEL_REASONS.map(
          (reason) =>
            html`<label class="choice">
              <input
                type="radio"
                name="reason"
                value=${reason}
                .checked=${given?.reason === reason}
                @change=${() => answer({ reason })}
              />
              ${words.t(`cancel.reason.${reason}`)}
            </label>`,
        )}
      </div>
    </fieldset>
    <label class="field">
      <span>${words.t('cancel.comment')}</span>
      <textarea
        class="input"
        part="input"
        rows="3"
        maxlength="1000"
        .value=${given?.comment ?? ''}
        @input=${(event: Event) => {
          if (event.target instanceof HTMLTextAreaElement) answer({ comment: event.target.value });
        }}
      ></textarea>
    </label>`;
}
