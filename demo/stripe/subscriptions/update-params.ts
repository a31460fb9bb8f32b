import type Stripe from 'stripe';
import { clearableMetadata, count, expand } from '../wire/common-params.ts';
import {
  clearable,
  clearableText,
  flag,
  integer,
  later,
  listOf,
  oneOf,
  required,
  shape,
  text,
} from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { addedItems } from './added-items.ts';
import {
  automaticTax,
  cancelAt,
  paymentBehavior,
  paymentSettings,
  prorationBehavior,
  trialEnd,
  trialFromPlan,
  trialSettings,
} from './create-params.ts';
import { discountParams, itemParams } from './item-params.ts';
import type { ItemParams } from './item-params.ts';

export const cancellationDetails = shape<Stripe.SubscriptionUpdateParams.CancellationDetails>()({
  comment: clearableText,
  feedback: clearable(
    oneOf(
      'customer_service',
      'low_quality',
      'missing_features',
      'other',
      'switched_service',
      'too_complex',
      'too_expensive',
      'unused',
    ),
  ),
  ...later('feedback_option'),
});

/** Since 2026-09-30 the anchor is an object; a string is refused as Stripe does. */
export const anchor = shape<Stripe.SubscriptionUpdateParams.BillingCycleAnchor>()({
  type: required(oneOf('now', 'unchanged')),
});

export const updateParams = shape<Stripe.SubscriptionUpdateParams>()({
  add_invoice_items: addedItems,
  automatic_tax: automaticTax,
  billing_cycle_anchor: anchor,
  cancel_at: clearable(cancelAt),
  cancel_at_period_end: flag,
  cancellation_details: cancellationDetails,
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  days_until_due: count,
  default_payment_method: clearableText,
  default_tax_rates: clearable(listOf(text)),
  description: clearableText,
  discounts: discountParams,
  expand,
  items: listOf(itemParams),
  metadata: clearableMetadata,
  off_session: flag,
  pause_collection: clearable(
    shape<Stripe.SubscriptionUpdateParams.PauseCollection>()({
      behavior: required(oneOf('keep_as_draft', 'mark_uncollectible', 'void')),
      resumes_at: integer,
    }),
  ),
  payment_behavior: paymentBehavior,
  payment_settings: paymentSettings,
  proration_behavior: prorationBehavior,
  proration_date: integer,
  trial_end: trialEnd,
  trial_settings: trialSettings,
  trial_from_plan: trialFromPlan,
  ...later('application_fee_percent', 'billing_schedules'),
  ...later('billing_thresholds', 'default_source', 'invoice_settings', 'on_behalf_of'),
  ...later('pending_invoice_item_interval', 'transfer_data'),
});
export type UpdateParams = Partial<Omit<Read<typeof updateParams>, 'items'>> & {
  items?: ItemParams[] | undefined;
};

export const cancelParams = shape<Stripe.SubscriptionCancelParams>()({
  cancellation_details: cancellationDetails,
  expand,
  invoice_now: flag,
  prorate: flag,
});
