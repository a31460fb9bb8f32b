import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';

export interface InvoicePayment {
  id: string;
  created: number;
  invoice: string;
  paymentIntent: string;
  currency: string;
  requested: number;
  paid: number | null;
  status: 'open' | 'paid' | 'canceled';
  paidAt: number | null;
  canceledAt: number | null;
}

export function formatInvoicePayment(
  _world: World,
  payment: InvoicePayment,
): Wire<Stripe.InvoicePayment> {
  return {
    id: payment.id,
    object: 'invoice_payment',
    amount_paid: payment.paid,
    amount_requested: payment.requested,
    created: payment.created,
    currency: payment.currency,
    invoice: payment.invoice,
    is_default: true,
    livemode: false,
    payment: { payment_intent: payment.paymentIntent, type: 'payment_intent' },
    status: payment.status,
    status_transitions: { canceled_at: payment.canceledAt, paid_at: payment.paidAt },
  };
}

export function paymentsOf(world: World, invoice: string): InvoicePayment[] {
  return world.store.invoicePayments.newestOf('invoice', invoice);
}
