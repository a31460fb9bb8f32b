import type Stripe from 'stripe';
import {
  clearableMetadata,
  expand,
  metadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
import { clearable, flag, later, oneOf, partOf, required, shape, text } from '../wire/params.ts';
import { mandateData } from './mandate-params.ts';
import { methodData } from './method-data.ts';
import { browserFields } from './payment-intent-params.ts';
import type { BrowserParams } from './payment-intent-params.ts';

/** No `payment_method_types`: Stripe took it away with 2026-09-30. */
export const createParams = shape<Stripe.SetupIntentCreateParams>()({
  automatic_payment_methods: shape<Stripe.SetupIntentCreateParams.AutomaticPaymentMethods>()({
    allow_redirects: oneOf('always', 'never'),
    enabled: required(flag),
  }),
  confirm: flag,
  customer: text,
  description: text,
  expand,
  mandate_data: clearable(mandateData),
  metadata,
  payment_method: text,
  payment_method_data: methodData,
  return_url: text,
  usage: oneOf('off_session', 'on_session'),
  use_stripe_sdk: flag,
  ...later('allowed_payment_method_types', 'attach_to_self', 'confirmation_token'),
  ...later('customer_account', 'excluded_payment_method_types', 'flow_directions'),
  ...later('on_behalf_of', 'payment_method_configuration', 'payment_method_options', 'single_use'),
});

export const updateParams = shape<Stripe.SetupIntentUpdateParams>()({
  customer: text,
  description: text,
  expand,
  metadata: clearableMetadata,
  payment_method: text,
  ...later('allowed_payment_method_types', 'attach_to_self', 'customer_account'),
  ...later('excluded_payment_method_types', 'flow_directions', 'payment_method_configuration'),
  ...later('payment_method_data', 'payment_method_options'),
});

export const confirmParams = partOf<Stripe.SetupIntentConfirmParams & BrowserParams>()({
  expand,
  mandate_data: clearable(mandateData),
  payment_method: text,
  payment_method_data: methodData,
  return_url: text,
  use_stripe_sdk: flag,
  ...browserFields,
  ...later('confirmation_token', 'payment_method_options'),
});

export const retrieveParams = partOf<Stripe.SetupIntentRetrieveParams & BrowserParams>()({
  expand,
  client_secret: text,
  key: text,
});

export const cancelParams = shape<Stripe.SetupIntentCancelParams>()({
  cancellation_reason: oneOf('abandoned', 'duplicate', 'requested_by_customer'),
  expand,
});

export const listParams = shape<Stripe.SetupIntentListParams>()({
  ...pageFields,
  created: timeFilter,
  customer: text,
  payment_method: text,
  ...later('attach_to_self', 'customer_account'),
});
