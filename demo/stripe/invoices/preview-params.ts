import type Stripe from 'stripe';
import { currencyCode } from '../catalogue/price-params.ts';
import {
  billingMode,
  cancelAt,
  prorationBehavior,
  trialEnd,
} from '../subscriptions/create-params.ts';
import { discountParams, itemParams } from '../subscriptions/item-params.ts';
import { clearableMetadata, expand } from '../wire/common-params.ts';
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

const details = shape<Stripe.InvoiceCreatePreviewParams.SubscriptionDetails>()({
  billing_cycle_anchor: shape<{ type: string }>()({ type: required(oneOf('now', 'unchanged')) }),
  billing_mode: billingMode,
  cancel_at: clearable(cancelAt),
  cancel_at_period_end: flag,
  cancel_now: flag,
  default_tax_rates: clearable(listOf(text)),
  items: listOf(itemParams),
  metadata: clearableMetadata,
  proration_behavior: prorationBehavior,
  proration_date: integer,
  trial_end: trialEnd,
  ...later('billing_schedules', 'pause', 'resume_at', 'start_date'),
});

export const previewParams = shape<Stripe.InvoiceCreatePreviewParams>()({
  currency: currencyCode,
  customer: text,
  discounts: discountParams,
  expand,
  on_behalf_of: clearableText,
  preview_mode: oneOf('next', 'recurring'),
  subscription: text,
  subscription_details: details,
  ...later('automatic_tax', 'customer_account', 'customer_details', 'invoice_items', 'issuer'),
  ...later('schedule', 'schedule_details'),
});
export type PreviewParams = Read<typeof previewParams>;
export type PreviewDetails = Read<typeof details>;
