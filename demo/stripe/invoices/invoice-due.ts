import type { DueSource } from '../core/agenda.ts';
import { finalizeAndCharge, noteOverdue, tryPayment } from '../subscriptions/dunning.ts';
import { testClockOf } from '../test-clocks/members.ts';
import type { Invoice } from './invoice.ts';

/** What time does to an invoice. */
export const invoiceDue: DueSource = {
  name: 'invoice',
  touchedBy: { invoices: (_world, id) => id },
  next(world, id) {
    const invoice = world.store.invoices.find(id);
    if (invoice === undefined) return null;
    if (isAwaited(invoice)) return { at: invoice.dueDate, run: () => noteOverdue(world, id) };
    if (!invoice.autoAdvance) return null;
    const { status, finalizesAt, nextPaymentAttempt } = invoice;
    if (status === 'draft' && finalizesAt !== null) {
      return { at: finalizesAt, run: () => finalizeAndCharge(world, id) };
    }
    if (status !== 'open' || nextPaymentAttempt === null) return null;
    return { at: nextPaymentAttempt, run: () => tryPayment(world, id) };
  },
  clockOf: (world, id) => testClockOf(world, world.store.invoices.get(id).customer),
};

function isAwaited(invoice: Invoice): invoice is Invoice & { dueDate: number } {
  const { status, collectionMethod, dueDate, isOverdue } = invoice;
  const isSent = status === 'open' && collectionMethod === 'send_invoice';
  return isSent && dueDate !== null && !isOverdue;
}
