import type Stripe from 'stripe';
import { currencyCode } from '../catalogue/price-params.ts';
import { prorationBehavior } from '../subscriptions/create-params.ts';
import { discountParams } from '../subscriptions/item-params.ts';
import {
  clearableMetadata,
  count,
  expand,
  metadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
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
import type { Read } from '../wire/params.ts';

export const createParams = shape<Stripe.SubscriptionScheduleCreateParams>()({
  expand,
  from_subscription: required(text),
  ...later('billing_mode', 'customer', 'customer_account', 'default_settings', 'end_behavior'),
  ...later('metadata', 'pause_schedules', 'phases', 'start_date'),
});

const moment = either(oneOf('now'), integer);
const phase = shape<Stripe.SubscriptionScheduleUpdateParams.Phase>()({
  billing_cycle_anchor: oneOf('automatic', 'phase_start'),
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  currency: currencyCode,
  default_payment_method: text,
  default_tax_rates: clearable(listOf(text)),
  description: clearableText,
  discounts: discountParams,
  duration: shape<Stripe.SubscriptionScheduleUpdateParams.Phase.Duration>()({
    interval: required(oneOf('day', 'week', 'month', 'year')),
    interval_count: count,
  }),
  end_date: moment,
  items: required(
    listOf(
      shape<Stripe.SubscriptionScheduleUpdateParams.Phase.Item>()({
        metadata,
        price: required(text),
        quantity: count,
        tax_rates: clearable(listOf(text)),
        ...later('billing_thresholds', 'discounts', 'plan', 'price_data'),
      }),
    ),
  ),
  metadata,
  proration_behavior: prorationBehavior,
  start_date: moment,
  trial: flag,
  trial_end: moment,
  ...later('add_invoice_items', 'application_fee_percent', 'automatic_tax', 'billing_thresholds'),
  ...later('invoice_settings', 'on_behalf_of', 'transfer_data'),
});
export type PhaseParams = Read<typeof phase>;

export const updateParams = shape<Stripe.SubscriptionScheduleUpdateParams>()({
  end_behavior: oneOf('cancel', 'release'),
  expand,
  metadata: clearableMetadata,
  phases: listOf(phase),
  proration_behavior: prorationBehavior,
  ...later('default_settings', 'pause_schedules'),
});

export const listParams = shape<Stripe.SubscriptionScheduleListParams>()({
  ...pageFields,
  canceled_at: timeFilter,
  completed_at: timeFilter,
  created: timeFilter,
  customer: text,
  released_at: timeFilter,
  scheduled: flag,
  ...later('customer_account'),
});
export const retrieveParams = shape<Stripe.SubscriptionScheduleRetrieveParams>()({ expand });
export const releaseParams = shape<Stripe.SubscriptionScheduleReleaseParams>()({
  expand,
  preserve_cancel_date: flag,
});
export const cancelParams = shape<Stripe.SubscriptionScheduleCancelParams>()({
  expand,
  invoice_now: flag,
  prorate: flag,
});
