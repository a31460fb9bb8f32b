import type { Invoice, InvoiceLinks, Page } from '../../contract/billing.ts';
import { ProblemError } from '../problem.ts';
import type { Settings } from '../settings.ts';
import type { StripeInvoice } from '../stripe/types.ts';
import type { Billing } from './context.ts';
import { canPay, presentInvoice } from './present/invoice.ts';
import { INVOICE_PAGE, subscriptionIdOf } from './snapshot.ts';

interface InvoiceQuery {
  subscriptionId?: string;
  cursor?: string;
}

/**
 * A page of invoices, newest first. Drafts are left out, so a page may be shorter than ten. Only
 * where one looks as if it could be paid are the subscriptions asked whether it is owed.
 */
export async function listInvoices(
  { gateway, catalogue, settings }: Billing,
  query: InvoiceQuery,
): Promise<Page<Invoice>> {
  const [page, known] = await Promise.all([
    gateway.invoices.list({ limit: INVOICE_PAGE, ...query }),
    catalogue.get(),
  ]);
  const last = page.data.at(-1)?.id;
  const mayBeOwed = page.data.some((one) => canPay(one) && subscriptionIdOf(one) !== null);
  const subscriptions = mayBeOwed ? await gateway.subscriptions.list() : [];
  return {
    data: page.data
      .filter((one) => isListed(one, settings))
      .flatMap((one) => presentInvoice(one, { catalogue: known, subscriptions }) ?? []),
    nextCursor: page.hasMore && last !== undefined ? last : null,
  };
}

/**
 * Where the document is, read fresh: these links are bearer links that expire, so they are never
 * part of a list and never kept.
 */
export async function getInvoiceLinks(
  { gateway, settings }: Billing,
  id: string,
): Promise<InvoiceLinks> {
  const invoice = await gateway.invoices.retrieve(id);
  assertListed(invoice, settings);
  return {
    hostedUrl: invoice.hosted_invoice_url ?? null,
    pdfUrl: invoice.invoice_pdf ?? null,
  };
}

/** Whether the portal shows it: without `allInvoices`, only those of subscriptions. */
export function isListed(invoice: StripeInvoice, { features }: Settings): boolean {
  return features.allInvoices || subscriptionIdOf(invoice) !== null;
}

/** Throws as if there were no such invoice: what is not listed cannot be had by its id either. */
export function assertListed(invoice: StripeInvoice, settings: Settings): void {
  if (!isListed(invoice, settings)) throw new ProblemError('invoice-not-found');
}
