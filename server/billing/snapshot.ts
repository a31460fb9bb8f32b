import { isProblem } from '../problem.ts';
import { productIdOf, type Catalogue } from '../stripe/catalogue.ts';
import type { CustomerGateway } from '../stripe/gateway.ts';
import { expanded, idOf } from '../stripe/ids.ts';
import type {
  StripeCustomer,
  StripeInvoice,
  StripePaymentMethod,
  StripePrice,
  StripeProduct,
  StripeSubscription,
} from '../stripe/types.ts';
import type { Billing } from './context.ts';
import {
  isCancelling,
  isEnded,
  periodEnds,
  productIdsOf,
  scheduleOf,
  upcomingPhase,
} from './subscription-state.ts';

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
  /** What scheduled changes go to though it is no longer sold: not in the catalogue, and no plan. */
  withdrawnPrices: ReadonlyMap<string, StripePrice>;
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
  const reading = gateway.customer.retrieve();
  const all = Promise.all([
    reading,
    gateway.subscriptions.list(),
    gateway.paymentMethods.list(),
    gateway.invoices.list({ limit: INVOICE_PAGE }),
    gateway.invoices.previewNext(),
    catalogue.get(),
  ]);
  const [customer, subscriptions, paymentMethods, invoices, next, known] = await all.catch(
    async (error: unknown) => {
      // For an unknown customer every call fails, in its own words: the customer's own are right.
      if (isProblem(error, 'not-found')) await reading;
      throw error;
    },
  );
  const [nextInvoices, catalogued] = await Promise.all([
    readNextInvoices(gateway, subscriptions, next),
    readWithdrawn(gateway, subscriptions, known),
  ]);
  return {
    customer,
    subscriptions,
    paymentMethods,
    invoices: invoices.data,
    hasMoreInvoices: invoices.hasMore,
    nextInvoices,
    ...catalogued,
  };
}

/** The subscription that an invoice belongs to, or null for a one-off. */
export function subscriptionIdOf(invoice: StripeInvoice): string | null {
  return idOf(invoice.parent?.subscription_details?.subscription);
}

/**
 * Whether it is that of a change which waits for its payment: nobody owes it, and unpaid it lapses
 * with the change.
 * @see https://docs.stripe.com/billing/subscriptions/pending-updates
 */
export function isOfPendingChange(
  invoice: StripeInvoice,
  subscriptions: StripeSubscription[],
): boolean {
  return subscriptions.some(
    (one) => one.pending_update !== null && idOf(one.latest_invoice) === invoice.id,
  );
}

/** The invoices of a subscription that are owed, oldest first, as far as the snapshot reaches. */
export function openInvoicesOf(
  snapshot: Snapshot,
  subscription: StripeSubscription,
): StripeInvoice[] {
  const latest = expanded(subscription.latest_invoice);
  const listed = snapshot.invoices.filter((one) => subscriptionIdOf(one) === subscription.id);
  const all = latest && !listed.some((one) => one.id === latest.id) ? [latest, ...listed] : listed;
  return all
    .filter((one) => one.status === 'open' && one.amount_remaining > 0)
    .filter((one) => !isOfPendingChange(one, [subscription]))
    .toSorted((a, b) => a.created - b.created);
}

/** The payment method that a subscription is charged to: its own, else the customer's default. */
export function paymentMethodIdFor(
  customer: StripeCustomer,
  subscription: StripeSubscription,
): string | null {
  return ownPaymentMethodId(subscription) ?? defaultPaymentMethodId(customer);
}

/** One that outranks the customer's default; `default_source` is the older form, and outranks it too. */
export function ownPaymentMethodId(subscription: StripeSubscription): string | null {
  return idOf(subscription.default_payment_method) ?? idOf(subscription.default_source);
}

/** What a schedule makes the subscription's own, from the phase that runs now on. */
export function scheduledPaymentMethodIds(subscription: StripeSubscription): string[] {
  const schedule = scheduleOf(subscription);
  const from = schedule?.current_phase?.start_date ?? 0;
  const general = idOf(schedule?.default_settings.default_payment_method);
  return (schedule?.phases ?? [])
    .filter((phase) => phase.start_date >= from)
    .flatMap((phase) => idOf(phase.default_payment_method) ?? general ?? []);
}

export function defaultPaymentMethodId(customer: StripeCustomer): string | null {
  return idOf(customer.invoice_settings.default_payment_method) ?? idOf(customer.default_source);
}

async function readNextInvoices(
  gateway: CustomerGateway,
  subscriptions: StripeSubscription[],
  next: StripeInvoice | null,
): Promise<Snapshot['nextInvoices']> {
  const nextOf = next && subscriptionIdOf(next);
  const further = subscriptions
    .filter((one) => willRenew(one) && one.id !== nextOf)
    .slice(0, MAX_PREVIEWS);
  const previews = await Promise.all(
    further.map(async (one) => [one.id, await gateway.invoices.preview(one)] as const),
  );
  const found = new Map(previews.flatMap(([id, preview]) => (preview ? [[id, preview]] : [])));
  const isShown = subscriptions.some((one) => one.id === nextOf && !isUncollected(one));
  return next && nextOf && isShown ? found.set(nextOf, next) : found;
}

function willRenew(subscription: StripeSubscription): boolean {
  if (isEnded(subscription) || ['incomplete', 'paused'].includes(subscription.status)) return false;
  if (isUncollected(subscription)) return false;
  const end = periodEnds(subscription)?.last ?? 0;
  return !isCancelling(subscription) || (subscription.cancel_at ?? 0) > end;
}

/**
 * Whether collection is still paused when the next invoice is made, or has been given up. Stripe
 * makes it all the same, and then voids it, writes it off or leaves it a draft: nothing is charged.
 * @see https://docs.stripe.com/billing/subscriptions/pause-payment
 * @see https://docs.stripe.com/billing/subscriptions/overview#unpaid-subscriptions
 */
function isUncollected(subscription: StripeSubscription): boolean {
  if (subscription.status === 'unpaid') return true;
  const pause = subscription.pause_collection;
  if (pause === null) return false;
  return pause.resumes_at === null || pause.resumes_at > (periodEnds(subscription)?.first ?? 0);
}

/** What this customer has, or will have, and the catalogue does not: one more call, where needed. */
async function readWithdrawn(
  gateway: CustomerGateway,
  subscriptions: StripeSubscription[],
  known: Catalogue,
): Promise<Pick<Snapshot, 'catalogue' | 'withdrawnPrices'>> {
  const scheduled = subscriptions.flatMap((one) =>
    (upcomingPhase(scheduleOf(one))?.items ?? []).flatMap(({ price }) => idOf(price) ?? []),
  );
  const prices = await gateway.offers.findPrices(missingFrom(known.prices, scheduled));
  const productIds = [...subscriptions.flatMap(productIdsOf), ...prices.map(productIdOf)];
  const missing = missingFrom(known.products, productIds);
  const products = missing.length > 0 ? await gateway.offers.findProducts(missing) : [];
  return {
    catalogue: withProducts(known, products),
    withdrawnPrices: new Map(prices.map((one) => [one.id, one])),
  };
}

function withProducts(catalogue: Catalogue, products: StripeProduct[]): Catalogue {
  if (products.length === 0) return catalogue;
  const all = new Map(catalogue.products);
  for (const product of products) all.set(product.id, product);
  return { ...catalogue, products: all };
}

function missingFrom(known: ReadonlyMap<string, unknown>, ids: string[]): string[] {
  return [...new Set(ids)].filter((id) => !known.has(id));
}
