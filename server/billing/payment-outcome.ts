import { ProblemError } from '../problem.ts';
import { paymentFailure } from '../stripe/errors.ts';
import { expanded } from '../stripe/ids.ts';
import type { StripeInvoice, StripePaymentIntent, StripeSubscription } from '../stripe/types.ts';
import type { Billing } from './context.ts';

/** Where the payment of an invoice stands, read from an invoice with its payments expanded. */
export type PaymentOutcome =
  | { kind: 'paid' }
  | { kind: 'requires-action'; clientSecret: string }
  | { kind: 'processing' }
  | { kind: 'failed'; problem: ProblemError };

/** The outcome of a subscription's last invoice. */
export async function readOutcome(
  { gateway }: Billing,
  subscription: StripeSubscription,
): Promise<PaymentOutcome> {
  const id = expanded(subscription.latest_invoice)?.id;
  if (id === undefined) throw new ProblemError('outcome-unknown');
  return paymentOutcome(await gateway.invoices.retrieveWithPayments(id));
}

/**
 * What the browser still has to do for a payment that was just tried: the secret by which it asks
 * the bank's question, or null where nothing is left. A payment that failed is given up, so that
 * nothing lingers, and thrown.
 */
export async function settlePayment(
  outcome: PaymentOutcome,
  giveUp: () => Promise<unknown>,
): Promise<string | null> {
  switch (outcome.kind) {
    case 'paid':
      return null;
    case 'requires-action':
      return outcome.clientSecret;
    case 'processing':
      throw new ProblemError('outcome-unknown');
    case 'failed':
      await giveUp();
      throw outcome.problem;
  }
}

export function paymentOutcome(invoice: StripeInvoice): PaymentOutcome {
  if (invoice.status === 'paid') return { kind: 'paid' };
  const intent = latestIntent(invoice);
  const clientSecret = invoice.confirmation_secret?.client_secret;
  if (intent?.status === 'requires_action' && clientSecret) {
    return { kind: 'requires-action', clientSecret };
  }
  // Succeeded before the invoice says so: the money has been taken, so nothing has failed.
  if (intent?.status === 'processing' || intent?.status === 'succeeded') {
    return { kind: 'processing' };
  }
  const declined = intent?.last_payment_error;
  const reason = paymentFailure(declined?.decline_code ?? declined?.code);
  return { kind: 'failed', problem: new ProblemError('payment-failed', { reason }) };
}

/** Of the payments still open, if there are any: an invoice may have been paid in part before. */
function latestIntent(invoice: StripeInvoice): StripePaymentIntent | null {
  const payments = invoice.payments?.data ?? [];
  const open = payments.filter(({ status }) => status === 'open');
  const intents = (open.length > 0 ? open : payments)
    .toSorted((a, b) => b.created - a.created)
    .flatMap(({ payment }) => expanded(payment.payment_intent) ?? []);
  return intents[0] ?? null;
}
