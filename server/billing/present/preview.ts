import type { PreviewLine } from '../../../contract/billing.ts';
import type { Catalogue } from '../../stripe/catalogue.ts';
import type { StripeInvoice, StripeInvoiceLine } from '../../stripe/types.ts';

/** What an invoice that would be made now asks for, and what it leaves. */
export interface InvoiceAmounts {
  dueNow: number;
  /** Credit that goes to later invoices: positive, and only where the change itself makes one. */
  creditLeft: number;
  /** The customer's balance after it, as Stripe counts: negative is credit. */
  balanceAfter: number;
}

export function presentAmounts(invoice: StripeInvoice): InvoiceAmounts {
  const balanceAfter = Math.min(0, invoice.total + invoice.starting_balance);
  return {
    dueNow: Math.max(0, invoice.amount_due),
    creditLeft: invoice.total < 0 ? Math.max(0, -balanceAfter) : 0,
    balanceAfter,
  };
}

/**
 * An invoice as lines that a person can add up: their sum is what is due, or, where it is negative,
 * the credit that is left.
 */
export function presentLines(invoice: StripeInvoice, catalogue: Catalogue): PreviewLine[] {
  const lines = invoice.lines.data.map((line) => presentLine(line, catalogue));
  const discount = sum((invoice.total_discount_amounts ?? []).map(({ amount }) => amount));
  const tax = sum(
    (invoice.total_taxes ?? [])
      .filter(({ tax_behavior }) => tax_behavior === 'exclusive')
      .map(({ amount }) => amount),
  );
  return [
    ...lines,
    ...extraLine('discount', -discount),
    ...extraLine('tax', tax),
    ...extraLine('balance', balanceUsed(invoice)),
  ];
}

/** How much of the customer's balance this invoice uses up; what it leaves there is not its matter. */
function balanceUsed(invoice: StripeInvoice): number {
  if (invoice.total <= 0) return 0;
  return Math.max(invoice.starting_balance, -invoice.total);
}

function presentLine(line: StripeInvoiceLine, catalogue: Catalogue): PreviewLine {
  const product = line.pricing?.price_details?.product ?? '';
  return {
    kind: line.amount < 0 ? 'credit' : 'charge',
    planName: catalogue.products.get(product)?.name ?? line.description,
    quantity: line.quantity,
    amount: line.amount,
    periodStartAt: line.period.start,
    periodEndAt: line.period.end,
    isProration: isProration(line),
  };
}

export function isProration(line: StripeInvoiceLine): boolean {
  return (
    line.parent?.subscription_item_details?.proration === true ||
    line.parent?.invoice_item_details?.proration === true
  );
}

function extraLine(kind: 'discount' | 'tax' | 'balance', amount: number): PreviewLine[] {
  if (amount === 0) return [];
  const nothing = { planName: null, quantity: null, periodStartAt: null, periodEndAt: null };
  return [{ kind, amount, isProration: false, ...nothing }];
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
