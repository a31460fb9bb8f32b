import type { PayResult } from '../../contract/api.ts';
import type { Invoice } from '../../contract/billing.ts';
import { ProblemError, isProblem } from '../problem.ts';
import { idOf } from '../stripe/ids.ts';
import type { StripeInvoice, StripeSubscription } from '../stripe/types.ts';
import type { BillingChange } from './context.ts';
import { assertListed } from './invoices.ts';
import { paymentOutcome } from './payment-outcome.ts';
import { canPay, presentInvoice } from './present/invoice.ts';
import {
  defaultPaymentMethodId,
  isOfPendingChange,
  paymentMethodIdFor,
  subscriptionIdOf,
} from './snapshot.ts';

/** Charges an open invoice now. One that is paid already is done, and charges nothing. */
export async function payInvoice(
  billing: BillingChange,
  invoiceId: string,
  request: { paymentMethodId?: string },
): Promise<PayResult> {
  const { gateway, settings, key } = billing;
  const invoice = await gateway.invoices.retrieveWithPayments(invoiceId);
  assertListed(invoice, settings);
  const owed = { invoice, subscription: await subscriptionOf(billing, invoice) };
  if (invoice.status === 'paid') {
    return { status: 'done', invoice: await present(billing, owed) };
  }
  assertOwed(owed);
  const methodId = await chooseMethod(billing, owed, request.paymentMethodId);
  try {
    const paid = await gateway.invoices.pay(invoice, methodId, key('pay'));
    if (paid.status === 'paid') {
      return { status: 'done', invoice: await present(billing, { ...owed, invoice: paid }) };
    }
  } catch (error) {
    if (!isProblem(error, 'payment-needs-authentication')) {
      throw error;
    }
  }
  return readResult(billing, owed);
}

/** An invoice and what it is for; null for a one-off. */
interface Owed {
  invoice: StripeInvoice;
  subscription: StripeSubscription | null;
}

async function subscriptionOf(
  { gateway }: BillingChange,
  invoice: StripeInvoice,
): Promise<StripeSubscription | null> {
  const id = subscriptionIdOf(invoice);
  return id === null ? null : gateway.subscriptions.retrieve(id);
}

/** A debit that is under way is not started a second time. */
function assertOwed({ invoice, subscription }: Owed): void {
  if (!canPay(invoice) || isOfPendingChange(invoice, subscription ? [subscription] : [])) {
    throw new ProblemError('invoice-not-open');
  }
  if (paymentOutcome(invoice).kind === 'processing') throw new ProblemError('outcome-unknown');
}

/** The one that was asked for, or null: the first default in Stripe's own order. There must be one. */
async function chooseMethod(
  { gateway }: BillingChange,
  { invoice, subscription }: Owed,
  wanted: string | undefined,
): Promise<string | null> {
  if (wanted !== undefined) return (await gateway.paymentMethods.retrieve(wanted)).id;
  const own = idOf(invoice.default_payment_method) ?? idOf(invoice.default_source);
  if (own !== null) return null;
  const customer = await gateway.customer.retrieve();
  const id = subscription
    ? paymentMethodIdFor(customer, subscription)
    : defaultPaymentMethodId(customer);
  if (id === null) throw new ProblemError('payment-method-required');
  return null;
}

/**
 * Where the payment of an invoice stands that is not simply paid. A bank debit takes days: it is
 * neither done nor failed until then, and `outcome-unknown` is what the contract has for that; it
 * keeps a browser from offering to pay again.
 */
async function readResult(billing: BillingChange, owed: Owed): Promise<PayResult> {
  const invoice = await billing.gateway.invoices.retrieveWithPayments(owed.invoice.id);
  const outcome = paymentOutcome(invoice);
  if (outcome.kind === 'failed') throw outcome.problem;
  if (outcome.kind === 'processing') throw new ProblemError('outcome-unknown');
  const presented = await present(billing, { ...owed, invoice });
  if (outcome.kind === 'paid') return { status: 'done', invoice: presented };
  const { clientSecret } = outcome;
  const { publishableKey } = billing;
  return { status: 'requires-action', clientSecret, publishableKey, invoice: presented };
}

async function present(
  { catalogue }: BillingChange,
  { invoice, subscription }: Owed,
): Promise<Invoice> {
  const subscriptions = subscription ? [subscription] : [];
  const presented = presentInvoice(invoice, { catalogue: await catalogue.get(), subscriptions });
  if (!presented) throw new ProblemError('invoice-not-found');
  return presented;
}
