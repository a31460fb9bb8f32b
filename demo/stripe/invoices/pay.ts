import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import {
  cardFault,
  findOrMake,
  isTestToken,
  ownPaymentMethod,
  refuseSpent,
} from '../payments/attach.ts';
import { collect } from '../payments/collect.ts';
import { formatPaymentIntent } from '../payments/payment-intent.ts';
import type { PaymentIntent } from '../payments/payment-intent.ts';
import { refuseWrongType } from '../payments/method-types.ts';
import type { PaymentMethod } from '../payments/payment-method.ts';
import { expand } from '../wire/common-params.ts';
import { refuse, StripeFault } from '../wire/fault.ts';
import { flag, later, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { finalizeInvoice, markPaid } from './finalize.ts';
import type { Invoice } from './invoice.ts';
import { cancelPayments } from './void.ts';

/** `forgive` is for money that a customer has sent before; cards and debits are asked for all. */
export const payParams = shape<Stripe.InvoicePayParams>()({
  expand,
  forgive: flag,
  off_session: flag,
  paid_out_of_band: flag,
  payment_method: text,
  ...later('mandate', 'source'),
});

/**
 * Tries to have an invoice paid now, with the customer away unless `off_session` is false.
 * @throws 402 where the payment was declined or has to be confirmed; the try stays on record.
 * @see https://docs.stripe.com/api/invoices/pay
 */
export function payInvoice(world: World, id: string, params: Read<typeof payParams>): Invoice {
  const invoice = payable(world, id);
  if (invoice.status === 'paid') return invoice;
  if (params.paid_out_of_band === true) {
    cancelPayments(world, invoice);
    return markPaid(world, id, invoice.amountDue);
  }
  const method = methodFor(world, invoice, params.payment_method);
  const outcome = collect(world, id, { method, isOffSession: params.off_session ?? true });
  switch (outcome.kind) {
    case 'paid':
    case 'processing':
      return world.store.invoices.get(id);
    case 'no-method':
      throw noMethod();
    case 'declined':
      throw cardFault(world, outcome.decline, {
        method: outcome.method,
        paymentIntent: { ...formatPaymentIntent(world, outcome.intent) },
        charge: outcome.intent.latestCharge,
      });
    case 'requires-action':
      throw needsAction(world, outcome.intent);
  }
}

/** A draft is finalised first. @throws unless it can still be paid. */
function payable(world: World, id: string): Invoice {
  const invoice = world.store.invoices.get(id);
  if (invoice.status === 'draft') return finalizeInvoice(world, id);
  if (invoice.status === 'paid') throw refuse('Invoice is already paid');
  if (invoice.status === 'void') throw refuse('You cannot pay a voided invoice.');
  return invoice;
}

function methodFor(
  world: World,
  invoice: Invoice,
  id: string | undefined,
): PaymentMethod | undefined {
  if (id === undefined) return undefined;
  const owner = { customer: invoice.customer, param: 'payment_method' };
  const method = isTestToken(id)
    ? findOrMake(world, id, 'payment_method')
    : ownPaymentMethod(world, id, owner);
  refuseSpent(method);
  const intent = world.store.paymentIntents.find(invoice.paymentIntent);
  if (intent !== undefined) refuseWrongType(intent, method);
  return method;
}

function noMethod(): StripeFault {
  return refuse(
    'There is no `default_payment_method` set on this Customer or Invoice. Please set either or pass a `payment_method`.',
    undefined,
    'invoice_no_payment_method_types',
  );
}

function needsAction(world: World, intent: PaymentIntent): StripeFault {
  return new StripeFault({
    status: 402,
    type: 'card_error',
    message:
      'This payment requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice.',
    details: {
      code: 'invoice_payment_intent_requires_action',
      payment_intent: { ...formatPaymentIntent(world, intent) },
    },
    keep: true,
  });
}
