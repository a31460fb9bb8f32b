import { randomText } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { markPaid } from '../invoices/finalize.ts';
import { settleFailedAttempt } from '../subscriptions/settle-resume.ts';
import type { Charge } from './charge.ts';
import { declineFor, plainDecline } from './declines.ts';
import type { Decline } from './declines.ts';
import { openDispute } from './dispute.ts';
import { mandateOf } from './mandate.ts';
import type { IntentError, PaymentIntent } from './payment-intent.ts';
import { ruleOf } from './payment-method.ts';
import type { PaymentMethod } from './payment-method.ts';

/** How one try of a payment ended, or that it has not ended yet. */
export type Outcome =
  | { kind: 'paid' }
  | { kind: 'processing'; intent: PaymentIntent; method: PaymentMethod }
  | { kind: 'requires-action'; intent: PaymentIntent; method: PaymentMethod }
  | { kind: 'declined'; intent: PaymentIntent; method: PaymentMethod; decline: Decline };

const DEBIT_SECONDS = 180;

/**
 * Puts a payment method to a payment, as `confirm` does. Where the bank wants to ask somebody who
 * is away, the payment is declined; a bill's payment waits for them instead.
 */
export function tryPayment(
  world: World,
  intent: PaymentIntent,
  options: { method: PaymentMethod; isOffSession: boolean; isBilling?: boolean },
): Outcome {
  const { method, isOffSession } = options;
  if (!needsAuthentication(method, isOffSession)) return finishCharge(world, intent, method);
  if (isOffSession && options.isBilling !== true) {
    return refuseCharge(world, { intent, method }, declineFor('authentication_required'));
  }
  const next = world.store.paymentIntents.update(intent.id, {
    status: 'requires_action',
    paymentMethod: method.id,
    lastError: null,
  });
  return { kind: 'requires-action', intent: next, method };
}

/** The charge itself, once nothing more has to be confirmed. */
export function finishCharge(
  world: World,
  intent: PaymentIntent,
  method: PaymentMethod,
  isAuthenticated = false,
): Outcome {
  const { id: paymentIntent, customer, amount, currency } = intent;
  const asked = world.bank.answer({ customer, paymentIntent, method, amount, currency });
  const decline = asked === undefined ? ruleOf(method).charge : asked;
  const attempt = { intent, method, isAuthenticated };
  if (method.details.type !== 'card') return beginDebit(world, attempt, decline);
  if (decline !== null) return refuseCharge(world, attempt, decline);
  const charge = insertCharge(world, attempt, { status: 'succeeded' });
  succeedIntent(world, intent, charge);
  return { kind: 'paid' };
}

/** The money is there. */
export function succeedIntent(world: World, intent: PaymentIntent, charge: Charge): void {
  const method = world.store.paymentMethods.get(charge.paymentMethod);
  world.store.paymentIntents.update(intent.id, {
    status: 'succeeded',
    paymentMethod: method.id,
    latestCharge: charge.id,
    lastError: null,
  });
  keepMethod(world, intent, method);
  const { dispute } = ruleOf(method);
  if (dispute !== null) openDispute(world, charge, dispute);
  if (intent.invoice !== null) markPaid(world, intent.invoice, intent.amount);
}

export function failIntent(world: World, intent: PaymentIntent, error: IntentError): PaymentIntent {
  const failed = world.store.paymentIntents.update(intent.id, {
    status: 'requires_payment_method',
    paymentMethod: null,
    lastError: error,
  });
  if (intent.invoice !== null) settleFailedAttempt(world, intent.invoice);
  return failed;
}

interface Attempt {
  intent: PaymentIntent;
  method: PaymentMethod;
  isAuthenticated?: boolean;
}

/** A debit is on its way for some minutes, whatever becomes of it. */
function beginDebit(world: World, attempt: Attempt, decline: Decline | null): Outcome {
  const { intent, method } = attempt;
  const mandate = mandateOf(world, method.id);
  if (mandate?.status !== 'active') return refuseCharge(world, attempt, NO_MANDATE);
  const rule = ruleOf(method);
  const isStuck = 'isStuck' in rule && rule.isStuck;
  const at = isStuck ? null : world.clock.now() + DEBIT_SECONDS;
  const charge = insertCharge(world, attempt, {
    status: 'pending',
    mandate: mandate.id,
    answer: { at, decline },
  });
  const next = world.store.paymentIntents.update(intent.id, {
    status: 'processing',
    paymentMethod: method.id,
    latestCharge: charge.id,
    lastError: null,
  });
  return { kind: 'processing', intent: next, method };
}

const NO_MANDATE = plainDecline(
  'payment_intent_mandate_invalid',
  'The payment method has no active mandate. Collect one with a SetupIntent, or send mandate_data.',
);

function refuseCharge(world: World, attempt: Attempt, decline: Decline): Outcome {
  const { intent, method } = attempt;
  const charge = insertCharge(world, attempt, { status: 'failed', decline });
  world.store.paymentIntents.update(intent.id, { latestCharge: charge.id });
  const error = { decline, method: method.id, charge: charge.id };
  return { kind: 'declined', intent: failIntent(world, intent, error), method, decline };
}

function insertCharge(
  world: World,
  { intent, method, isAuthenticated }: Attempt,
  change: Partial<Charge> & Pick<Charge, 'status'>,
): Charge {
  const prefix = method.details.type === 'card' ? 'ch' : 'py';
  return world.store.charges.insert({
    id: `${prefix}_3${randomText(23)}`,
    created: world.clock.now(),
    amount: intent.amount,
    currency: intent.currency,
    customer: intent.customer,
    paymentIntent: intent.id,
    paymentMethod: method.id,
    decline: null,
    answer: null,
    amountRefunded: 0,
    isDisputed: false,
    isAuthenticated: isAuthenticated === true,
    details: method.details,
    billing: method.billing,
    mandate: null,
    risk: ruleOf(method).risk,
    description: intent.description,
    metadata: intent.metadata,
    ...change,
  });
}

/** Saved where the payment was meant to; what belongs to nobody cannot be used a second time. */
function keepMethod(world: World, intent: PaymentIntent, method: PaymentMethod): void {
  if (intent.setupFutureUsage !== null && intent.customer !== null) {
    const change = { customer: intent.customer, isSetUp: true };
    world.store.paymentMethods.update(method.id, change);
  } else if (method.customer === null) {
    world.store.paymentMethods.update(method.id, { isSpent: true });
  }
}

function needsAuthentication(method: PaymentMethod, isOffSession: boolean): boolean {
  const { authentication } = ruleOf(method);
  if (authentication === 'always') return true;
  if (authentication === 'unless-set-up') return !isOffSession || !method.isSetUp;
  return authentication === 'on-session' && !isOffSession;
}
