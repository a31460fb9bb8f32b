import type {
  ScheduledChange,
  Subscription,
  SubscriptionItem,
  SubscriptionStatus,
} from '../../../contract/billing.ts';
import type { Settings } from '../../settings.ts';
import { productIdOf, type Catalogue } from '../../stripe/catalogue.ts';
import { idOf } from '../../stripe/ids.ts';
import type { StripeSubscription } from '../../stripe/types.ts';
import { allowedActions, cancelEffective } from '../allowed-actions.ts';
import { openInvoicesOf, paymentMethodIdFor, type Snapshot } from '../snapshot.ts';
import {
  discountsOf,
  isCancelling,
  isEnded,
  periodEnds,
  scheduleOf,
  upcomingPhase,
} from '../subscription-state.ts';
import { presentDiscount } from './discount.ts';
import { presentNextInvoice, presentOpenInvoice } from './invoice.ts';
import { presentTerms } from './plan.ts';

const STATUSES: readonly string[] = [
  'incomplete',
  'incomplete_expired',
  'trialing',
  'active',
  'past_due',
  'canceled',
  'unpaid',
  'paused',
] satisfies SubscriptionStatus[];

export interface PresentContext {
  snapshot: Snapshot;
  settings: Settings;
  now: number;
}

export function presentSubscription(
  subscription: StripeSubscription,
  context: PresentContext,
): Subscription {
  const { snapshot, settings } = context;
  const [openInvoice] = openInvoicesOf(snapshot, subscription);
  const next = snapshot.nextInvoices.get(subscription.id);
  const resumesAt = subscription.pause_collection?.resumes_at ?? null;
  const isPaused = subscription.status === 'paused' || subscription.pause_collection !== null;
  return {
    id: subscription.id,
    status: statusOf(subscription),
    items: presentItems(subscription, snapshot.catalogue),
    currency: subscription.currency,
    currentPeriodEndAt: periodEnds(subscription)?.first ?? null,
    ...presentEnd(subscription, context),
    trialEndAt: subscription.trial_end,
    pause: isPaused ? { resumesAt } : null,
    scheduledChange: presentScheduledChange(subscription, context),
    discounts: discountsOf(subscription).flatMap((one) => presentDiscount(one) ?? []),
    nextInvoice: next ? presentNextInvoice(next, subscription) : null,
    openInvoice: openInvoice ? presentOpenInvoice(openInvoice) : null,
    paymentMethodId: paymentMethodIdFor(snapshot.customer, subscription),
    allowedActions: allowedActions(subscription, snapshot, settings),
  };
}

function presentEnd(
  subscription: StripeSubscription,
  { settings, now }: PresentContext,
): Pick<
  Subscription,
  'cancelAt' | 'cancelEffective' | 'cancelEffectiveAt' | 'canceledAt' | 'endedAt'
> {
  const end = periodEnds(subscription)?.last ?? null;
  const effective = cancelEffective(subscription, settings);
  const nothingToCancel = isEnded(subscription) || isCancelling(subscription);
  return {
    cancelAt: isCancelling(subscription) ? (subscription.cancel_at ?? end) : null,
    cancelEffective: effective,
    cancelEffectiveAt: nothingToCancel ? null : effective === 'now' ? now : end,
    canceledAt: subscription.canceled_at,
    endedAt: isEnded(subscription) ? (subscription.ended_at ?? subscription.canceled_at) : null,
  };
}

function presentItems(subscription: StripeSubscription, catalogue: Catalogue): SubscriptionItem[] {
  return subscription.items.data.map((item) => {
    const product = catalogue.products.get(productIdOf(item.price));
    return {
      id: item.id,
      quantity: item.quantity ?? 1,
      ...presentTerms(
        catalogue.prices.get(item.price.id) ?? item.price,
        product,
        subscription.currency,
      ),
    };
  });
}

/** The phase of a schedule that is still to come, the site owner's own included. */
function presentScheduledChange(
  subscription: StripeSubscription,
  { snapshot }: PresentContext,
): ScheduledChange | null {
  const phase = upcomingPhase(scheduleOf(subscription));
  if (!phase) return null;
  const { catalogue, withdrawnPrices } = snapshot;
  const items = phase.items.flatMap((item) => {
    const id = idOf(item.price) ?? '';
    const price = catalogue.prices.get(id) ?? withdrawnPrices.get(id);
    if (!price) return [];
    const product = catalogue.products.get(productIdOf(price));
    const terms = presentTerms(price, product, subscription.currency);
    return [{ ...terms, quantity: item.quantity ?? 1 }];
  });
  return { effectiveAt: phase.start_date, items };
}

/** Stripe's types allow states yet unknown; nothing may be done in one, so it shows as paused. */
function statusOf({ status }: StripeSubscription): SubscriptionStatus {
  return isStatus(status) ? status : 'paused';
}

function isStatus(status: string): status is SubscriptionStatus {
  return STATUSES.includes(status);
}
