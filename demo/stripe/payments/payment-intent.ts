import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';
import { typesFor } from './method-types.ts';
import { formatPaymentMethod } from './payment-method.ts';
import type { MethodType, PaymentMethod } from './payment-method.ts';
import { plainDecline } from './declines.ts';
import type { Decline } from './declines.ts';

export interface PaymentIntent {
  id: string;
  created: number;
  amount: number;
  currency: string;
  customer: string | null;
  /** Null: it was not made by a bill. */
  invoice: string | null;
  clientSecret: string;
  status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'processing'
    | 'succeeded'
    | 'canceled';
  paymentMethod: string | null;
  /** The last try that came as far as a bank. */
  latestCharge: string | null;
  lastError: IntentError | null;
  description: string | null;
  metadata: Record<string, string>;
  automaticPaymentMethods: { allowRedirects: 'always' | 'never' } | null;
  /** Null: all that the currency allows. */
  methodTypes: MethodType[] | null;
  canceledAt: number | null;
  cancellationReason:
    'abandoned' | 'duplicate' | 'fraudulent' | 'requested_by_customer' | 'void_invoice' | null;
  /** The subscription wants the method that pays to become its own. */
  setupFutureUsage: 'off_session' | 'on_session' | null;
}

export interface IntentError {
  decline: Decline;
  method: string;
  charge?: string;
}

export function formatPaymentIntent(
  world: World,
  intent: PaymentIntent,
): Wire<Stripe.PaymentIntent> {
  return {
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: intent.amount,
    amount_capturable: 0,
    amount_received: intent.status === 'succeeded' ? intent.amount : 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: intent.automaticPaymentMethods && {
      allow_redirects: intent.automaticPaymentMethods.allowRedirects,
      enabled: true,
    },
    canceled_at: intent.canceledAt,
    cancellation_reason: intent.cancellationReason,
    capture_method: 'automatic',
    client_secret: intent.clientSecret,
    confirmation_method: 'automatic',
    created: intent.created,
    currency: intent.currency,
    customer: intent.customer,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    last_payment_error: formatIntentError(world, intent.lastError),
    latest_charge: intent.latestCharge,
    livemode: false,
    managed_payments: null,
    metadata: intent.metadata,
    next_action: intent.status === 'requires_action' ? threeDSecure(intent.id) : null,
    on_behalf_of: null,
    payment_method: intent.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: 'automatic',
      },
    },
    payment_method_types: typesFor(intent.currency, intent.methodTypes),
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: intent.setupFutureUsage,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: intent.status,
    transfer_data: null,
    transfer_group: null,
  };
}

/** What Stripe.js is asked to do. The page that plays the bank is not Stripe's. */
export function threeDSecure(id: string) {
  return {
    type: 'use_stripe_sdk',
    use_stripe_sdk: {
      type: 'three_d_secure_redirect',
      stripe_js: `/_simulator/authentication?intent=${id}`,
      source: `src_${id.slice(-24)}`,
    },
  };
}

export function formatIntentError(
  world: World,
  error: IntentError | null,
): Wire<Stripe.PaymentIntent.LastPaymentError> | null {
  if (error === null) return null;
  const method = world.store.paymentMethods.find(error.method);
  return {
    type: isOfCard(error, method) ? 'card_error' : 'invalid_request_error',
    ...(error.charge === undefined ? {} : { charge: error.charge }),
    code: error.decline.code,
    doc_url: `https://docs.stripe.com/error-codes/${error.decline.code}`,
    message: error.decline.message,
    ...declineFields(error.decline),
    ...(method === undefined ? {} : { payment_method: formatPaymentMethod(world, method) }),
  };
}

/** Only a bank's refusal of a card is a card's error. */
function isOfCard({ decline }: IntentError, method: PaymentMethod | undefined): boolean {
  return !decline.code.endsWith('_authentication_failure') && method?.details.type === 'card';
}

function declineFields({ declineCode, advice, networkCode }: Decline) {
  return {
    ...(declineCode === null ? {} : { decline_code: declineCode }),
    ...(advice === null ? {} : { advice_code: advice }),
    ...(networkCode === null ? {} : { network_decline_code: networkCode }),
  };
}

export const AUTHENTICATION_FAILED = plainDecline(
  'payment_intent_authentication_failure',
  'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
);
