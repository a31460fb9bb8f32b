import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { embeddedList } from '../wire/page.ts';
import type { Wire } from '../wire/wire-object.ts';
import { formatCreditLine, formatCreditTaxes } from './credit-note-line.ts';
import type { CreditLine } from './credit-note-line.ts';

/** What an invoice that was finalised should not have asked for. */
export interface CreditNote {
  id: string;
  created: number;
  customer: string;
  invoice: string;
  currency: string;
  number: string;
  lines: CreditLine[];
  /** With tax, less discounts. */
  total: number;
  /** By so much less was, and is, to pay. */
  prePayment: number;
  /** This was paid already: given back, or kept for the customer. */
  postPayment: number;
  outOfBand: number | null;
  refunds: { refund: string; amount: number }[];
  balanceTransaction: string | null;
  reason: 'duplicate' | 'fraudulent' | 'order_change' | 'product_unsatisfactory' | null;
  memo: string | null;
  metadata: Record<string, string>;
  effectiveAt: number;
  status: 'issued' | 'void';
  voidedAt: number | null;
}

export function formatCreditNote(world: World, note: CreditNote): Wire<Stripe.CreditNote> {
  const { lines } = note;
  const taxes = lines.flatMap((line) => line.taxes);
  const exclusive = sumOf(taxes.filter((tax) => !tax.isInclusive));
  const inclusive = sumOf(taxes.filter((tax) => tax.isInclusive));
  const discounts = lines.flatMap((line) => line.discountAmounts);
  const subtotal = sumOf(lines);
  return {
    id: note.id,
    object: 'credit_note',
    amount: note.total,
    amount_shipping: 0,
    created: note.created,
    currency: note.currency,
    customer: note.customer,
    customer_account: null,
    customer_balance_transaction: note.balanceTransaction,
    discount_amount: sumOf(discounts),
    discount_amounts: groupDiscounts(discounts),
    effective_at: note.effectiveAt,
    invoice: note.invoice,
    lines: embeddedList(
      lines.map((line) => formatCreditLine(world, line)),
      `/v1/credit_notes/${note.id}/lines`,
    ),
    livemode: false,
    memo: note.memo,
    metadata: note.metadata,
    number: note.number,
    out_of_band_amount: note.outOfBand,
    pdf: `${world.documentsUrl}/credit_notes/acct_simulator/test_${note.id}/pdf?s=ap`,
    post_payment_amount: note.postPayment,
    pre_payment_amount: note.prePayment,
    pretax_credit_amounts: groupDiscounts(discounts).map((off) => ({ ...off, type: 'discount' })),
    reason: note.reason,
    refunds: note.refunds.map(({ refund, amount }) => ({
      amount_refunded: amount,
      payment_record_refund: null,
      refund,
      type: 'refund',
    })),
    shipping_cost: null,
    status: note.status,
    subtotal,
    subtotal_excluding_tax: subtotal - inclusive,
    total: note.total,
    total_excluding_tax: note.total - inclusive - exclusive,
    total_taxes: formatCreditTaxes(taxes),
    type: note.postPayment === 0 ? 'pre_payment' : note.prePayment === 0 ? 'post_payment' : 'mixed',
    voided_at: note.voidedAt,
  };
}

/** Those of an invoice that were not taken back, oldest first. */
export function issuedNotes(world: World, invoice: string): CreditNote[] {
  return world.store.creditNotes
    .where('invoice', invoice)
    .filter((note) => note.status === 'issued');
}

export function sumOf(parts: readonly { amount: number }[]): number {
  return parts.reduce((sum, part) => sum + part.amount, 0);
}

function groupDiscounts(discounts: { discount: string; amount: number }[]) {
  const sums = new Map<string, number>();
  for (const { discount, amount } of discounts) {
    sums.set(discount, (sums.get(discount) ?? 0) + amount);
  }
  return [...sums].map(([discount, amount]) => ({ discount, amount }));
}
