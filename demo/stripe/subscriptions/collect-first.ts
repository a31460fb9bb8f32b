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
 * @returns whether the subscription is paid up, or its payment on the way.
 * @throws 402 with `error_if_incomplete`, and 400 where there is nothing to charge.
 */
export function collectNow(
  world: World,
  invoice: Invoice,
  options: { behavior: PaymentBehavior; isOffSession: boolean },
): 'paid' | 'processing' | 'open' {
  if (invoice.status === 'paid' || invoice.collectionMethod === 'send_invoice') return 'paid';
  if (options.behavior === 'default_incomplete') {
    awaitConfirmation(world, invoice);
    return 'open';
  }
  const outcome = collect(world, invoice.id, { isOffSession: options.isOffSession });
  if (outcome.kind === 'paid' || outcome.kind === 'processing') return outcome.kind;
  if (outcome.kind === 'no-method') throw noMethodFault();
  if (options.behavior === 'error_if_incomplete') throw incompleteFault(world, outcome);
  return 'open';
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
  outcome: Extract<Outcome, { kind: 'declined' } | { kind: 'requires-action' }>,
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
