import type { Hono } from 'hono';
import { getInvoiceLinks, listInvoices } from '../billing/invoices.ts';
import { payInvoice } from '../billing/pay-invoice.ts';
import type { ServerContext } from '../context.ts';
import { endpoint } from '../endpoint.ts';
import { invoiceQuery, payRequest } from '../schemas.ts';

export function invoiceRoutes(app: Hono, server: ServerContext): void {
  endpoint(app, server, 'GET /v1/invoices', {
    query: invoiceQuery,
    limits: ['read'],
    handle: ({ billing, query }) => listInvoices(billing, query),
  });
  endpoint(app, server, 'GET /v1/invoices/:id/links', {
    limits: ['read'],
    handle: ({ billing, id }) => getInvoiceLinks(billing, id),
  });
  endpoint(app, server, 'POST /v1/invoices/:id/pay', {
    body: payRequest,
    limits: ['payment'],
    changes: true,
    handle: ({ billing, id, body }) => payInvoice(billing, id, body),
  });
}
