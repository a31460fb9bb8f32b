import type { World } from '../core/world.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { cardFault } from '../payments/attach.ts';
import { collect, defaultMethod } from '../payments/collect.ts';
import type { Outcome } from '../payments/collect.ts';
import { refuse, StripeFault } from '../wire/fault.ts';

export type PaymentBehavior =
  'allow_incomplete' | 'default_incomplete' | 'error_if_incomplete' | 'pending_if_incomplete';

/**
 * Asks for the money of an invoice that a create or an update has just made.
 * @returns whether the subscription is paid up.
 * @throws 402 with `error_if_incomplete`, and 400 where there is nothing to charge.
 */
export function collectNow(
  world: World,
  invoice: Invoice,
  options: { behavior: PaymentBehavior; isOffSession: boolean },
): boolean {
  if (invoice.status === 'paid' || invoice.collectionMethod === 'send_invoice') return true;
  if (options.behavior === 'default_incomplete') {
    awaitConfirmation(world, invoice);
    return false;
  }
  const outcome = collect(world, invoice.id, { isOffSession: options.isOffSession });
  if (outcome.kind === 'paid') return true;
  if (outcome.kind === 'no-method') throw noMethodFault();
  if (options.behavior === 'error_if_incomplete') throw incompleteFault(world, outcome);
  return false;
}

export function noMethodFault(): StripeFault {
  return refuse(
    'This customer has no attached payment source or default payment method. Please consider adding a default payment method.',
    undefined,
    'resource_missing',
  );
}

/** The customer's own method is proposed, but the browser has to confirm it. */
function awaitConfirmation(world: World, invoice: Invoice): void {
  const method = defaultMethod(world, invoice);
  if (method === undefined || invoice.paymentIntent === null) return;
  world.store.paymentIntents.update(invoice.paymentIntent, {
    status: 'requires_confirmation',
    paymentMethod: method.id,
  });
}

function incompleteFault(
  world: World,
  outcome: Exclude<Outcome, { kind: 'paid' } | { kind: 'no-method' }>,
): StripeFault {
  if (outcome.kind === 'declined') {
    return cardFault(world, outcome.decline, { method: outcome.method, isUndone: true });
  }
  return new StripeFault({
    status: 402,
    type: 'card_error',
    message:
      'Payment for this subscription requires additional user action before it can be completed.',
    details: { code: 'subscription_payment_intent_requires_action' },
  });
}
