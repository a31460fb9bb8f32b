import type { PreviewLine } from '../../../contract/billing.ts';
import type { Catalogue } from '../../stripe/catalogue.ts';
import type { StripeInvoice, StripeInvoiceLine } from '../../stripe/types.ts';

/** What an invoice that would be made now asks for, and what it leaves. */
export interface InvoiceAmounts {
  dueNow: number;
  /** Credit that goes to later invoices: positive, and only where the change itself makes one. */
  creditLeft: number;
  /** The customer's balance after it, as Stripe counts: negative is credit, positive is owed. */
  balanceAfter: number;
}

export function presentAmounts(invoice: StripeInvoice): InvoiceAmounts {
  const { total, starting_balance, amount_due } = invoice;
  const balanceAfter = total + starting_balance - amount_due;
  return {
    dueNow: amount_due,
    creditLeft: Math.max(0, Math.min(-total, -balanceAfter)),
    balanceAfter,
  };
}

/** An invoice as lines that a person can add up: their sum is what is due less the credit left. */
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

/** What the customer's balance adds to this invoice, or takes off it. */
function balanceUsed(invoice: StripeInvoice): number {
  const { dueNow, creditLeft } = presentAmounts(invoice);
  return dueNow - creditLeft - invoice.total;
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

function isProration(line: StripeInvoiceLine): boolean {
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
