import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { moveBalance } from '../customers/balance-transaction.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import type { CreditLine } from './credit-note-line.ts';
import type { CreateParams } from './credit-note-params.ts';
import { sumOf } from './credit-note.ts';
import type { CreditNote } from './credit-note.ts';
import { checkCreditable, remainingOf } from './creditable.ts';
import { lowerAmountDue } from './amount-due.ts';
import { readLines } from './read-lines.ts';
import { readRefunds } from './read-refunds.ts';

/**
 * Takes back a part of an invoice: first of what is still to pay, then of what was paid. The
 * second part must be said to be refunded, credited or given back elsewhere, to the last cent.
 * @see https://docs.stripe.com/api/credit_notes/create
 */
export function issueCreditNote(world: World, params: CreateParams): CreditNote {
  const invoice = world.store.invoices.get(params.invoice, 'invoice');
  const lines = readLines(world, invoice, params);
  const total = totalOf(lines);
  checkCreditable(world, invoice, total, params);
  const prePayment = Math.min(total, remainingOf(invoice));
  const postPayment = total - prePayment;
  const refunds = readRefunds(world, invoice, params);
  checkSplit(postPayment, { ...params, refunded: sumOf(refunds) });
  const id = longId('cn');
  const balanceTransaction = creditBalance(world, invoice, {
    id,
    amount: params.credit_amount ?? 0,
  });
  const note = world.store.creditNotes.insert({
    id,
    created: world.clock.now(),
    customer: invoice.customer,
    invoice: invoice.id,
    currency: invoice.currency,
    number: nextNumber(world, invoice),
    lines,
    total,
    prePayment,
    postPayment,
    outOfBand: params.out_of_band_amount ?? null,
    refunds,
    balanceTransaction,
    reason: params.reason ?? null,
    memo: params.memo ?? null,
    metadata: mergeMetadata({}, params.metadata),
    effectiveAt: params.effective_at ?? world.clock.now(),
    status: 'issued',
    voidedAt: null,
  });
  world.store.invoices.update(invoice.id, {
    postPaymentCredit: invoice.postPaymentCredit + postPayment,
  });
  if (prePayment > 0) lowerAmountDue(world, invoice.id, prePayment);
  return note;
}

function totalOf(lines: CreditLine[]): number {
  const taxes = lines.flatMap((line) => line.taxes).filter((tax) => !tax.isInclusive);
  const discounts = lines.flatMap((line) => line.discountAmounts);
  return sumOf(lines) + sumOf(taxes) - sumOf(discounts);
}

function checkSplit(
  postPayment: number,
  params: Pick<CreateParams, 'credit_amount' | 'out_of_band_amount'> & { refunded: number },
): void {
  const { credit_amount: credit = 0, out_of_band_amount: outOfBand = 0, refunded } = params;
  const said = credit + outOfBand + refunded;
  if (said === postPayment) return;
  throw refuse(
    `The sum of credit amount, refund amount and out of band amount (${said}) must equal the post payment amount of the credit note (${postPayment}).`,
  );
}

function creditBalance(
  world: World,
  { customer, currency, id: invoice }: Invoice,
  note: { id: string; amount: number },
): string | null {
  if (note.amount === 0) return null;
  const move = { customer, currency, invoice, amount: -note.amount, creditNote: note.id };
  return moveBalance(world, { ...move, type: 'credit_note' }).id;
}

function nextNumber(world: World, invoice: Invoice): string {
  const count = world.store.creditNotes.where('invoice', invoice.id).length + 1;
  return `${invoice.number ?? ''}-CN-${String(count).padStart(2, '0')}`;
}
