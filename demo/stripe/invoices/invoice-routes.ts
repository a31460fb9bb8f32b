import type Stripe from 'stripe';
import { expireIncomplete } from '../subscriptions/expire-incomplete.ts';
import { dropPendingUpdate } from '../subscriptions/pending-update.ts';
import { dropResumption, settleResumed } from '../subscriptions/settle-resume.ts';
import { expand, isWithin, pageFields, timeFilter } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { flag, later, oneOf, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { setAdvance } from './draft-hour.ts';
import { finalizeInvoice } from './finalize.ts';
import { formatInvoice } from './invoice.ts';
import type { Invoice } from './invoice.ts';
import { formatLine } from './line-item.ts';
import { payInvoice, payParams } from './pay.ts';
import { previewParams } from './preview-params.ts';
import { isAnonymous, previewInvoice } from './preview.ts';
import { markUncollectible } from './uncollectible.ts';
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
const finalizeParams = shape<Stripe.InvoiceFinalizeInvoiceParams>()({ auto_advance: flag, expand });
const retrieveParams = shape<Stripe.InvoiceRetrieveParams>()({ expand });
const lineParams = shape<Stripe.InvoiceListLineItemsParams>()({ ...pageFields });

export const invoiceRoutes: Route[] = [
  route(
    'POST /v1/invoices/create_preview',
    previewParams,
    (world, { params }) => {
      const preview = formatInvoice(world, previewInvoice(world, params));
      return isAnonymous(params) ? { ...preview, customer: null } : preview;
    },
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
  route('POST /v1/invoices/:id/finalize', finalizeParams, (world, { path, params }) => {
    const invoice = world.store.invoices.get(path.id);
    if (invoice.status !== 'draft') {
      throw refuse("This invoice is already finalized, you can't re-finalize a non-draft invoice.");
    }
    const open = finalizeInvoice(world, path.id);
    const { status, autoAdvance } = open;
    if (status !== 'open') return formatInvoice(world, open);
    return formatInvoice(world, setAdvance(world, path.id, params.auto_advance ?? autoAdvance));
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
    const isFirst = subscription?.status === 'incomplete' && subscription.latestInvoice === path.id;
    if (isFirst) expireIncomplete(world, subscription.id);
    if (subscription?.pendingUpdate?.invoice === path.id) dropPendingUpdate(world, subscription.id);
    if (subscription?.resumption?.invoice === path.id) dropResumption(world, subscription.id);
    return formatInvoice(world, world.store.invoices.get(path.id));
  }),
  route('POST /v1/invoices/:id/mark_uncollectible', retrieveParams, (world, { path }) => {
    if (world.store.invoices.get(path.id).status !== 'open') {
      throw refuse(`You can only pass in open invoices. This invoice isn't open.`);
    }
    const written = markUncollectible(world, path.id, 'user_forgiven');
    settleResumed(world, path.id);
    return formatInvoice(world, written);
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
