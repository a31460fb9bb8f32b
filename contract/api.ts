/**
 * The whole conversation between the browser and the server, keyed by method and path.
 * A handler that answers something else, or a call that sends something else, does not compile.
 */
import type {
  Invoice,
  InvoiceLinks,
  Overview,
  Page,
  PaymentMethod,
  Plan,
  Preview,
  Subscription,
} from './billing.ts';
import type { CancelReason, PortalSettings } from './portal.ts';

/** Sent with every POST and DELETE that changes something: one UUID per thing that the customer wants. */
export const INTENT_HEADER = 'Idempotency-Key';

export interface Api {
  'POST /v1/sessions': { body: SessionRequest; result: SessionResult };
  'POST /v1/sessions/renew': { result: RenewResult };
  'GET /v1/overview': { query: { subscriptionId?: string }; result: Overview };
  'GET /v1/plans': { query: { subscriptionId?: string }; result: { plans: Plan[] } };

  'POST /v1/subscriptions/:id/preview': { body: ChangeRequest; result: Preview };
  'POST /v1/subscriptions/:id/change': { body: PreviewedRequest; result: ChangeResult };
  /** Drops a change whose payment the bank did not confirm. */
  'DELETE /v1/subscriptions/:id/pending-change': { result: SubscriptionResult };
  'DELETE /v1/subscriptions/:id/scheduled-change': { result: SubscriptionResult };
  'POST /v1/subscriptions/:id/cancel': { body: CancelRequest; result: SubscriptionResult };
  'POST /v1/subscriptions/:id/keep': { result: SubscriptionResult };
  'POST /v1/subscriptions/:id/resubscribe/preview': { body: ResubscribeRequest; result: Preview };
  'POST /v1/subscriptions/:id/resubscribe': { body: PreviewedRequest; result: ChangeResult };
  'POST /v1/subscriptions/:id/promotion-code': {
    body: { code: string };
    result: SubscriptionResult;
  };

  'GET /v1/invoices': {
    query: { subscriptionId?: string; cursor?: string };
    result: Page<Invoice>;
  };
  'GET /v1/invoices/:id/links': { result: InvoiceLinks };
  'POST /v1/invoices/:id/pay': { body: { paymentMethodId?: string }; result: PayResult };

  'POST /v1/payment-methods/setup': { result: SetupResult };
  'POST /v1/payment-methods/confirm': {
    body: { setupIntentId: string };
    result: PaymentMethodsResult;
  };
  'POST /v1/payment-methods/:id/default': { result: PaymentMethodsResult };
  'DELETE /v1/payment-methods/:id': { result: PaymentMethodsResult };
}

export type Endpoint = keyof Api;
export type Result<E extends Endpoint> = Api[E]['result'];
export type Body<E extends Endpoint> = Api[E] extends { body: infer B } ? B : undefined;
export type Query<E extends Endpoint> = Api[E] extends { query: infer Q } ? Q : undefined;

/** Exactly one of `customerId` and `email`; `hash` is over that one (see snippets/SPEC.md). */
export interface SessionRequest {
  customerId?: string;
  email?: string;
  hash: string;
  /** Which portal of the server, if it serves several. */
  portal?: string;
}

export interface SessionResult extends RenewResult {
  portal: PortalSettings;
  overview: Overview;
}

export interface RenewResult {
  /** Bearer token; keep it in memory only. */
  token: string;
  expiresAt: number;
}

export interface ChangeRequest {
  priceId: string;
  quantity?: number;
  promotionCode?: string;
}

export interface ResubscribeRequest {
  priceId?: string;
  quantity?: number;
  promotionCode?: string;
}

export interface PreviewedRequest {
  previewToken: string;
}

/** `requires-action`: hand `clientSecret` to Stripe.js `handleNextAction`; nothing is in effect until it succeeds. */
export type ChangeResult =
  | { status: 'done' | 'scheduled'; subscription: Subscription }
  | {
      status: 'requires-action';
      clientSecret: string;
      publishableKey: string;
      subscription: Subscription;
    };

export interface CancelRequest {
  reason?: CancelReason;
  comment?: string;
}

export interface SubscriptionResult {
  subscription: Subscription;
}

export type PayResult =
  | { status: 'done'; invoice: Invoice }
  | { status: 'requires-action'; clientSecret: string; publishableKey: string; invoice: Invoice };

export interface SetupResult {
  clientSecret: string;
  publishableKey: string;
}

export interface PaymentMethodsResult {
  paymentMethods: PaymentMethod[];
}
