import type { DueSource } from '../core/agenda.ts';
import { testClockOf } from '../test-clocks/members.ts';
import { finalizeAndCharge, tryPayment } from '../subscriptions/dunning.ts';

/** What time does to an invoice. */
export const invoiceDue: DueSource = {
  name: 'invoice',
  touchedBy: { invoices: (_world, id) => id },
  next(world, id) {
    const invoice = world.store.invoices.find(id);
    if (invoice === undefined || !invoice.autoAdvance) return null;
    const { status, finalizesAt, nextPaymentAttempt } = invoice;
    if (status === 'draft' && finalizesAt !== null) {
      return { at: finalizesAt, run: () => finalizeAndCharge(world, id) };
    }
    if (status !== 'open' || nextPaymentAttempt === null) return null;
    return { at: nextPaymentAttempt, run: () => tryPayment(world, id) };
  },
  clockOf: (world, id) => testClockOf(world, world.store.invoices.get(id).customer),
};
