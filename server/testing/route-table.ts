import type { Endpoint } from '../../contract/api.ts';

/** Every call of the API with a body that fits its schema; one that is missing does not compile. */
const CALLS: Record<Endpoint, Record<string, unknown> | null> = {
  'POST /v1/sessions': { customerId: 'cus_NffrFeUfNV2Hib', hash: '0'.repeat(64) },
  'POST /v1/sessions/renew': null,
  'GET /v1/overview': null,
  'GET /v1/plans': null,
  'POST /v1/subscriptions/:id/preview': { priceId: 'price_1MowQVLkdIwHu7ixeRlqHVzs' },
  'POST /v1/subscriptions/:id/change': { previewToken: 'none' },
  'DELETE /v1/subscriptions/:id/pending-change': null,
  'DELETE /v1/subscriptions/:id/scheduled-change': null,
  'POST /v1/subscriptions/:id/cancel': {},
  'POST /v1/subscriptions/:id/keep': null,
  'POST /v1/subscriptions/:id/resubscribe/preview': {},
  'POST /v1/subscriptions/:id/resubscribe': { previewToken: 'none' },
  'POST /v1/subscriptions/:id/promotion-code': { code: 'NOTHING' },
  'GET /v1/invoices': null,
  'GET /v1/invoices/:id/links': null,
  'POST /v1/invoices/:id/pay': {},
  'POST /v1/payment-methods/setup': null,
  'POST /v1/payment-methods/confirm': { setupIntentId: 'seti_1Mm8s8LkdIwHu7ix0OXBfTRG' },
  'POST /v1/payment-methods/:id/default': null,
  'DELETE /v1/payment-methods/:id': null,
};

export interface RouteCall {
  method: string;
  path: string;
  body: Record<string, unknown> | null;
}

export const ROUTE_TABLE: readonly RouteCall[] = Object.entries(CALLS).map(([name, body]) => {
  const [method = '', path = ''] = name.split(' ');
  return { method, path, body };
});
