import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';
import type { Decline } from './declines.ts';
import { formatChargeMethod } from './charge-method.ts';
import { outcomeOf } from './charge-outcome.ts';
import type { MethodDetails, PaymentMethod } from './payment-method.ts';
import type { TestRule } from './test-cards.ts';

/** One try to take money. A payment that is tried again has several. */
export interface Charge {
  id: string;
  created: number;
  amount: number;
  currency: string;
  customer: string | null;
  paymentIntent: string;
  paymentMethod: string;
  status: 'succeeded' | 'pending' | 'failed';
  decline: Decline | null;
  /** For a debit that is on its way: when the bank's answer comes (null: never), and what it is. */
  answer: { at: number | null; decline: Decline | null } | null;
  amountRefunded: number;
  isDisputed: boolean;
  isAuthenticated: boolean;
  /** As it was at the time. */
  details: MethodDetails;
  billing: PaymentMethod['billing'];
  mandate: string | null;
  risk: TestRule['risk'];
  description: string | null;
  metadata: Record<string, string>;
}

export function formatCharge(_world: World, charge: Charge): Wire<Stripe.Charge> {
  const isTaken = charge.status === 'succeeded';
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.status === 'failed' ? 0 : charge.amount,
    amount_refunded: charge.amountRefunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { ...charge.billing, tax_id: null },
    calculated_statement_descriptor: 'SIMULATED ACCOUNT',
    captured: charge.status !== 'failed',
    created: charge.created,
    currency: charge.currency,
    customer: charge.customer,
    description: charge.description,
    disputed: charge.isDisputed,
    failure_balance_transaction: null,
    failure_code: charge.decline?.code ?? null,
    failure_message: charge.decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: charge.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(charge),
    paid: charge.status !== 'failed',
    payment_intent: charge.paymentIntent,
    payment_method: charge.paymentMethod,
    payment_method_details: formatChargeMethod(charge),
    radar_options: {},
    receipt_email: null,
    receipt_number: null,
    receipt_url: isTaken ? `https://pay.stripe.com/receipts/${charge.id}` : null,
    refunded: isTaken && charge.amountRefunded === charge.amount,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: charge.status,
    transfer_data: null,
    transfer_group: null,
  };
}
