import type { World } from '../core/world.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { acceptsType } from './method-types.ts';
import type { PaymentMethod } from './payment-method.ts';
import { tryPayment } from './try-payment.ts';
import type { Outcome as PaymentOutcome } from './try-payment.ts';

/** How one try to have an invoice paid ended. */
export type Outcome = PaymentOutcome | { kind: 'no-method' };

export interface CollectOptions {
  method?: PaymentMethod | undefined;
  isOffSession: boolean;
  /** One of Stripe's own tries. Those by hand count only where they are the first. */
  isAutomatic?: boolean;
}

/**
 * Tries to have an open invoice paid: with `method`, or with the invoice's, the subscription's or
 * the customer's default, in that order.
 */
export function collect(world: World, invoiceId: string, options: CollectOptions): Outcome {
  const invoice = world.store.invoices.get(invoiceId);
  if (invoice.status === 'paid') return { kind: 'paid' };
  const method = options.method ?? defaultMethod(world, invoice);
  const intent = world.store.paymentIntents.find(invoice.paymentIntent);
  if (method === undefined || intent === undefined) return { kind: 'no-method' };
  if (intent.status === 'processing') return { kind: 'processing', intent, method };
  if (!acceptsType(intent, method.details.type)) return { kind: 'no-method' };
  noteAttempt(world, invoice, options.isAutomatic === true);
  return tryPayment(world, intent, { method, isOffSession: options.isOffSession, isBilling: true });
}

/** Counts as Stripe does: the first try, and after that its own ones only. */
export function noteAttempt(world: World, invoice: Invoice, isAutomatic: boolean): void {
  const { attemptCount } = invoice;
  world.store.invoices.update(invoice.id, {
    attempted: true,
    attemptCount: isAutomatic ? attemptCount + 1 : Math.max(1, attemptCount),
  });
}

/** The first of: the invoice's, the subscription's, the customer's. */
export function defaultMethod(
  world: World,
  invoice: { customer: string; subscription: string | null; defaultPaymentMethod: string | null },
): PaymentMethod | undefined {
  const id =
    invoice.defaultPaymentMethod ??
    world.store.subscriptions.find(invoice.subscription)?.defaultPaymentMethod ??
    world.store.customers.get(invoice.customer).defaultPaymentMethod;
  return world.store.paymentMethods.find(id);
}
