import type Stripe from 'stripe';
import { currencyCode } from '../catalogue/price-params.ts';
import {
  clearableMetadata,
  expand,
  metadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
import {
  clearable,
  flag,
  integer,
  later,
  oneOf,
  partOf,
  required,
  shape,
  text,
} from '../wire/params.ts';
import { methodData } from './method-data.ts';
import { mandateData } from './mandate-params.ts';

/** What Stripe.js sends besides. */
export interface BrowserParams {
  client_secret: string;
  key: string;
  expected_payment_method_type: string;
}
export const browserFields = { client_secret: text, key: text, expected_payment_method_type: text };

const futureUsage = oneOf('off_session', 'on_session');

/** No `payment_method_types`: Stripe took it away with 2026-09-30. */
export const createParams = shape<Stripe.PaymentIntentCreateParams>()({
  amount: required(integer),
  automatic_payment_methods: shape<Stripe.PaymentIntentCreateParams.AutomaticPaymentMethods>()({
    allow_redirects: oneOf('always', 'never'),
    enabled: required(flag),
  }),
  capture_method: oneOf('automatic', 'automatic_async'),
  confirm: flag,
  currency: required(currencyCode),
  customer: text,
  description: text,
  error_on_requires_action: flag,
  expand,
  mandate_data: clearable(mandateData),
  metadata,
  off_session: flag,
  payment_method: text,
  payment_method_data: methodData,
  return_url: text,
  setup_future_usage: futureUsage,
  use_stripe_sdk: flag,
  ...later('allowed_payment_method_types', 'amount_details', 'application_fee_amount'),
  ...later('confirmation_method', 'confirmation_token', 'customer_account'),
  ...later('excluded_payment_method_types', 'hooks', 'mandate', 'on_behalf_of', 'payment_details'),
  ...later('payment_method_configuration', 'payment_method_options', 'radar_options'),
  ...later('receipt_email', 'shipping', 'statement_descriptor', 'statement_descriptor_suffix'),
  ...later('transfer_data', 'transfer_group'),
});

export const updateParams = shape<Stripe.PaymentIntentUpdateParams>()({
  amount: integer,
  currency: currencyCode,
  customer: text,
  description: text,
  expand,
  metadata: clearableMetadata,
  payment_method: text,
  setup_future_usage: clearable(futureUsage),
  ...later('allowed_payment_method_types', 'amount_details', 'application_fee_amount'),
  ...later('capture_method', 'customer_account', 'excluded_payment_method_types', 'hooks'),
  ...later('payment_details', 'payment_method_configuration', 'payment_method_data'),
  ...later('payment_method_options', 'receipt_email', 'shipping', 'statement_descriptor'),
  ...later('statement_descriptor_suffix', 'transfer_data', 'transfer_group'),
});

export const confirmParams = partOf<Stripe.PaymentIntentConfirmParams & BrowserParams>()({
  error_on_requires_action: flag,
  expand,
  mandate_data: clearable(mandateData),
  off_session: flag,
  payment_method: text,
  payment_method_data: methodData,
  return_url: text,
  setup_future_usage: clearable(futureUsage),
  use_stripe_sdk: flag,
  ...browserFields,
  ...later('confirmation_token', 'payment_method_options', 'shipping', 'receipt_email'),
});

export const retrieveParams = partOf<Stripe.PaymentIntentRetrieveParams & BrowserParams>()({
  expand,
  client_secret: text,
  key: text,
});

export const cancelParams = shape<Stripe.PaymentIntentCancelParams>()({
  cancellation_reason: oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'),
  expand,
});

export const listParams = shape<Stripe.PaymentIntentListParams>()({
  ...pageFields,
  created: timeFilter,
  customer: text,
  ...later('customer_account'),
});
