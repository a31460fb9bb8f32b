import type Stripe from 'stripe';
import { formatTaxRate } from '../catalogue/tax-rate.ts';
import type { World } from '../core/world.ts';
import { testClockOf } from '../test-clocks/members.ts';
import type { Wire } from '../wire/wire-object.ts';
import type { Phase, PhaseAddedItem, Schedule } from './schedule.ts';

export function formatSchedule(
  world: World,
  schedule: Schedule,
): Wire<Stripe.SubscriptionSchedule> {
  const current = schedule.status === 'active' ? schedule.phases[schedule.entered] : undefined;
  const { billingMode: type, prorationDiscounts } = schedule;
  return {
    id: schedule.id,
    object: 'subscription_schedule',
    application: null,
    billing_mode: {
      flexible: type === 'flexible' ? { proration_discounts: prorationDiscounts } : null,
      type,
    },
    canceled_at: schedule.canceledAt,
    completed_at: schedule.completedAt,
    created: schedule.created,
    current_phase: current ? { end_date: current.end, start_date: current.start } : null,
    customer: schedule.customer,
    customer_account: null,
    default_settings: formatDefaults(schedule),
    end_behavior: schedule.endBehavior,
    livemode: false,
    metadata: schedule.metadata,
    pause_schedules: [],
    phases: schedule.phases.map((phase) => formatPhase(world, phase)),
    released_at: schedule.releasedAt,
    released_subscription: schedule.releasedSubscription,
    status: schedule.status,
    subscription: schedule.subscription,
    test_clock: testClockOf(world, schedule.customer),
  };
}

function formatDefaults({ defaults }: Schedule): Wire<Stripe.SubscriptionSchedule.DefaultSettings> {
  return {
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: defaults.anchor,
    billing_thresholds: null,
    collection_method: defaults.collectionMethod,
    default_payment_method: defaults.defaultPaymentMethod,
    description: defaults.description,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      days_until_due: defaults.daysUntilDue,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    on_behalf_of: null,
    transfer_data: null,
  };
}

function formatPhase(world: World, phase: Phase): Wire<Stripe.SubscriptionSchedule.Phase> {
  return {
    add_invoice_items: phase.addedItems.map((item) => formatAddedItem(world, item)),
    application_fee_percent: null,
    billing_cycle_anchor: phase.anchor,
    billing_thresholds: null,
    collection_method: phase.collectionMethod,
    currency: phase.currency,
    default_payment_method: phase.defaultPaymentMethod,
    default_tax_rates: formatRates(world, phase.defaultTaxRates),
    description: phase.description,
    discounts: phase.discounts,
    end_date: phase.end,
    invoice_settings: formatInvoiceSettings(phase),
    items: phase.items.map((item) => ({
      billing_thresholds: null,
      discounts: item.discounts,
      metadata: item.metadata,
      plan: item.price,
      price: item.price,
      quantity: item.quantity,
      tax_rates: formatRates(world, item.taxRates),
    })),
    metadata: phase.metadata,
    on_behalf_of: null,
    proration_behavior: phase.prorationBehavior,
    start_date: phase.start,
    transfer_data: null,
    ...(phase.isTrial ? { trial: true } : {}),
    trial_end: phase.trialEnd,
  };
}

function formatInvoiceSettings({
  daysUntilDue,
}: Phase): Wire<Stripe.SubscriptionSchedule.Phase.InvoiceSettings> | null {
  if (daysUntilDue === null) return null;
  return {
    account_tax_ids: null,
    custom_fields: null,
    days_until_due: daysUntilDue,
    description: null,
    footer: null,
    issuer: null,
  };
}

function formatAddedItem(
  world: World,
  item: PhaseAddedItem,
): Wire<Stripe.SubscriptionSchedule.Phase.AddInvoiceItem> {
  return {
    discountable: item.isDiscountable,
    discounts: item.discounts,
    metadata: item.metadata,
    period: { end: { type: 'min_item_period_end' }, start: { type: 'max_item_period_start' } },
    price: item.price,
    quantity: item.quantity,
    tax_rates: formatRates(world, item.taxRates),
  };
}

function formatRates(world: World, ids: string[]): Wire<Stripe.TaxRate>[] {
  return ids.map((id) => formatTaxRate(world, world.store.taxRates.get(id)));
}
