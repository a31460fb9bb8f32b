import { html, nothing, type TemplateResult } from 'lit';
import type { Invoice, InvoiceStatus } from '../../contract/billing.ts';
import { triggerKey, type FlowRequest, type PortalScreen } from '../flow.ts';
import { openTab } from '../open-tab.ts';
import { badge, button, startButton } from './parts.ts';
import type { Tone } from './icons.ts';

const TONES: Record<InvoiceStatus, Tone> = {
  paid: 'good',
  open: 'warn',
  void: 'plain',
  uncollectible: 'bad',
};

const MORE: FlowRequest = { name: 'load-invoices', place: 'invoices' };

/** Every invoice, the newest first: a table where there is room, else one card each. */
export function invoices(portal: PortalScreen): TemplateResult {
  const { words, overview } = portal;
  const { data, nextCursor } = overview.invoices;
  return html`<section aria-labelledby="invoices" part="invoices">
    <h2 id="invoices" class="title" part="heading">${words.t('invoices.title')}</h2>
    ${data.length ? table(portal, data) : html`<p class="muted">${words.t('invoices.none')}</p>`}
    ${portal.flowAt('invoices')?.render()}
    ${
      nextCursor === null
        ? nothing
        : html`<div class="actions">
            ${startButton(portal, MORE, {
              label: words.t('invoices.more'),
              busyLabel: words.t('status.working'),
            })}
          </div>`
    }
  </section>`;
}

function table(portal: PortalScreen, data: Invoice[]): TemplateResult {
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

function invoiceRow(portal: PortalScreen, invoice: Invoice): TemplateResult {
  const { words, format } = portal;
  const { id, number, status, createdAt, description, total, currency } = invoice;
  const flow = portal.flowAt(`invoice:${id}`);
  return html`<tr role="row" part="invoice">
      <td role="cell" class="date">${format.dateAs(createdAt, { dateStyle: 'medium' })}</td>
      <td role="cell" class="number muted"><bdi>${number ?? ''}</bdi></td>
      <td role="cell" class="description"><bdi>${description ?? ''}</bdi></td>
      <td role="cell" class="amount">${format.money(total, currency)}</td>
      <td role="cell" class="status">${badge(words.t(`invoices.${status}`), TONES[status])}</td>
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

function rowActions(portal: PortalScreen, invoice: Invoice): TemplateResult {
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
  const pay = startButton(
    portal,
    { name: 'pay-invoice', place: `invoice:${id}`, invoice },
    {
      label: words.t('action.pay-now'),
      name: words.t('invoices.pay-name', { number }),
      kind: 'link',
    },
  );
  const documents = html`<span class="documents">${link('hosted')} ${link('pdf')}</span>`;
  return html`${canPay ? pay : nothing} ${documents}`;
}
