import type { CancelReason } from '../contract/portal.ts';
import type { ViewName } from './flow.ts';

/** What was changed; ids only, never anything personal. */
export type BillingChange =
  | {
      type:
        | 'subscription.updated'
        | 'subscription.scheduled'
        | 'subscription.canceled'
        | 'subscription.kept'
        | 'subscription.created'
        | 'promotion-code.applied';
      subscriptionId: string;
    }
  | { type: 'payment-method.updated' | 'payment-method.removed'; paymentMethodId?: string }
  | { type: 'invoice.paid'; invoiceId: string };

/** The events of `<billing-portal>`, by name. All bubble, and cross shadow roots. */
export interface BillingEvents {
  /** The first overview is on the screen. */
  'billing-ready': { customerId: string };
  'billing-view': { view: ViewName };
  'billing-change': BillingChange;
  /** Something failed and the customer was told; `code` is a problem code, or why no answer came. */
  'billing-error': { code: string; requestId: string | null };
  /** The session has ended and the hash no longer opens a new one: set a fresh `hash`. */
  'billing-auth-required': Record<string, never>;
}

/** Cancelable: `preventDefault()` stops what is about to be asked of the server. */
export interface BillingBeforeEvents {
  'billing-before-plan-change': { subscriptionId: string; priceId: string; quantity?: number };
  'billing-before-cancel': { subscriptionId: string; reason?: CancelReason };
  'billing-before-resubscribe': { subscriptionId: string; priceId?: string; quantity?: number };
  'billing-before-pay': { invoiceId: string };
}

type AllEvents = BillingEvents & BillingBeforeEvents;

export type BillingEventMap = { [Name in keyof AllEvents]: CustomEvent<AllEvents[Name]> };

declare global {
  interface HTMLElementEventMap extends BillingEventMap {}
}

/** Tells the page that something has happened. */
export function emit<Name extends keyof BillingEvents>(
  target: EventTarget,
  name: Name,
  detail: BillingEvents[Name],
): void {
  target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}
