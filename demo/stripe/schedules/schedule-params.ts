import type Stripe from 'stripe';
import { inlineOneTime, inlineRecurring } from '../catalogue/inline-price.ts';
import { currencyCode } from '../catalogue/price-params.ts';
import { automaticTax, billingMode, prorationBehavior } from '../subscriptions/create-params.ts';
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

const moment = either(oneOf('now'), integer);
const collectionMethod = oneOf('charge_automatically', 'send_invoice');
const anchor = oneOf('automatic', 'phase_start');
const endBehavior = oneOf('cancel', 'release');
const taxRates = clearable(listOf(text));

type CreatePhase = Stripe.SubscriptionScheduleCreateParams.Phase;
type UpdatePhase = Stripe.SubscriptionScheduleUpdateParams.Phase;

const invoiceSettings = shape<Stripe.SubscriptionScheduleUpdateParams.Phase.InvoiceSettings>()({
  days_until_due: count,
  ...later('account_tax_ids', 'custom_fields', 'description', 'footer', 'issuer'),
});

const phaseFields = {
  add_invoice_items: listOf(
    shape<Stripe.SubscriptionScheduleUpdateParams.Phase.AddInvoiceItem>()({
      discountable: flag,
      discounts: discountParams,
      metadata,
      price: text,
      price_data: inlineOneTime,
      quantity: count,
      tax_rates: taxRates,
      ...later('period'),
    }),
  ),
  automatic_tax: automaticTax,
  billing_cycle_anchor: anchor,
  collection_method: collectionMethod,
  currency: currencyCode,
  default_payment_method: text,
  default_tax_rates: taxRates,
  description: clearableText,
  discounts: discountParams,
  duration: shape<Stripe.SubscriptionScheduleUpdateParams.Phase.Duration>()({
    interval: required(oneOf('day', 'week', 'month', 'year')),
    interval_count: count,
  }),
  end_date: moment,
  invoice_settings: invoiceSettings,
  items: required(
    listOf(
      shape<Stripe.SubscriptionScheduleUpdateParams.Phase.Item>()({
        discounts: discountParams,
        metadata,
        price: text,
        price_data: inlineRecurring,
        quantity: count,
        tax_rates: taxRates,
        ...later('billing_thresholds', 'plan'),
      }),
    ),
  ),
  metadata,
  proration_behavior: prorationBehavior,
  trial: flag,
  trial_end: moment,
  ...later('application_fee_percent', 'billing_thresholds', 'on_behalf_of', 'transfer_data'),
};
const newPhase = shape<CreatePhase>()({ ...phaseFields, end_date: integer, trial_end: integer });
export const phase = shape<UpdatePhase>()({ ...phaseFields, start_date: moment });
export type PhaseParams = Partial<Read<typeof phase>> & Pick<Read<typeof phase>, 'items'>;

const defaultSettings = shape<Stripe.SubscriptionScheduleUpdateParams.DefaultSettings>()({
  automatic_tax: automaticTax,
  billing_cycle_anchor: anchor,
  collection_method: collectionMethod,
  default_payment_method: text,
  description: clearableText,
  invoice_settings: invoiceSettings,
  ...later('application_fee_percent', 'billing_thresholds', 'on_behalf_of', 'transfer_data'),
});
export type DefaultParams = Read<typeof defaultSettings>;

export const createParams = shape<Stripe.SubscriptionScheduleCreateParams>()({
  billing_mode: billingMode,
  customer: text,
  default_settings: defaultSettings,
  end_behavior: endBehavior,
  expand,
  from_subscription: text,
  metadata: clearableMetadata,
  phases: listOf(newPhase),
  start_date: moment,
  ...later('customer_account', 'pause_schedules'),
});
export type CreateParams = Partial<Omit<Read<typeof createParams>, 'phases'>> & {
  phases?: PhaseParams[] | undefined;
};

export const updateParams = shape<Stripe.SubscriptionScheduleUpdateParams>()({
  default_settings: defaultSettings,
  end_behavior: endBehavior,
  expand,
  metadata: clearableMetadata,
  phases: listOf(phase),
  proration_behavior: prorationBehavior,
  ...later('pause_schedules'),
});
export type UpdateParams = Partial<Read<typeof updateParams>>;

export const previewDetails = shape<Stripe.InvoiceCreatePreviewParams.ScheduleDetails>()({
  billing_mode: billingMode,
  end_behavior: endBehavior,
  phases: listOf(phase),
  proration_behavior: prorationBehavior,
  ...later('pause_schedules'),
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
