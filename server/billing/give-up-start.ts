import { ProblemError } from '../problem.ts';
import { expanded } from '../stripe/ids.ts';
import type { StripeInvoice, StripeSubscription } from '../stripe/types.ts';
import type { BillingChange } from './context.ts';
import { paymentOutcome } from './payment-outcome.ts';
import { isEnded } from './subscription-state.ts';

/**
 * Ends an attempt whose first payment has not come. The bank may say yes at any moment, so it is the
 * invoice that is taken away first: Stripe voids no paid one, and a void one cannot be paid. The
 * subscription expires with it; should it not have, it can be ended safely now.
 * @returns `paid` where the payment came before: then it is a live subscription, and left alone.
 * @see https://docs.stripe.com/billing/subscriptions/overview
 */
export async function giveUpStart(
  billing: BillingChange,
  subscription: StripeSubscription,
): Promise<'given-up' | 'paid'> {
  const invoice = await firstInvoice(billing, subscription);
  const { kind } = paymentOutcome(invoice);
  if (kind === 'paid') return 'paid';
  if (kind === 'processing') throw new ProblemError('outcome-unknown');
  if (invoice.status !== 'void' && (await voidUnlessPaid(billing, subscription, invoice))) {
    return 'paid';
  }
  const { subscriptions } = billing.gateway;
  const left = await subscriptions.retrieve(subscription.id);
  if (!isEnded(left)) await subscriptions.cancelNow(left);
  return 'given-up';
}

/** @returns whether it was paid before it could be voided */
async function voidUnlessPaid(
  billing: BillingChange,
  subscription: StripeSubscription,
  invoice: StripeInvoice,
): Promise<boolean> {
  try {
    await billing.gateway.invoices.void(invoice, billing.key(`give-up-${invoice.id ?? ''}`));
  } catch (error) {
    const { status } = await firstInvoice(billing, subscription).catch(() => invoice);
    if (status !== 'paid' && status !== 'void') throw error;
    return status === 'paid';
  }
  return false;
}

async function firstInvoice(
  { gateway }: BillingChange,
  { latest_invoice }: StripeSubscription,
): Promise<StripeInvoice> {
  const id = expanded(latest_invoice)?.id;
  if (id === undefined) throw new ProblemError('outcome-unknown');
  return gateway.invoices.retrieveWithPayments(id);
}
