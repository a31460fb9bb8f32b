import type Stripe from 'stripe';
import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';
import type { Charge } from './charge.ts';
import type { TestRule } from './test-cards.ts';

const DAY = 86_400;
const DAYS_TO_ANSWER = 9;

/** A card holder who wants the money back, by way of the bank. */
export interface Dispute {
  id: string;
  created: number;
  charge: string;
  paymentIntent: string;
  amount: number;
  currency: string;
  reason: NonNullable<TestRule['dispute']>;
  status: 'needs_response' | 'lost';
  brand: string | null;
  metadata: Record<string, string>;
}

export function openDispute(world: World, charge: Charge, reason: Dispute['reason']): Dispute {
  world.store.charges.update(charge.id, { isDisputed: true });
  const isCard = charge.details.type === 'card';
  return world.store.disputes.insert({
    id: longId(isCard ? 'du' : 'dp'),
    created: world.clock.now(),
    charge: charge.id,
    paymentIntent: charge.paymentIntent,
    amount: charge.amount,
    currency: charge.currency,
    reason,
    // The payer of a bank debit is always right.
    status: isCard ? 'needs_response' : 'lost',
    brand: isCard ? 'visa' : null,
    metadata: {},
  });
}

export function formatDispute(_world: World, dispute: Dispute): Wire<Stripe.Dispute> {
  return {
    id: dispute.id,
    object: 'dispute',
    amount: dispute.amount,
    balance_transactions: [],
    charge: dispute.charge,
    created: dispute.created,
    currency: dispute.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: dispute.created + DAYS_TO_ANSWER * DAY,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: dispute.metadata,
    payment_intent: dispute.paymentIntent,
    ...(dispute.brand === null
      ? {}
      : {
          payment_method_details: {
            card: {
              brand: dispute.brand,
              case_type: 'chargeback',
              network: dispute.brand,
              network_reason_code: dispute.reason === 'fraudulent' ? '10.4' : '13.1',
            },
            type: 'card',
          },
        }),
    reason: dispute.reason,
    status: dispute.status,
  };
}

const NO_EVIDENCE: Wire<Stripe.Dispute.Evidence> = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
