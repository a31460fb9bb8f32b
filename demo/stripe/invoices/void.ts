import type { World } from '../core/world.ts';
import { cancelPayment } from '../payments/cancel-payment.ts';
import { moveBalance } from '../customers/balance-transaction.ts';
import { stopAdvancing } from './draft-hour.ts';
import type { Invoice } from './invoice.ts';

/** Nobody has to pay it any more; credit that it had used goes back to the customer. */
export function voidInvoice(world: World, id: string): Invoice {
  const now = world.clock.now();
  stopAdvancing(world, id);
  const invoice = world.store.invoices.update(id, { status: 'void', voidedAt: now });
  const used = (invoice.endingBalance ?? 0) - invoice.startingBalance;
  if (used !== 0) {
    const { customer } = invoice;
    moveBalance(world, { customer, amount: -used, type: 'unapplied_from_invoice', invoice: id });
  }
  cancelPayments(world, invoice);
  return invoice;
}

/** Nothing is asked for it by a payment any more. */
export function cancelPayments(world: World, { id, paymentIntent }: Invoice): void {
  const now = world.clock.now();
  const intent = world.store.paymentIntents.find(paymentIntent);
  if (intent !== undefined && intent.status !== 'succeeded') {
    cancelPayment(world, intent.id, 'void_invoice');
  }
  for (const payment of world.store.invoicePayments.where('invoice', id)) {
    if (payment.status === 'open') {
      world.store.invoicePayments.update(payment.id, { status: 'canceled', canceledAt: now });
    }
  }
}
