import type Stripe from 'stripe';
import { formatTaxRate } from '../catalogue/tax-rate.ts';
import type { World } from '../core/world.ts';
import type { ProrationBehavior } from '../money/plan-change.ts';
import type { Wire } from '../wire/wire-object.ts';

export interface Schedule {
  id: string;
  created: number;
  customer: string;
  subscription: string | null;
  releasedSubscription: string | null;
  status: 'not_started' | 'active' | 'completed' | 'released' | 'canceled';
  billingMode: 'classic' | 'flexible';
  endBehavior: 'release' | 'cancel';
  metadata: Record<string, string>;
  phases: Phase[];
  /** The phase that was entered last. */
  entered: number;
  canceledAt: number | null;
  completedAt: number | null;
  releasedAt: number | null;
  collectionMethod: 'charge_automatically' | 'send_invoice';
}

export interface Phase {
  start: number;
  end: number;
  items: PhaseItem[];
  currency: string;
  discounts: PhaseDiscount[];
  prorationBehavior: ProrationBehavior;
  anchor: 'automatic' | 'phase_start' | null;
  collectionMethod: 'charge_automatically' | 'send_invoice' | null;
  defaultPaymentMethod: string | null;
  defaultTaxRates: string[];
  description: string | null;
  metadata: Record<string, string>;
  trialEnd: number | null;
}

export interface PhaseItem {
  price: string;
  quantity: number;
  metadata: Record<string, string>;
  taxRates: string[];
}

export type PhaseDiscount = {
  coupon: string | null;
  discount: string | null;
  promotion_code: string | null;
};

export function formatSchedule(
  world: World,
  schedule: Schedule,
): Wire<Stripe.SubscriptionSchedule> {
  const current = schedule.status === 'active' ? schedule.phases[schedule.entered] : undefined;
  return {
    id: schedule.id,
    object: 'subscription_schedule',
    application: null,
    billing_mode: {
      flexible: schedule.billingMode === 'flexible' ? { proration_discounts: 'included' } : null,
      type: schedule.billingMode,
    },
    canceled_at: schedule.canceledAt,
    completed_at: schedule.completedAt,
    created: schedule.created,
    current_phase: current ? { end_date: current.end, start_date: current.start } : null,
    customer: schedule.customer,
    customer_account: null,
    default_settings: {
      application_fee_percent: null,
      automatic_tax: { disabled_reason: null, enabled: false, liability: null },
      billing_cycle_anchor: 'automatic',
      billing_thresholds: null,
      collection_method: schedule.collectionMethod,
      default_payment_method: null,
      description: null,
      invoice_settings: {
        account_tax_ids: null,
        custom_fields: null,
        days_until_due: null,
        description: null,
        footer: null,
        issuer: { type: 'self' },
      },
      on_behalf_of: null,
      transfer_data: null,
    },
    end_behavior: schedule.endBehavior,
    livemode: false,
    metadata: schedule.metadata,
    pause_schedules: [],
    phases: schedule.phases.map((phase) => formatPhase(world, phase)),
    released_at: schedule.releasedAt,
    released_subscription: schedule.releasedSubscription,
    status: schedule.status,
    subscription: schedule.subscription,
    test_clock: null,
  };
}

function formatPhase(world: World, phase: Phase): Wire<Stripe.SubscriptionSchedule.Phase> {
  const rates = (ids: string[]) =>
    ids.map((id) => formatTaxRate(world, world.store.taxRates.get(id)));
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: phase.anchor,
    billing_thresholds: null,
    collection_method: phase.collectionMethod,
    currency: phase.currency,
    default_payment_method: phase.defaultPaymentMethod,
    default_tax_rates: rates(phase.defaultTaxRates),
    description: phase.description,
    discounts: phase.discounts,
    end_date: phase.end,
    invoice_settings: null,
    items: phase.items.map((item) => ({
      billing_thresholds: null,
      discounts: [],
      metadata: item.metadata,
      plan: item.price,
      price: item.price,
      quantity: item.quantity,
      tax_rates: rates(item.taxRates),
    })),
    metadata: phase.metadata,
    on_behalf_of: null,
    proration_behavior: phase.prorationBehavior,
    start_date: phase.start,
    transfer_data: null,
    trial_end: phase.trialEnd,
  };
}
