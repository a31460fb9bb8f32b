import type Stripe from 'stripe';
import { expect } from 'vitest';

/** All that a customer can see of the money of an invoice; ids of new discounts differ. */
export function moneyOf(invoice: Stripe.Invoice) {
  return {
    lines: invoice.lines.data.map((line) => ({
      amount: line.amount,
      period: line.period,
      quantity: line.quantity,
      price: line.pricing?.price_details?.price,
      isProration: isProration(line),
      discounts: amountsOf(line.discount_amounts),
      taxes: (line.taxes ?? []).map(({ amount, tax_behavior: kind }) => ({ amount, kind })),
    })),
    subtotal: invoice.subtotal,
    discounts: amountsOf(invoice.total_discount_amounts),
    taxes: amountsOf(invoice.total_taxes),
    total: invoice.total,
    startingBalance: invoice.starting_balance,
    amountDue: invoice.amount_due,
    endingBalance: endingOf(invoice),
  };
}

/** What is true of every invoice, whatever it is for. */
export function checkSums(invoice: Stripe.Invoice): void {
  expect(invoice.amount_due).toBeGreaterThanOrEqual(0);
  expect(invoice.ending_balance ?? endingOf(invoice)).toBe(endingOf(invoice));
  if (invoice.lines.has_more) return;
  const lines = invoice.lines.data;
  const taxes = lines.flatMap((line) => line.taxes ?? []);
  const onTop = sumOf(taxes.filter((tax) => tax.tax_behavior === 'exclusive'));
  const off = sumOf(lines.flatMap((line) => line.discount_amounts ?? []));
  expect(invoice.subtotal).toBe(sumOf(lines));
  expect(invoice.total).toBe(sumOf(lines) - off + onTop);
}

/** A line of an item lies in the period that the item had before, or has now. */
export function checkPeriods(
  invoice: Stripe.Invoice,
  before: Stripe.SubscriptionItem[],
  after: Stripe.SubscriptionItem[],
): void {
  for (const line of invoice.lines.data) {
    const id = line.parent?.subscription_item_details?.subscription_item;
    if (id === undefined) continue;
    const owners = [...before, ...after].filter((item) => item.id === id);
    const { start, end } = line.period;
    const isWithin = owners.some(
      (item) => item.current_period_start <= start && end <= item.current_period_end,
    );
    expect(isWithin, `${line.description ?? ''}: ${start} to ${end}`).toBe(true);
    expect(start).toBeLessThan(end);
  }
}

/** What the invoices have moved is what the balance has become. */
export function checkBalance(
  invoices: Stripe.Invoice[],
  { from, to }: { from: number; to: number },
): void {
  const moved = invoices
    .filter(({ ending_balance: end }) => end !== null)
    .reduce((sum, invoice) => sum + (invoice.ending_balance ?? 0) - invoice.starting_balance, 0);
  expect(to).toBe(from + moved);
}

/** A preview, which never is finalised, does not say it. */
function endingOf(invoice: Stripe.Invoice): number {
  return invoice.total + invoice.starting_balance - invoice.amount_due;
}

function isProration(line: Stripe.InvoiceLineItem): boolean {
  const { parent } = line;
  return (
    (parent?.subscription_item_details?.proration ?? parent?.invoice_item_details?.proration) ===
    true
  );
}

function amountsOf(parts: { amount: number }[] | null): number[] {
  return (parts ?? []).map(({ amount }) => amount);
}

function sumOf(parts: { amount: number }[]): number {
  return parts.reduce((sum, part) => sum + part.amount, 0);
}
