import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { cardFault, findOrMake, ownPaymentMethod, refuseSpent } from '../payments/attach.ts';
import { collect } from '../payments/collect.ts';
import { formatPaymentIntent } from '../payments/payment-intent.ts';
import type { PaymentMethod } from '../payments/payment-method.ts';
import { cardByToken } from '../payments/test-cards.ts';
import { dropPendingUpdate } from '../subscriptions/pending-update.ts';
import { expand, isWithin, pageFields, timeFilter } from '../wire/common-params.ts';
import { refuse, StripeFault } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { flag, later, oneOf, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { finalizeInvoice, markPaid } from './finalize.ts';
import { formatInvoice } from './invoice.ts';
import type { Invoice } from './invoice.ts';
import { formatLine } from './line-item.ts';
import { previewParams } from './preview-params.ts';
import { previewInvoice } from './preview.ts';
import { voidInvoice } from './void.ts';

const listParams = shape<Stripe.InvoiceListParams>()({
  ...pageFields,
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  created: timeFilter,
  customer: text,
  due_date: timeFilter,
  status: oneOf('draft', 'open', 'paid', 'uncollectible', 'void'),
  subscription: text,
  ...later('customer_account'),
});
const payParams = shape<Stripe.InvoicePayParams>()({
  expand,
  off_session: flag,
  paid_out_of_band: flag,
  payment_method: text,
  ...later('forgive', 'mandate', 'source'),
});
const finalizeParams = shape<Stripe.InvoiceFinalizeInvoiceParams>()({ auto_advance: flag, expand });
const retrieveParams = shape<Stripe.InvoiceRetrieveParams>()({ expand });
const lineParams = shape<Stripe.InvoiceListLineItemsParams>()({ ...pageFields });

export const invoiceRoutes: Route[] = [
  route(
    'POST /v1/invoices/create_preview',
    previewParams,
    (world, { params }) => formatInvoice(world, previewInvoice(world, params)),
    { isDryRun: true },
  ),
  route('GET /v1/invoices', listParams, (world, { params }) =>
    pageOf(
      world.store.invoices.newestOf('customer', params.customer, (row) => isListed(row, params)),
      params,
      { format: (row) => formatInvoice(world, row), url: '/v1/invoices' },
    ),
  ),
  route('GET /v1/invoices/:id', retrieveParams, (world, { path }) =>
    formatInvoice(world, world.store.invoices.get(path.id)),
  ),
  route('GET /v1/invoices/:id/lines', lineParams, (world, { path, params }) => {
    const invoice = world.store.invoices.get(path.id);
    const url = `/v1/invoices/${path.id}/lines`;
    return pageOf(invoice.lines, params, { format: (line) => formatLine(invoice, line), url });
  }),
  route('POST /v1/invoices/:id/finalize', finalizeParams, (world, { path }) => {
    const invoice = world.store.invoices.get(path.id);
    if (invoice.status !== 'draft') {
      throw refuse("This invoice is already finalized, you can't re-finalize a non-draft invoice.");
    }
    return formatInvoice(world, finalizeInvoice(world, path.id));
  }),
  route('POST /v1/invoices/:id/pay', payParams, (world, { path, params }) =>
    formatInvoice(world, payInvoice(world, path.id, params)),
  ),
  route('POST /v1/invoices/:id/void', retrieveParams, (world, { path }) => {
    const invoice = world.store.invoices.get(path.id);
    if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
      throw refuse(`You can only pass in open invoices. This invoice isn't open.`);
    }
    voidInvoice(world, path.id);
    const subscription = world.store.subscriptions.find(invoice.subscription);
    if (subscription?.pendingUpdate?.invoice === path.id) dropPendingUpdate(world, subscription.id);
    return formatInvoice(world, world.store.invoices.get(path.id));
  }),
  route('POST /v1/invoices/:id/mark_uncollectible', retrieveParams, (world, { path }) => {
    if (world.store.invoices.get(path.id).status !== 'open') {
      throw refuse(`You can only pass in open invoices. This invoice isn't open.`);
    }
    const change = { status: 'uncollectible' as const, nextPaymentAttempt: null };
    return formatInvoice(world, world.store.invoices.update(path.id, change));
  }),
];

function isListed(row: Invoice, params: Read<typeof listParams>): boolean {
  return (
    (params.subscription === undefined || params.subscription === row.subscription) &&
    (params.status ?? row.status) === row.status &&
    (params.collection_method ?? row.collectionMethod) === row.collectionMethod &&
    (params.due_date === undefined || isWithin(row.dueDate ?? -1, params.due_date)) &&
    isWithin(row.created, params.created)
  );
}

function payInvoice(world: World, id: string, params: Read<typeof payParams>): Invoice {
  const invoice = payable(world, id);
  if (params.paid_out_of_band === true) return markPaid(world, id, invoice.amountDue);
  const method = methodFor(world, invoice, params.payment_method);
  const isOffSession = params.off_session ?? true;
  const outcome = collect(world, id, { method, isOffSession });
  const intent = world.store.paymentIntents.find(world.store.invoices.get(id).paymentIntent);
  switch (outcome.kind) {
    case 'paid':
      return world.store.invoices.get(id);
    case 'no-method':
      throw refuse(
        'There is no `default_payment_method` set on this Customer or Invoice. Please set either or pass a `payment_method`.',
        undefined,
        'invoice_no_payment_method_types',
      );
    case 'declined':
      throw cardFault(world, outcome.decline, {
        method: outcome.method,
        ...(intent === undefined
          ? {}
          : { paymentIntent: { ...formatPaymentIntent(world, intent) } }),
      });
    case 'requires-action':
      throw new StripeFault({
        status: 402,
        type: 'card_error',
        message:
          'Payment for this invoice requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice.',
        details: {
          code: 'invoice_payment_intent_requires_action',
          payment_intent: { ...formatPaymentIntent(world, outcome.intent) },
        },
        keep: true,
      });
  }
}

/** A draft is finalised first. @throws unless it can still be paid. */
function payable(world: World, id: string): Invoice {
  const invoice = world.store.invoices.get(id);
  if (invoice.status === 'draft') return finalizeInvoice(world, id);
  if (invoice.status === 'paid')
    throw refuse('Invoice is already paid', undefined, 'invoice_already_paid');
  if (invoice.status === 'void')
    throw refuse('You cannot pay a voided invoice.', undefined, 'invoice_not_editable');
  return invoice;
}

function methodFor(
  world: World,
  invoice: Invoice,
  id: string | undefined,
): PaymentMethod | undefined {
  if (id === undefined) return undefined;
  if (cardByToken(id) === undefined) {
    return ownPaymentMethod(world, id, { customer: invoice.customer, param: 'payment_method' });
  }
  const method = findOrMake(world, id, 'payment_method');
  refuseSpent(method);
  return method;
}
