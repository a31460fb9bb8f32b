import type Stripe from 'stripe';
import { formatTaxRate } from '../catalogue/tax-rate.ts';
import type { World } from '../core/world.ts';
import type { MethodType } from '../payments/payment-method.ts';
import type { Plan } from '../money/plan.ts';
import { embeddedList } from '../wire/page.ts';
import { testClockOf } from '../test-clocks/members.ts';
import type { Wire } from '../wire/wire-object.ts';
import { formatSubscriptionItem, itemsOf } from './subscription-item.ts';
import {
  formatBillingMode,
  formatPaymentSettings,
  formatPendingUpdate,
  statusDetails,
} from './subscription-parts.ts';

export type Status =
  | 'incomplete'
  | 'incomplete_expired'
  | 'trialing'
  | 'active'
  | 'past_due'
  | 'canceled'
  | 'unpaid'
  | 'paused';
export type Feedback =
  | 'customer_service'
  | 'low_quality'
  | 'missing_features'
  | 'other'
  | 'switched_service'
  | 'too_complex'
  | 'too_expensive'
  | 'unused';

export interface Subscription {
  id: string;
  created: number;
  customer: string;
  status: Status;
  currency: string;
  billingMode: 'classic' | 'flexible';
  prorationDiscounts: 'included' | 'itemized';
  billingModeUpdatedAt: number | null;
  anchor: number;
  cancelAt: number | null;
  cancelAtPeriodEnd: boolean;
  canceledAt: number | null;
  endedAt: number | null;
  cancellation: {
    comment: string | null;
    feedback: Feedback | null;
    reason: 'cancellation_requested' | 'payment_failed' | null;
  };
  collectionMethod: 'charge_automatically' | 'send_invoice';
  daysUntilDue: number | null;
  defaultPaymentMethod: string | null;
  defaultTaxRates: string[];
  description: string | null;
  discounts: string[];
  latestInvoice: string | null;
  metadata: Record<string, string>;
  pauseCollection: PauseCollection | null;
  /** Since when and why, while its status is `paused`. */
  paused: { at: number; why: PauseReason } | null;
  resumption: Resumption | null;
  savesPaymentMethod: boolean;
  /** Kinds of method that may pay for it; null: all that the currency allows. */
  methodTypes: MethodType[] | null;
  pendingSetupIntent: string | null;
  pendingUpdate: PendingUpdate | null;
  schedule: string | null;
  startDate: number;
  trialStart: number | null;
  trialEnd: number | null;
  missingPaymentMethod: 'cancel' | 'create_invoice' | 'pause';
}

export interface PauseCollection {
  behavior: 'void' | 'keep_as_draft' | 'mark_uncollectible';
  resumesAt: number | null;
}

export type PauseReason =
  | 'pause_requested'
  | 'trial_end_without_payment_method'
  | 'first_payment_failure'
  | 'final_payment_failure'
  | 'system';

/** A paused subscription that goes on when its invoice is paid. */
export interface Resumption {
  invoice: string;
  plan: Plan;
  /** `resume_on_payment_success`: an attempt is not enough. */
  needsSuccess: boolean;
  /** Until when somebody has to try to pay; null: it was tried. */
  expiresAt: number | null;
}

/** A change that waits until its invoice is paid. */
export interface PendingUpdate {
  expiresAt: number;
  invoice: string;
  plan: Plan;
  anchor: number | null;
  trialEnd: number | null;
}

/** It can still be billed or changed. */
export function isLive(subscription: Subscription): boolean {
  return subscription.status !== 'canceled' && subscription.status !== 'incomplete_expired';
}

export function formatSubscription(
  world: World,
  subscription: Subscription,
): Wire<Stripe.Subscription> {
  return {
    id: subscription.id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: subscription.anchor,
    billing_cycle_anchor_config: null,
    billing_mode: formatBillingMode(subscription),
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: subscription.cancelAt,
    cancel_at_period_end: subscription.cancelAtPeriodEnd,
    canceled_at: subscription.canceledAt,
    cancellation_details: { ...subscription.cancellation, feedback_option: null },
    collection_method: subscription.collectionMethod,
    created: subscription.created,
    currency: subscription.currency,
    customer: subscription.customer,
    customer_account: null,
    days_until_due: subscription.daysUntilDue,
    default_payment_method: subscription.defaultPaymentMethod,
    default_source: null,
    default_tax_rates: subscription.defaultTaxRates.map((id) =>
      formatTaxRate(world, world.store.taxRates.get(id)),
    ),
    description: subscription.description,
    discounts: subscription.discounts,
    ended_at: subscription.endedAt,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: formatItems(world, subscription),
    latest_invoice: subscription.latestInvoice,
    livemode: false,
    managed_payments: null,
    metadata: subscription.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: subscription.pauseCollection && {
      behavior: subscription.pauseCollection.behavior,
      resumes_at: subscription.pauseCollection.resumesAt,
    },
    payment_settings: formatPaymentSettings(subscription),
    pending_invoice_item_interval: null,
    pending_setup_intent: subscription.pendingSetupIntent,
    pending_update: formatPendingUpdate(world, subscription.pendingUpdate),
    schedule: subscription.schedule,
    start_date: subscription.startDate,
    status: subscription.status,
    ...statusDetails(subscription),
    test_clock: testClockOf(world, subscription.customer),
    transfer_data: null,
    trial_end: subscription.trialEnd,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: subscription.missingPaymentMethod,
      },
    },
    trial_start: subscription.trialStart,
  };
}

function formatItems(world: World, subscription: Subscription) {
  const items = itemsOf(world, subscription.id).map((item) => formatSubscriptionItem(world, item));
  return embeddedList(items, `/v1/subscription_items?subscription=${subscription.id}`, 20);
}
