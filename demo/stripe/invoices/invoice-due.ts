import type { DueSource } from '../core/agenda.ts';
import { retryInvoice } from '../subscriptions/dunning.ts';

/** What time does to an invoice. */
export const invoiceDue: DueSource = {
  name: 'invoice',
  touchedBy: { invoices: (_world, id) => id },
  next(world, id) {
    const invoice = world.store.invoices.find(id);
    if (invoice?.status !== 'open' || invoice.nextPaymentAttempt === null) return null;
    return { at: invoice.nextPaymentAttempt, run: () => retryInvoice(world, id) };
  },
  clockOf: () => null,
};
