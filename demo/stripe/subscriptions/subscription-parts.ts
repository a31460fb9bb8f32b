import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';
import { formatSubscriptionItem } from './subscription-item.ts';
import type { SubscriptionItem } from './subscription-item.ts';
import type { PendingUpdate, Subscription } from './subscription.ts';

export function formatBillingMode(
  subscription: Subscription,
): Wire<Stripe.Subscription.BillingMode> {
  const { billingMode: type, prorationDiscounts, billingModeUpdatedAt: at } = subscription;
  return {
    flexible: type === 'flexible' ? { proration_discounts: prorationDiscounts } : null,
    type,
    ...(at === null ? {} : { updated_at: at }),
  };
}

export function formatPaymentSettings(
  subscription: Subscription,
): Wire<Stripe.Subscription.PaymentSettings> {
  return {
    payment_method_options: null,
    payment_method_types: subscription.methodTypes,
    save_default_payment_method: subscription.savesPaymentMethod ? 'on_subscription' : 'off',
  };
}

/** Only there while the subscription is paused. */
export function statusDetails(subscription: Subscription): {
  status_details?: Wire<Stripe.Subscription.StatusDetails>;
} {
  const { status, paused, trialEnd, created } = subscription;
  if (status !== 'paused') return {};
  const type = paused?.why ?? 'trial_end_without_payment_method';
  const at = paused?.at ?? trialEnd ?? created;
  return {
    status_details: {
      paused: { subscription: { type }, transitioned_at: at, type: 'subscription' },
    },
  };
}

export function formatPendingUpdate(
  world: World,
  pending: PendingUpdate | null,
): Wire<Stripe.Subscription.PendingUpdate> | null {
  if (pending === null) return null;
  return {
    billing_cycle_anchor: pending.anchor,
    cancel_at_period_end: null,
    discount: null,
    discounts: null,
    expires_at: pending.expiresAt,
    metadata: null,
    subscription_items: pending.plan.items.map((item: SubscriptionItem) =>
      formatSubscriptionItem(world, item),
    ),
    trial_end: pending.trialEnd,
    trial_from_plan: null,
  };
}
