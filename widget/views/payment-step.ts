import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentStep } from '../flows/payment-step.ts';
import type { Portal } from '../flow.ts';
import { failureNote } from './failure-note.ts';
import { button, heading } from './parts.ts';

/** Stripe's form sits in the slot, in the page's own DOM: it refuses to live in a shadow root. */
export function paymentStepView(portal: Portal, step: PaymentStep): TemplateResult {
  const { words } = portal;
  const { state, options } = step;
  const send = (event: Event): void => {
    event.preventDefault();
    step.submit();
  };
  const failure = 'failure' in state ? state.failure : null;
  const isFailed = state.kind === 'unavailable' || state.kind === 'unconfirmed';
  const hasForm = !isFailed && !options.setupIntentId;
  return html`<form class="flow" @submit=${send} novalidate>
    ${heading(words.t('methods.add-title'))}
    <p class="muted">${options.hint}</p>
    ${failureNote(portal, failure, isFailed ? { onClick: () => step.submit() } : undefined)}
    <div
      class="payment"
      aria-busy=${state.kind === 'loading' ? 'true' : 'false'}
      ?hidden=${!hasForm}
    >
      ${
        state.kind === 'loading'
          ? html`<p class="muted late">${words.t('methods.loading-form')}</p>`
          : nothing
      }
      <h3 class="small muted">${words.t('methods.form')}</h3>
      <slot name="payment"></slot>
    </div>
    <div class="actions">
      ${
        isFailed
          ? nothing
          : button({
              label: words.t('methods.save'),
              busyLabel:
                state.kind === 'saving' ? words.t('status.working') : words.t('methods.save'),
              kind: 'primary',
              isBusy: state.kind !== 'open',
            })
      }
      ${button({
        label: words.t('action.back'),
        isBusy: state.kind === 'saving',
        onClick: options.onBack,
      })}
    </div>
  </form>`;
}
