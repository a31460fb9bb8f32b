import type Stripe from 'stripe';
import { currencyCode } from '../catalogue/price-params.ts';
import { methodTypes } from '../payments/method-types.ts';
import { clearableMetadata, count, expand } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import {
  clearable,
  clearableText,
  either,
  flag,
  integer,
  later,
  listOf,
  oneOf,
  required,
  shape,
  text,
} from '../wire/params.ts';
import type { Field, Read } from '../wire/params.ts';
import { addedItems } from './added-items.ts';
import { discountParams, newItemParams } from './item-params.ts';
import { anchorConfig } from './read-start.ts';

export const prorationBehavior = oneOf('always_invoice', 'create_prorations', 'none');
export const paymentBehavior = oneOf(
  'allow_incomplete',
  'default_incomplete',
  'error_if_incomplete',
  'pending_if_incomplete',
);
export const cancelAt = either(
  oneOf('min_period_end', 'max_period_end', 'max_billed_until'),
  integer,
);
export const trialEnd = either(oneOf('now'), integer);
export const trialSettings = shape<Stripe.SubscriptionCreateParams.TrialSettings>()({
  end_behavior: required(
    shape<Stripe.SubscriptionCreateParams.TrialSettings.EndBehavior>()({
      missing_payment_method: required(oneOf('cancel', 'create_invoice', 'pause')),
      ...later('billing_cycle_anchor'),
    }),
  ),
});
export const paymentSettings = shape<Stripe.SubscriptionCreateParams.PaymentSettings>()({
  payment_method_types: methodTypes,
  save_default_payment_method: oneOf('off', 'on_subscription'),
  ...later('payment_method_options'),
});
export const billingMode = shape<Stripe.SubscriptionCreateParams.BillingMode>()({
  type: required(oneOf('classic', 'flexible')),
  flexible: shape<Stripe.SubscriptionCreateParams.BillingMode.Flexible>()({
    proration_discounts: oneOf('included', 'itemized'),
  }),
});

const off: Field<false> = {
  read(raw, at) {
    if (flag.read(raw, at)) throw refuse(`The simulator does not support ${at}=true.`, at);
    return false;
  },
};
/** Stripe Tax is not simulated: it may be said to be off. */
export const automaticTax = shape<Stripe.SubscriptionCreateParams.AutomaticTax>()({
  enabled: required(off),
  ...later('liability'),
});
/** A trial that a price brings along is the older way; it may be said that there is none. */
export const trialFromPlan = off;

export const createParams = shape<Stripe.SubscriptionCreateParams>()({
  add_invoice_items: addedItems,
  automatic_tax: automaticTax,
  backdate_start_date: integer,
  billing_cycle_anchor: integer,
  billing_cycle_anchor_config: anchorConfig,
  billing_mode: billingMode,
  cancel_at: cancelAt,
  cancel_at_period_end: flag,
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  currency: currencyCode,
  customer: required(text),
  days_until_due: count,
  default_payment_method: text,
  default_tax_rates: clearable(listOf(text)),
  description: clearableText,
  discounts: discountParams,
  expand,
  items: required(listOf(newItemParams)),
  metadata: clearableMetadata,
  off_session: flag,
  payment_behavior: paymentBehavior,
  payment_settings: paymentSettings,
  proration_behavior: prorationBehavior,
  trial_end: trialEnd,
  trial_from_plan: trialFromPlan,
  trial_period_days: integer,
  trial_settings: trialSettings,
  ...later('application_fee_percent', 'billing_schedules', 'billing_thresholds'),
  ...later('customer_account', 'default_source', 'invoice_settings', 'on_behalf_of'),
  ...later('pending_invoice_item_interval', 'transfer_data'),
});
export type CreateParams = Read<typeof createParams>;
