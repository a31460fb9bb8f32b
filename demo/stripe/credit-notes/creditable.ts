import type { World } from '../core/world.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { refuse } from '../wire/fault.ts';
import type { CreateParams } from './credit-note-params.ts';
import { issuedNotes } from './credit-note.ts';

/** What is still to pay. */
export function remainingOf(invoice: Invoice): number {
  const isOpen = invoice.status === 'open' || invoice.status === 'uncollectible';
  return isOpen ? invoice.amountDue - invoice.amountPaid : 0;
}

/** @throws unless so much of the invoice is left, by other notes and by refunds outside of them. */
export function checkCreditable(
  world: World,
  invoice: Invoice,
  total: number,
  params: Pick<CreateParams, 'effective_at'>,
): void {
  if (invoice.status === 'draft' || invoice.status === 'void') {
    throw refuse(
      `You cannot create a credit note for an invoice with the status ${invoice.status}.`,
      'invoice',
    );
  }
  const intent = world.store.paymentIntents.find(invoice.paymentIntent);
  if (invoice.status === 'open' && intent?.status === 'processing') {
    throw refuse('You cannot credit an invoice whose payment is processing.', 'invoice');
  }
  if (total < 1) throw refuse('The amount of a credit note must be greater than zero.', 'amount');
  if ((params.effective_at ?? Infinity) < (invoice.finalizedAt ?? 0)) {
    throw refuse('effective_at cannot be before the invoice was finalized.', 'effective_at');
  }
  const left = creditableOf(world, invoice);
  if (total <= left) return;
  throw refuse(
    `The amount of the credit note (${total}) is more than what can be credited of the invoice (${left}).`,
    'amount',
  );
}

function creditableOf(world: World, invoice: Invoice): number {
  const notes = issuedNotes(world, invoice.id);
  const credited = notes.reduce((sum, note) => sum + note.total, 0);
  const linked = notes.flatMap((note) => note.refunds).reduce((sum, { amount }) => sum + amount, 0);
  const intent = world.store.paymentIntents.find(invoice.paymentIntent);
  const refunded = world.store.charges.find(intent?.latestCharge)?.amountRefunded ?? 0;
  return invoice.total - credited - Math.max(0, refunded - linked);
}
