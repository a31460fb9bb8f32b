import type { Catalogue } from '../stripe/catalogue.ts';
import { expanded, idOf } from '../stripe/ids.ts';
import type {
  StripeCustomer,
  StripeInvoice,
  StripePaymentMethod,
  StripeProduct,
  StripeSubscription,
} from '../stripe/types.ts';
import type { Billing } from './context.ts';
import { isCancelling, isEnded, periodEnds, productIdsOf } from './subscription-state.ts';

/** All that Stripe knows of a customer at one moment, as far as a portal needs it. */
export interface Snapshot {
  customer: StripeCustomer;
  subscriptions: StripeSubscription[];
  paymentMethods: StripePaymentMethod[];
  invoices: StripeInvoice[];
  hasMoreInvoices: boolean;
  /** The next invoice of each subscription that has one, by subscription id. */
  nextInvoices: Map<string, StripeInvoice>;
  catalogue: Catalogue;
}

export const INVOICE_PAGE = 10;
/** Previews of further subscriptions are one call each: beyond this many, no amount is shown. */
const MAX_PREVIEWS = 10;

/**
 * Reads it in one wave of five calls (the catalogue is kept). Only a customer with several renewing
 * subscriptions costs a second wave: `create_preview` without a subscription answers for the one
 * that is due first, the others are asked for by id.
 */
export async function readSnapshot({ gateway, catalogue }: Billing): Promise<Snapshot> {
  const [customer, subscriptions, paymentMethods, invoices, next, known] = await Promise.all([
    gateway.customer.retrieve(),
    gateway.subscriptions.list(),
    gateway.paymentMethods.list(),
    gateway.invoices.list({ limit: INVOICE_PAGE }),
    gateway.invoices.previewNext(),
    catalogue.get(),
  ]);
  const nextInvoices = new Map<string, StripeInvoice>();
  const nextOf = next && subscriptionIdOf(next);
  if (next && nextOf) nextInvoices.set(nextOf, next);
  const further = subscriptions
    .filter((one) => willRenew(one) && one.id !== nextOf)
    .slice(0, MAX_PREVIEWS);
  const missing = [...new Set(subscriptions.flatMap(productIdsOf))].filter(
    (id) => !known.products.has(id),
  );
  const [previews, products] = await Promise.all([
    Promise.all(further.map((one) => gateway.invoices.preview(one))),
    missing.length > 0 ? gateway.findProducts(missing) : [],
  ]);
  for (const [index, preview] of previews.entries()) {
    const subscription = further[index];
    if (preview && subscription) nextInvoices.set(subscription.id, preview);
  }
  return {
    customer,
    subscriptions,
    paymentMethods,
    invoices: invoices.data,
    hasMoreInvoices: invoices.hasMore,
    nextInvoices,
    catalogue: withProducts(known, products),
  };
}

/** The subscription that an invoice belongs to, or null for a one-off. */
export function subscriptionIdOf(invoice: StripeInvoice): string | null {
  return idOf(invoice.parent?.subscription_details?.subscription);
}

/**
 * The unpaid invoices of a subscription, oldest first, as far as the snapshot reaches. Not that of a
 * change which waits for its payment: nobody owes it, and unpaid it lapses with the change.
 */
export function openInvoicesOf(
  snapshot: Snapshot,
  subscription: StripeSubscription,
): StripeInvoice[] {
  const latest = expanded(subscription.latest_invoice);
  const listed = snapshot.invoices.filter((one) => subscriptionIdOf(one) === subscription.id);
  const all = latest && !listed.some((one) => one.id === latest.id) ? [latest, ...listed] : listed;
  return all
    .filter((one) => one.status === 'open' && one.amount_remaining > 0)
    .filter((one) => subscription.pending_update === null || one.id !== latest?.id)
    .toSorted((a, b) => a.created - b.created);
}

/** The payment method that a subscription is charged to: its own, else the customer's default. */
export function paymentMethodIdFor(
  customer: StripeCustomer,
  subscription: StripeSubscription,
): string | null {
  return (
    idOf(subscription.default_payment_method) ??
    idOf(subscription.default_source) ??
    defaultPaymentMethodId(customer)
  );
}

export function defaultPaymentMethodId(customer: StripeCustomer): string | null {
  return idOf(customer.invoice_settings.default_payment_method) ?? idOf(customer.default_source);
}

function willRenew(subscription: StripeSubscription): boolean {
  if (isEnded(subscription) || ['incomplete', 'paused'].includes(subscription.status)) return false;
  const end = periodEnds(subscription)?.last ?? 0;
  return !isCancelling(subscription) || (subscription.cancel_at ?? 0) > end;
}

function withProducts(catalogue: Catalogue, products: StripeProduct[]): Catalogue {
  if (products.length === 0) return catalogue;
  const all = new Map(catalogue.products);
  for (const product of products) all.set(product.id, product);
  return { ...catalogue, products: all };
}
