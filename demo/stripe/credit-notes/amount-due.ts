import type { World } from '../core/world.ts';
import { markPaid } from '../invoices/finalize.ts';
import { cancelPayments } from '../invoices/void.ts';

/** Less is to pay; where nothing is left, the invoice is paid by that. */
export function lowerAmountDue(world: World, id: string, by: number): void {
  const { amountDue, prePaymentCredit, amountPaid } = world.store.invoices.get(id);
  const invoice = world.store.invoices.update(id, {
    amountDue: amountDue - by,
    prePaymentCredit: prePaymentCredit + by,
  });
  if (invoice.amountDue > amountPaid) {
    askFor(world, id);
    return;
  }
  cancelPayments(world, invoice);
  markPaid(world, id, amountPaid);
}

/** What a note had taken off is to pay again. */
export function raiseAmountDue(world: World, id: string, by: number): void {
  const { amountDue, prePaymentCredit } = world.store.invoices.get(id);
  world.store.invoices.update(id, {
    amountDue: amountDue + by,
    prePaymentCredit: prePaymentCredit - by,
  });
  askFor(world, id);
}

/** The payment that is under way asks for what is due now. */
function askFor(world: World, id: string): void {
  const { paymentIntent, amountDue, amountPaid } = world.store.invoices.get(id);
  const amount = amountDue - amountPaid;
  if (paymentIntent !== null) world.store.paymentIntents.update(paymentIntent, { amount });
  for (const payment of world.store.invoicePayments.where('invoice', id)) {
    if (payment.status === 'open') {
      world.store.invoicePayments.update(payment.id, { requested: amount });
    }
  }
}
