import type { World } from '../core/world.ts';
import type { Invoice } from '../invoices/invoice.ts';
import type { Charge } from '../payments/charge.ts';
import { refundCharge } from '../payments/refund.ts';
import { refuse } from '../wire/fault.ts';
import type { CreateParams } from './credit-note-params.ts';
import type { CreditNote } from './credit-note.ts';
import { issuedNotes } from './credit-note.ts';

/** The refunds of a note: a new one of `refund_amount`, and those that were made before. */
export function readRefunds(
  world: World,
  invoice: Invoice,
  params: CreateParams,
): CreditNote['refunds'] {
  const refunds = (params.refunds ?? []).map((param, index) =>
    linkRefund(world, invoice, param, `refunds[${index}]`),
  );
  const { refund_amount: amount = 0 } = params;
  if (amount === 0) return refunds;
  const charge = chargeOf(world, invoice);
  if (charge?.status !== 'succeeded') {
    throw refuse('This invoice has no payment that could be refunded.', 'refund_amount');
  }
  const reason =
    params.reason === 'duplicate' || params.reason === 'fraudulent' ? params.reason : null;
  const { id } = refundCharge(world, charge, { amount, reason });
  return [...refunds, { refund: id, amount }];
}

function linkRefund(
  world: World,
  invoice: Invoice,
  param: NonNullable<CreateParams['refunds']>[number],
  at: string,
): CreditNote['refunds'][number] {
  if (param.refund === undefined) {
    throw refuse(`Missing required param: ${at}[refund].`, `${at}[refund]`, 'parameter_missing');
  }
  const refund = world.store.refunds.get(param.refund, `${at}[refund]`);
  const amount = param.amount_refunded ?? refund.amount;
  const linked = issuedNotes(world, invoice.id)
    .flatMap((note) => note.refunds)
    .filter((one) => one.refund === refund.id)
    .reduce((sum, one) => sum + one.amount, 0);
  if (refund.charge !== chargeOf(world, invoice)?.id || linked + amount > refund.amount) {
    throw refuse('The refund is not of this invoice, or is credited already.', `${at}[refund]`);
  }
  return { refund: refund.id, amount };
}

function chargeOf(world: World, invoice: Invoice): Charge | undefined {
  const intent = world.store.paymentIntents.find(invoice.paymentIntent);
  return world.store.charges.find(intent?.latestCharge);
}
