import { ProblemError } from '../problem.ts';
import { paymentFailure } from '../stripe/errors.ts';
import { expanded } from '../stripe/ids.ts';
import type { StripeInvoice, StripePaymentIntent } from '../stripe/types.ts';

/** Where the payment of an invoice stands, read from an invoice with its payments expanded. */
export type PaymentOutcome =
  | { kind: 'paid' }
  | { kind: 'requires-action'; clientSecret: string }
  | { kind: 'processing' }
  | { kind: 'failed'; problem: ProblemError };

export function paymentOutcome(invoice: StripeInvoice): PaymentOutcome {
  if (invoice.status === 'paid') return { kind: 'paid' };
  const intent = latestIntent(invoice);
  const clientSecret = invoice.confirmation_secret?.client_secret;
  if (intent?.status === 'requires_action' && clientSecret) {
    return { kind: 'requires-action', clientSecret };
  }
  if (intent?.status === 'processing') return { kind: 'processing' };
  const declined = intent?.last_payment_error;
  const reason = paymentFailure(declined?.decline_code ?? declined?.code);
  return { kind: 'failed', problem: new ProblemError('payment-failed', { reason }) };
}

function latestIntent(invoice: StripeInvoice): StripePaymentIntent | null {
  const intents = (invoice.payments?.data ?? [])
    .toSorted((a, b) => b.created - a.created)
    .flatMap(({ payment }) => expanded(payment.payment_intent) ?? []);
  return intents[0] ?? null;
}
