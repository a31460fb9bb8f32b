import { html, nothing, type TemplateResult } from 'lit';
import type { Invoice, InvoiceStatus } from '../../contract/billing.ts';
import { triggerKey, type FlowRequest, type Portal } from '../flow.ts';
import { openTab } from '../open-tab.ts';
import { INVOICES_END } from '../invoice-pages.ts';
import type { MoreInvoices } from '../portal-state.ts';
import { badge, button, failureNote, startButton, type Tone } from './parts.ts';
import type { IconName } from './icons.ts';

const LOOKS: Record<InvoiceStatus, [Tone, IconName]> = {
  paid: ['good', 'check'],
  open: ['warn', 'clock'],
  void: ['plain', 'end'],
  uncollectible: ['bad', 'alert'],
};

/** Every invoice, the newest first: a table where there is room, else one card each. */
export function invoices(portal: Portal, more: MoreInvoices): TemplateResult {
  const { words, overview } = portal;
  const { data, nextCursor } = overview.invoices;
  return html`<section aria-labelledby="invoices" part="invoices">
    <h2 id="invoices" class="title" part="heading">${words.t('invoices.title')}</h2>
    ${data.length ? table(portal, data) : html`<p class="muted">${words.t('invoices.none')}</p>`}
    ${
      more.kind === 'failed'
        ? failureNote(portal, more.failure, { onClick: () => portal.loadMoreInvoices() })
        : nothing
    }
    ${
      more.kind === 'end'
        ? html`<p class="muted" data-key=${INVOICES_END} tabindex="-1">
            ${words.t('invoices.all-loaded')}
          </p>`
        : nothing
    }
    ${
      nextCursor !== null && more.kind !== 'failed'
        ? html`<div class="actions">
            ${button({
              label: words.t('invoices.more'),
              busyLabel: words.t('status.working'),
              isBusy: more.kind === 'loading',
              onClick: () => portal.loadMoreInvoices(),
            })}
          </div>`
        : nothing
    }
  </section>`;
}

function table(portal: Portal, data: Invoice[]): TemplateResult {
  const { words } = portal;
  const columns = ['date', 'number', 'description', 'amount', 'status', 'actions'] as const;
  return html`<table class="card" role="table" aria-labelledby="invoices">
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          (name) =>
            html`<th role="columnheader" scope="col" class=${name}>
              ${words.t(`invoices.${name}`)}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${data.map((invoice) => invoiceRow(portal, invoice))}
    </tbody>
  </table>`;
}

function invoiceRow(portal: Portal, invoice: Invoice): TemplateResult {
  const { words, format } = portal;
  const { id, number, status, createdAt, description, total, currency } = invoice;
  const flow = portal.flowAt(`invoice:${id}`);
  return html`<tr role="row" part="invoice">
      <td role="cell" class="date">${format.date(createdAt)}</td>
      <td role="cell" class="number muted"><bdi>${number ?? ''}</bdi></td>
      <td role="cell" class="description"><bdi>${description ?? ''}</bdi></td>
      <td role="cell" class="amount">${format.money(total, currency)}</td>
      <td role="cell" class="status">${badge(words.t(`invoices.${status}`), ...LOOKS[status])}</td>
      <td role="cell" class="actions">${rowActions(portal, invoice)}</td>
    </tr>
    ${
      flow
        ? html`<tr role="row" class="inline">
            <td role="cell" colspan="6">${flow.render()}</td>
          </tr>`
        : nothing
    }`;
}

function rowActions(portal: Portal, invoice: Invoice): TemplateResult {
  const { words } = portal;
  const { id, canPay } = invoice;
  const number = invoice.number ?? words.t('invoices.no-number');
  const link = (document: 'hosted' | 'pdf') => {
    const name = document === 'pdf' ? 'download' : 'view';
    const request = { name: 'open-invoice', invoiceId: id, document, tab: null } as const;
    return button({
      label: words.t(`invoices.${name}`),
      name: words.t(`invoices.${name}-name`, { number }),
      kind: 'link',
      key: triggerKey(request),
      isBusy: portal.isStarting(request),
      busyLabel: words.t('invoices.opening'),
      onClick: () => portal.open({ ...request, tab: openTab() }),
    });
  };
  const pay = startButton(portal, payRequest(portal, invoice), {
    label: words.t('action.pay-now'),
    name: words.t('invoices.pay-name', { number }),
    kind: 'link',
  });
  return html`${canPay ? pay : nothing} ${link('hosted')} ${link('pdf')}`;
}

function payRequest({ overview }: Portal, invoice: Invoice): FlowRequest {
  const subscription = overview.subscriptions.find(({ id }) => id === invoice.subscriptionId);
  const fallback = overview.paymentMethods.find(({ isDefault }) => isDefault)?.id ?? null;
  const { id, amountDue, currency, createdAt } = invoice;
  const paymentMethodId = subscription?.paymentMethodId ?? fallback;
  return {
    name: 'pay-invoice',
    place: `invoice:${id}`,
    invoice: { id, amountDue, currency, createdAt, paymentMethodId },
  };
}
