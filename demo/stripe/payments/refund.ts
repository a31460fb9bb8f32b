import type Stripe from 'stripe';
import { randomText } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { refuse } from '../wire/fault.ts';
import type { Wire } from '../wire/wire-object.ts';
import type { Charge } from './charge.ts';
import { ruleOf } from './payment-method.ts';

export interface Refund {
  id: string;
  created: number;
  charge: string;
  paymentIntent: string;
  customer: string | null;
  paymentMethod: string;
  isCard: boolean;
  amount: number;
  currency: string;
  reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' | null;
  status: 'pending' | 'succeeded' | 'failed';
  /** When a pending one ends, and whether well. */
  answer: { at: number; isGiven: boolean } | null;
  metadata: Record<string, string>;
}

const REFUND_SECONDS = 180;

/** Gives money back. @throws for more than is left of the charge. */
export function refundCharge(
  world: World,
  charge: Charge,
  options: Partial<Pick<Refund, 'amount' | 'reason' | 'metadata'>>,
): Refund {
  const left = charge.amount - charge.amountRefunded;
  const amount = options.amount ?? left;
  checkRefundable(charge, amount, left);
  world.store.charges.update(charge.id, { amountRefunded: charge.amountRefunded + amount });
  const rule = ruleOf(charge).refund;
  const at = world.clock.now() + REFUND_SECONDS;
  return world.store.refunds.insert({
    id: `re_3${randomText(23)}`,
    created: world.clock.now(),
    charge: charge.id,
    paymentIntent: charge.paymentIntent,
    customer: charge.customer,
    paymentMethod: charge.paymentMethod,
    isCard: charge.details.type === 'card',
    amount,
    currency: charge.currency,
    reason: options.reason ?? null,
    status: rule === 'succeeds' ? 'succeeded' : 'pending',
    answer: rule === 'succeeds' ? null : { at, isGiven: rule === 'pending' },
    metadata: options.metadata ?? {},
  });
}

/** How a pending refund ends; what could not be given back belongs to the charge again. */
export function settleRefund(world: World, id: string): void {
  const refund = world.store.refunds.get(id);
  const isGiven = refund.answer?.isGiven === true;
  world.store.refunds.update(id, { status: isGiven ? 'succeeded' : 'failed', answer: null });
  if (isGiven) return;
  const { amountRefunded } = world.store.charges.get(refund.charge);
  world.store.charges.update(refund.charge, { amountRefunded: amountRefunded - refund.amount });
}

export function formatRefund(_world: World, refund: Refund): Wire<Stripe.Refund> {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: null,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    customer: refund.customer,
    customer_account: null,
    ...(refund.isCard
      ? {
          destination_details: {
            card: { reference_status: 'pending', type: 'refund' },
            type: 'card',
          },
        }
      : { destination_details: { type: 'us_bank_transfer', us_bank_transfer: NO_REFERENCE } }),
    ...(refund.status === 'failed' ? { failure_reason: 'unknown' } : {}),
    metadata: refund.metadata,
    payment_intent: refund.paymentIntent,
    payment_method: refund.paymentMethod,
    ...(refund.status === 'pending' ? { pending_reason: 'processing' } : {}),
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
  };
}

const NO_REFERENCE = { reference: null, reference_status: 'pending' };

function checkRefundable(charge: Charge, amount: number, left: number): void {
  if (charge.status !== 'succeeded') {
    throw refuse(
      `Charge ${charge.id} cannot be refunded: its status is ${charge.status}.`,
      undefined,
      'charge_not_refundable',
    );
  }
  if (charge.isDisputed) {
    throw refuse(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      undefined,
      'charge_disputed',
    );
  }
  if (left === 0) {
    throw refuse(
      `Charge ${charge.id} has already been refunded.`,
      undefined,
      'charge_already_refunded',
    );
  }
  if (amount < 1) throw refuse('Invalid positive integer', 'amount', 'parameter_invalid_integer');
  if (amount > left) {
    throw refuse(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left}).`,
      'amount',
    );
  }
}
