import { announce } from '../events/announce.ts';
import type { World } from '../core/world.ts';
import { liveCustomer } from '../customers/customer.ts';
import { ownPaymentMethod } from '../payments/attach.ts';
import { cleared, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { setAdvance } from './draft-hour.ts';
import { finalizeInvoice } from './finalize.ts';
import type { Invoice } from './invoice.ts';
import { pendingItems } from './invoice-item.ts';
import { draftInvoice } from './issue.ts';
import type { InvoiceCreate, InvoiceUpdate } from './manual-params.ts';

const DAY = 86_400;

/**
 * A draft by hand. It takes what waits for the customer only when it is told to, and goes its way
 * by itself only with `auto_advance`.
 * @see https://docs.stripe.com/api/invoices/create
 */
export function createInvoice(world: World, params: InvoiceCreate): Invoice {
  const customer = liveCustomer(world, params.customer, 'customer');
  const now = world.clock.now();
  const waiting = world.store.invoiceItems
    .where('customer', customer.id)
    .find((item) => item.invoice === null && item.line.subscription === null);
  const currency = params.currency ?? customer.currency ?? waiting?.currency ?? 'usd';
  const takesPending = params.pending_invoice_items_behavior === 'include';
  const scope = { customer: customer.id, subscription: null, currency };
  if (takesPending && pendingItems(world, scope).length === 0) {
    throw refuse('Nothing to invoice for customer', 'customer', 'invoice_no_customer_line_items');
  }
  const draft = draftInvoice(world, {
    ...scope,
    lines: [],
    discounts: [],
    reason: 'manual',
    prorationAt: null,
    period: { start: now, end: now },
    takesPending,
    metadata: mergeMetadata({}, params.metadata),
  });
  const settings = settingsOf(world, draft, params);
  world.store.invoices.update(draft.id, settings);
  return setAdvance(world, draft.id, params.auto_advance ?? false);
}

/** Drafts can be changed; afterwards only what costs nothing. */
export function updateInvoice(world: World, id: string, params: InvoiceUpdate): Invoice {
  const invoice = world.store.invoices.get(id);
  const fixed = [
    'collection_method',
    'days_until_due',
    'due_date',
    'default_payment_method',
  ] as const;
  const wrong = fixed.find((name) => params[name] !== undefined);
  if (invoice.status !== 'draft' && wrong !== undefined) {
    throw refuse(`Finalized invoices can't be updated in this way`, wrong, 'invoice_not_editable');
  }
  world.store.invoices.update(id, {
    ...settingsOf(world, invoice, params),
    metadata: mergeMetadata(invoice.metadata, params.metadata),
  });
  if (params.auto_advance === undefined) return world.store.invoices.get(id);
  return setAdvance(world, id, params.auto_advance);
}

/** Only a draft that no subscription made. What waited for an invoice before, waits again. */
export function deleteInvoice(world: World, id: string): void {
  const invoice = world.store.invoices.get(id);
  if (invoice.status !== 'draft') {
    throw refuse('You can only delete draft invoices.', undefined, 'invoice_not_editable');
  }
  if (invoice.subscription !== null) {
    throw refuse(`You can't delete invoices created by subscriptions.`);
  }
  for (const item of world.store.invoiceItems.where('invoice', id)) {
    world.store.invoiceItems.update(item.id, { invoice: null });
  }
  world.store.invoices.delete(id);
}

/** Nobody gets mail from here: sending only finalises what is a draft. */
export function sendInvoice(world: World, id: string): Invoice {
  const { status, collectionMethod } = world.store.invoices.get(id);
  if (collectionMethod !== 'send_invoice') {
    throw refuse(
      `You can only manually send an invoice if its collection method is 'send_invoice'.`,
    );
  }
  if (status !== 'draft' && status !== 'open') {
    throw refuse(`You can't send an invoice that is \`${status}\`.`);
  }
  const invoice = status === 'draft' ? finalizeInvoice(world, id) : world.store.invoices.get(id);
  announce(world, { type: 'invoice.sent', object: id });
  return invoice;
}

function settingsOf(
  world: World,
  invoice: Invoice,
  params: Omit<InvoiceUpdate, 'metadata' | 'auto_advance'>,
): Partial<Invoice> {
  const collectionMethod = params.collection_method ?? invoice.collectionMethod;
  const { days_until_due: days, due_date: date, default_payment_method: method } = params;
  if (collectionMethod === 'charge_automatically' && (days ?? date) !== undefined) {
    throw refuse('A due date goes with collection_method=send_invoice.', 'days_until_due');
  }
  if (days !== undefined && date !== undefined) {
    throw refuse('You may only specify one of days_until_due and due_date.', 'due_date');
  }
  const owner = { customer: invoice.customer, param: 'default_payment_method' };
  return {
    collectionMethod,
    dueDate: days === undefined ? (date ?? invoice.dueDate) : invoice.created + days * DAY,
    description: cleared(params.description, invoice.description),
    defaultPaymentMethod:
      method === undefined
        ? invoice.defaultPaymentMethod
        : ownPaymentMethod(world, method, owner).id,
  };
}
