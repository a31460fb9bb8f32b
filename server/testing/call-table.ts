import type { Endpoint } from '../../contract/api.ts';

export type SignedInEndpoint = Exclude<Endpoint, 'POST /v1/sessions'>;
export type ObjectKind = 'subscription' | 'invoice' | 'paymentMethod' | 'setupIntent';

/** Where a call takes the id of a customer's object. */
export interface Place {
  name: SignedInEndpoint;
  in: 'path' | 'query' | 'body';
  field: string;
  kind: ObjectKind;
}

interface CallShape {
  /** A body that is right in itself; left out where the call has none. */
  body?: Record<string, unknown>;
  query?: Record<string, ObjectKind>;
  path?: ObjectKind;
  /** Fields of the body that are ids. */
  ids?: Record<string, ObjectKind>;
}

/** Every call that needs a session. One that is missing, or gone, does not compile. */
export const CALLS = {
  'POST /v1/sessions/renew': {},
  'GET /v1/overview': { query: { subscriptionId: 'subscription' } },
  'GET /v1/plans': { query: { subscriptionId: 'subscription' } },
  'POST /v1/subscriptions/:id/preview': {
    path: 'subscription',
    body: { priceId: 'price_12345678' },
  },
  'POST /v1/subscriptions/:id/change': { path: 'subscription', body: { previewToken: 'x' } },
  'DELETE /v1/subscriptions/:id/pending-change': { path: 'subscription' },
  'DELETE /v1/subscriptions/:id/scheduled-change': { path: 'subscription' },
  'POST /v1/subscriptions/:id/cancel': { path: 'subscription', body: {} },
  'POST /v1/subscriptions/:id/keep': { path: 'subscription' },
  'POST /v1/subscriptions/:id/resubscribe/preview': { path: 'subscription', body: {} },
  'POST /v1/subscriptions/:id/resubscribe': { path: 'subscription', body: { previewToken: 'x' } },
  'POST /v1/subscriptions/:id/promotion-code': {
    path: 'subscription',
    body: { code: 'WELCOME20' },
  },
  'GET /v1/invoices': { query: { subscriptionId: 'subscription', cursor: 'invoice' } },
  'GET /v1/invoices/:id/links': { path: 'invoice' },
  'POST /v1/invoices/:id/pay': {
    path: 'invoice',
    body: {},
    ids: { paymentMethodId: 'paymentMethod' },
  },
  'POST /v1/payment-methods/setup': {},
  'POST /v1/payment-methods/confirm': {
    body: { setupIntentId: 'seti_12345678' },
    ids: { setupIntentId: 'setupIntent' },
  },
  'POST /v1/payment-methods/:id/default': { path: 'paymentMethod' },
  'DELETE /v1/payment-methods/:id': { path: 'paymentMethod' },
} as const satisfies Record<SignedInEndpoint, CallShape>;

export const CALL_NAMES = Object.keys(CALLS) as SignedInEndpoint[];

export function shapeOf(name: SignedInEndpoint): CallShape {
  return CALLS[name];
}

/** Every place of every call where an id can be put. */
export const PLACES: Place[] = CALL_NAMES.flatMap((name) => {
  const { path, query = {}, ids = {} } = shapeOf(name);
  return [
    ...(path ? [{ name, in: 'path' as const, field: 'id', kind: path }] : []),
    ...Object.entries(query).map(([field, kind]) => ({ name, in: 'query' as const, field, kind })),
    ...Object.entries(ids).map(([field, kind]) => ({ name, in: 'body' as const, field, kind })),
  ];
});

/** An id of the right shape that Stripe has never given. */
export const UNKNOWN_IDS: Record<ObjectKind, string> = {
  subscription: 'sub_doesNotExist1234',
  invoice: 'in_doesNotExist1234',
  paymentMethod: 'pm_doesNotExist1234',
  setupIntent: 'seti_doesNotExist1234',
};
