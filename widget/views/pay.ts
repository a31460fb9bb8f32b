import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../failure.ts';
import type { PayableInvoice, Portal } from '../flow.ts';
import { methodById, methodName } from './names.ts';
import { failureNote } from './failure-note.ts';
import { button } from './parts.ts';

export interface PayView {
  invoice: PayableInvoice;
  methodId: string | null;
  isBusy: boolean;
  failure: Failure | null;
  choose: (id: string) => void;
  pay: () => void;
  add: () => void;
  close: () => void;
}

/** The last question before money moves: how much, and from which card. */
export function payView(portal: Portal, view: PayView): TemplateResult {
  const { words, format } = portal;
  const { invoice, isBusy, failure } = view;
  const amount = format.money(invoice.amountDue, invoice.currency);
  const send = (event: Event): void => {
    event.preventDefault();
    view.pay();
  };
  return html`<form class="inline-flow flow" @submit=${send} novalidate>
    <h3 data-heading tabindex="-1">${words.t('pay.title', { amount })}</h3>
    <p class="muted">${words.t('pay.text', { date: format.date(invoice.createdAt) })}</p>
    ${methodChoice(portal, view)} ${failureNote(portal, failure)}
    <div class="actions">
      ${button({
        label: words.t('action.pay-amount', { amount }),
        busyLabel: words.t('status.working'),
        kind: 'primary',
        isBusy,
      })}
      ${
        portal.settings.features.paymentMethod
          ? button({ label: words.t('methods.update'), isBusy, onClick: view.add })
          : nothing
      }
      ${button({ label: words.t('pay.not-now'), kind: 'link', isBusy, onClick: view.close })}
    </div>
  </form>`;
}

function methodChoice(portal: Portal, { methodId, choose, isBusy }: PayView) {
  const { words, overview } = portal;
  const usable = overview.paymentMethods.filter(
    ({ isExpired, id }) => !isExpired || id === methodId,
  );
  const only = usable.length > 1 ? undefined : methodById(portal, methodId);
  if (usable.length === 0) return nothing;
  if (only)
    return html`<p>${words.t('review.paid-with', { method: methodName(portal, only) })}</p>`;
  return html`<fieldset ?disabled=${isBusy}>
    <legend>${words.t('pay.with')}</legend>
    <div class="choices">
      ${usable.map(
        (method) =>
          html`<label class="choice">
            <input
              type="radio"
              name="method"
              .checked=${method.id === methodId}
              @change=${() => choose(method.id)}
            />
            <bdi>${methodName(portal, method)}</bdi>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
