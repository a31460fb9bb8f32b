import type Stripe from 'stripe';
import { shape } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { formatInvoice } from './invoice.ts';
import { createParams, sendParams, updateParams } from './manual-params.ts';
import { createInvoice, deleteInvoice, sendInvoice, updateInvoice } from './manual.ts';

/** Invoices that people draw up, change, send and throw away themselves. */
export const manualInvoiceRoutes: Route[] = [
  route('POST /v1/invoices', createParams, (world, { params }) =>
    formatInvoice(world, createInvoice(world, params)),
  ),
  route('POST /v1/invoices/:id', updateParams, (world, { path, params }) =>
    formatInvoice(world, updateInvoice(world, path.id, params)),
  ),
  route('POST /v1/invoices/:id/send', sendParams, (world, { path }) =>
    formatInvoice(world, sendInvoice(world, path.id)),
  ),
  route('DELETE /v1/invoices/:id', shape<Stripe.InvoiceDeleteParams>()({}), (world, { path }) => {
    deleteInvoice(world, path.id);
    return { id: path.id, object: 'invoice', deleted: true } satisfies Stripe.DeletedInvoice;
  }),
];
