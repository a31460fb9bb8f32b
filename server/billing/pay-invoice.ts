import type { PayResult } from '../../contract/api.ts';
import type { Invoice } from '../../contract/billing.ts';
import { ProblemError } from '../problem.ts';
import type { StripeInvoice } from '../stripe/types.ts';
import type { BillingChange } from './context.ts';
import { paymentOutcome } from './payment-outcome.ts';
import { canPay, presentInvoice } from './present/invoice.ts';

/** Charges an open invoice now. One that is paid already is done, and charges nothing. */
export async function payInvoice(
  billing: BillingChange,
  invoiceId: string,
  request: { paymentMethodId?: string },
): Promise<PayResult> {
  const { gateway } = billing;
  const invoice = await gateway.invoices.retrieve(invoiceId);
  if (invoice.status === 'paid')
    return { status: 'done', invoice: await present(billing, invoice) };
  if (!canPay(invoice)) throw new ProblemError('invoice-not-open');
  const method =
    request.paymentMethodId === undefined
      ? null
      : await gateway.paymentMethods.retrieve(request.paymentMethodId);
  try {
    const paid = await gateway.invoices.pay(invoice, method?.id ?? null, billing.key('pay'));
    return { status: 'done', invoice: await present(billing, paid) };
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'payment-needs-authentication')) {
      throw error;
    }
    return askTheBank(billing, invoiceId);
  }
}

async function askTheBank(billing: BillingChange, invoiceId: string): Promise<PayResult> {
  const invoice = await billing.gateway.invoices.retrieveWithPayments(invoiceId);
  const outcome = paymentOutcome(invoice);
  if (outcome.kind === 'failed') throw outcome.problem;
  if (outcome.kind === 'processing') throw new ProblemError('outcome-unknown');
  const presented = await present(billing, invoice);
  if (outcome.kind === 'paid') return { status: 'done', invoice: presented };
  const { clientSecret } = outcome;
  const { publishableKey } = billing;
  return { status: 'requires-action', clientSecret, publishableKey, invoice: presented };
}

async function present({ catalogue }: BillingChange, invoice: StripeInvoice): Promise<Invoice> {
  const presented = presentInvoice(invoice, await catalogue.get());
  if (!presented) throw new ProblemError('invoice-not-found');
  return presented;
}
