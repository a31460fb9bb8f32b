import type { World } from '../core/world.ts';
import { markPaid } from '../invoices/finalize.ts';
import { cardOf } from './attach.ts';
import type { IntentError, PaymentIntent } from './payment-intent.ts';
import type { PaymentMethod } from './payment-method.ts';
import type { Decline } from './declines.ts';

/** How one try to have an invoice paid ended. */
export type Outcome =
  | { kind: 'paid' }
  | { kind: 'requires-action'; intent: PaymentIntent; method: PaymentMethod }
  | { kind: 'declined'; intent: PaymentIntent; method: PaymentMethod; decline: Decline }
  | { kind: 'no-method' };

/**
 * Tries to have an open invoice paid: with `method`, or with the invoice's, the subscription's or
 * the customer's default, in that order.
 */
export function collect(
  world: World,
  invoiceId: string,
  options: { method?: PaymentMethod | undefined; isOffSession: boolean },
): Outcome {
  const invoice = world.store.invoices.get(invoiceId);
  if (invoice.status === 'paid') return { kind: 'paid' };
  const method = options.method ?? defaultMethod(world, invoice);
  const intent = world.store.paymentIntents.find(invoice.paymentIntent);
  if (method === undefined || intent === undefined) return { kind: 'no-method' };
  world.store.invoices.update(invoiceId, {
    attempted: true,
    attemptCount: invoice.attemptCount + 1,
  });
  return charge(world, intent, { method, isOffSession: options.isOffSession });
}

/** Puts a payment method to a payment, as `confirm` does. */
export function charge(
  world: World,
  intent: PaymentIntent,
  { method, isOffSession }: { method: PaymentMethod; isOffSession: boolean },
): Outcome {
  if (needsAuthentication(method, isOffSession)) {
    const next = world.store.paymentIntents.update(intent.id, {
      status: 'requires_action',
      paymentMethod: method.id,
      lastError: null,
    });
    return { kind: 'requires-action', intent: next, method };
  }
  return finishCharge(world, intent, method);
}

/** The charge itself, once nothing more has to be confirmed. */
export function finishCharge(world: World, intent: PaymentIntent, method: PaymentMethod): Outcome {
  const decline = answerOf(world, intent, method);
  if (decline !== null) {
    const next = failIntent(world, intent, { decline, method: method.id });
    return { kind: 'declined', intent: next, method, decline };
  }
  const { paymentIntents, paymentMethods } = world.store;
  paymentIntents.update(intent.id, {
    status: 'succeeded',
    paymentMethod: method.id,
    lastError: null,
  });
  if (method.customer === null && intent.setupFutureUsage !== null) {
    paymentMethods.update(method.id, { customer: intent.customer, isSetUp: true });
  }
  markPaid(world, intent.invoice, intent.amount);
  return { kind: 'paid' };
}

export function failIntent(world: World, intent: PaymentIntent, error: IntentError): PaymentIntent {
  return world.store.paymentIntents.update(intent.id, {
    status: 'requires_payment_method',
    paymentMethod: null,
    lastError: error,
  });
}

/** The first of: the invoice's, the subscription's, the customer's. */
export function defaultMethod(
  world: World,
  invoice: { customer: string; subscription: string | null; defaultPaymentMethod: string | null },
): PaymentMethod | undefined {
  const id =
    invoice.defaultPaymentMethod ??
    world.store.subscriptions.find(invoice.subscription)?.defaultPaymentMethod ??
    world.store.customers.get(invoice.customer).defaultPaymentMethod;
  return world.store.paymentMethods.find(id);
}

function answerOf(world: World, intent: PaymentIntent, method: PaymentMethod): Decline | null {
  const { id: paymentIntent, customer, amount, currency } = intent;
  const answer = world.bank.answer({ customer, paymentIntent, method, amount, currency });
  return answer === undefined ? cardOf(method).charge : answer;
}

function needsAuthentication(method: PaymentMethod, isOffSession: boolean): boolean {
  const { authentication } = cardOf(method);
  if (authentication === 'always') return true;
  if (authentication === 'until-set-up') return !method.isSetUp;
  return authentication === 'on-session' && !isOffSession;
}
