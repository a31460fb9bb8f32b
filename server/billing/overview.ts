import type { Overview, Subscription } from '../../contract/billing.ts';
import { ProblemError } from '../problem.ts';
import { isId } from '../stripe/ids.ts';
import type { StripeCustomer, StripeSubscription } from '../stripe/types.ts';
import { isListed } from './invoices.ts';
import type { Billing } from './context.ts';
import { presentInvoice } from './present/invoice.ts';
import { presentPaymentMethods } from './present/payment-method.ts';
import { presentSubscription } from './present/subscription.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';
import { isEnded } from './subscription-state.ts';

/** Everything for the first paint; with a subscription id, of that subscription alone. */
export async function getOverview(billing: Billing, subscriptionId?: string): Promise<Overview> {
  if (subscriptionId !== undefined) assertShape(subscriptionId);
  const snapshot = await readSnapshot(billing);
  const isWanted = ({ id }: { id: string }): boolean => (subscriptionId ?? id) === id;
  if (subscriptionId !== undefined && !snapshot.subscriptions.some(isWanted)) {
    throw new ProblemError('subscription-not-found');
  }
  const { settings } = billing;
  const now = billing.now();
  const invoices = snapshot.invoices.filter((one) => isListed(one, settings));
  const last = snapshot.invoices.at(-1)?.id;
  return {
    customer: presentCustomer(snapshot.customer),
    subscriptions: shownSubscriptions(
      snapshot.subscriptions
        .filter(isWanted)
        .map((one) => [one, presentSubscription(one, { snapshot, settings, now })]),
    ),
    paymentMethods: presentPaymentMethods(snapshot, now),
    invoices: {
      data: invoices.flatMap((one) => presentInvoice(one, snapshot) ?? []),
      nextCursor: snapshot.hasMoreInvoices && last !== undefined ? last : null,
    },
  };
}

/** One subscription as it is now: what every change answers with. */
export async function getSubscription(billing: Billing, id: string): Promise<Subscription> {
  const { snapshot, subscription } = await readSubscription(billing, id);
  const { settings } = billing;
  return presentSubscription(subscription, { snapshot, settings, now: billing.now() });
}

/** A subscription among all that is known of its customer: what every rule is asked about. */
export async function readSubscription(
  billing: Billing,
  id: string,
): Promise<{ snapshot: Snapshot; subscription: StripeSubscription }> {
  assertShape(id);
  const snapshot = await readSnapshot(billing);
  const subscription = snapshot.subscriptions.find((one) => one.id === id);
  if (!subscription) throw new ProblemError('subscription-not-found');
  return { snapshot, subscription };
}

/** What cannot be a subscription is not looked for: it would cost five calls of Stripe. */
function assertShape(subscriptionId: string): void {
  if (!isId('subscription', subscriptionId)) throw new ProblemError('subscription-not-found');
}

/** The live ones, then what may be taken up again; if that is nothing, the last that ended. */
function shownSubscriptions(all: [StripeSubscription, Subscription][]): Subscription[] {
  const live = all.filter(([one]) => !isEnded(one)).map(([, shown]) => shown);
  const ended = all.filter(([one]) => isEnded(one)).map(([, shown]) => shown);
  const shown = [...live, ...ended.filter((one) => one.allowedActions.includes('resubscribe'))];
  if (shown.length > 0) return shown;
  return ended.toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0)).slice(0, 1);
}

function presentCustomer(customer: StripeCustomer): Overview['customer'] {
  const { currency } = customer;
  return {
    id: customer.id,
    name: customer.name ?? null,
    email: customer.email,
    preferredLocales: customer.preferred_locales ?? [],
    balance: currency ? { amount: customer.balance, currency } : null,
  };
}
