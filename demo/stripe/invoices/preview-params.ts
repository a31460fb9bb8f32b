import type Stripe from 'stripe';
import { inlineOneTime } from '../catalogue/inline-price.ts';
import { currencyCode } from '../catalogue/price-params.ts';
import { addressParams, shippingParams } from '../customers/customer-params.ts';
import { previewDetails } from '../schedules/schedule-params.ts';
import {
  automaticTax,
  billingMode,
  cancelAt,
  prorationBehavior,
  trialEnd,
} from '../subscriptions/create-params.ts';
import { discountParams, itemParams } from '../subscriptions/item-params.ts';
import { billFor, invoicingBehavior } from '../subscriptions/pause-params.ts';
import { clearableMetadata, count, expand } from '../wire/common-params.ts';
import {
  clearable,
  clearableText,
  decimal,
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

type Params = Stripe.InvoiceCreatePreviewParams;

const details = shape<Stripe.InvoiceCreatePreviewParams.SubscriptionDetails>()({
  billing_cycle_anchor: shape<{ type: string; timestamp?: number }>()({
    type: required(oneOf('now', 'timestamp', 'unchanged')),
    timestamp: integer,
  }),
  billing_mode: billingMode,
  cancel_at: clearable(cancelAt),
  cancel_at_period_end: flag,
  cancel_now: flag,
  default_tax_rates: clearable(listOf(text)),
  items: listOf(itemParams),
  metadata: clearableMetadata,
  pause: shape<Stripe.InvoiceCreatePreviewParams.SubscriptionDetails.Pause>()({
    bill_for: billFor,
    invoicing_behavior: invoicingBehavior,
    type: oneOf('subscription'),
  }),
  proration_behavior: prorationBehavior,
  proration_date: integer,
  resume_at: oneOf('now'),
  start_date: integer,
  trial_end: trialEnd,
  ...later('billing_schedules'),
});

const invoiceItem = shape<Stripe.InvoiceCreatePreviewParams.InvoiceItem>()({
  amount: integer,
  currency: currencyCode,
  description: text,
  discountable: flag,
  discounts: discountParams,
  invoiceitem: text,
  metadata: clearableMetadata,
  period: shape<Stripe.InvoiceCreatePreviewParams.InvoiceItem.Period>()({
    end: required(integer),
    start: required(integer),
  }),
  price: text,
  price_data: inlineOneTime,
  quantity: count,
  tax_rates: clearable(listOf(text)),
  unit_amount: integer,
  unit_amount_decimal: decimal,
  ...later('quantity_decimal', 'tax_behavior', 'tax_code'),
});

const customerDetails = shape<Stripe.InvoiceCreatePreviewParams.CustomerDetails>()({
  address: clearable(addressParams),
  shipping: clearable(shippingParams),
  tax: shape<Stripe.InvoiceCreatePreviewParams.CustomerDetails.Tax>()({
    ip_address: clearableText,
  }),
  tax_exempt: clearable(oneOf('none', 'exempt', 'reverse')),
  ...later('tax_ids'),
});

export const previewParams = shape<Params>()({
  automatic_tax: automaticTax,
  currency: currencyCode,
  customer: text,
  customer_details: customerDetails,
  discounts: discountParams,
  expand,
  invoice_items: listOf(invoiceItem),
  on_behalf_of: clearableText,
  preview_mode: oneOf('next', 'recurring'),
  schedule: text,
  schedule_details: previewDetails,
  subscription: text,
  subscription_details: details,
  ...later('customer_account', 'issuer'),
});
export type PreviewParams = Partial<Read<typeof previewParams>>;
export type PreviewDetails = Partial<Read<typeof details>>;
export type PreviewItem = Partial<Read<typeof invoiceItem>>;
export type PreviewCustomer = Partial<Read<typeof customerDetails>>;
