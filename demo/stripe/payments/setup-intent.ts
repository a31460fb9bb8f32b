import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';
import { formatIntentError, threeDSecure } from './payment-intent.ts';
import type { IntentError } from './payment-intent.ts';

export interface SetupIntent {
  id: string;
  created: number;
  customer: string | null;
  clientSecret: string;
  status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'succeeded'
    | 'canceled';
  paymentMethod: string | null;
  /** For bank debits. */
  mandate: string | null;
  lastError: IntentError | null;
  usage: 'off_session' | 'on_session';
  description: string | null;
  metadata: Record<string, string>;
  automaticPaymentMethods: { allowRedirects: 'always' | 'never' } | null;
  cancellationReason: 'abandoned' | 'duplicate' | 'requested_by_customer' | null;
}

export function formatSetupIntent(world: World, intent: SetupIntent): Wire<Stripe.SetupIntent> {
  return {
    id: intent.id,
    object: 'setup_intent',
    allowed_payment_method_types: null,
    application: null,
    automatic_payment_methods: intent.automaticPaymentMethods && {
      allow_redirects: intent.automaticPaymentMethods.allowRedirects,
      enabled: true,
    },
    cancellation_reason: intent.cancellationReason,
    client_secret: intent.clientSecret,
    created: intent.created,
    customer: intent.customer,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: formatIntentError(world, intent.lastError),
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: intent.mandate,
    metadata: intent.metadata,
    next_action: intent.status === 'requires_action' ? threeDSecure(intent.id) : null,
    on_behalf_of: null,
    payment_method: intent.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card', 'sepa_debit', 'us_bank_account'],
    single_use_mandate: null,
    status: intent.status,
    usage: intent.usage,
  };
}
