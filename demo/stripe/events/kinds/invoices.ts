import type { Change } from '../../core/table.ts';
import { formatInvoiceItem } from '../../invoices/invoice-item.ts';
import { formatInvoicePayment } from '../../invoices/invoice-payment.ts';
import { formatInvoice } from '../../invoices/invoice.ts';
import type { Invoice } from '../../invoices/invoice.ts';
import { kind, lifeOf, stretches } from '../kind.ts';
import { momentId } from '../moment.ts';
import type { Kind, Turn } from '../kind.ts';

export const invoiceKinds: Kind[] = [
  kind('invoices', {
    show: formatInvoice,
    name: nameInvoice,
    moments: momentsOf,
    touches: ({ before, after }) => [['customers', (after ?? before)?.customer ?? null]],
  }),
  // Stripe has no event for a changed invoice item.
  kind('invoiceItems', {
    show: formatInvoiceItem,
    name: (turn) => lifeOf('invoiceitem')(turn).filter((type) => type !== 'invoiceitem.updated'),
  }),
  kind('invoicePayments', {
    show: formatInvoicePayment,
    name: ({ before, after }) =>
      after?.status === 'paid' && before?.status !== 'paid' ? ['invoice_payment.paid'] : [],
  }),
];

/** A finalisation and a try that fails are told apart; a try that succeeds is one with its payment. */
function momentsOf(change: Change<Invoice>): (Invoice | undefined)[] {
  const ends = stretches(change, ({ status, attemptCount }) => `${status} ${attemptCount}`);
  return ends.filter((end, index) => {
    const [previous, next] = [ends[index - 1] ?? change.before, ends[index + 1]];
    const isTryInBetween = end?.status === 'open' && previous?.status === 'open';
    return !(isTryInBetween && next !== undefined && next.status !== 'open');
  });
}

function nameInvoice(turn: Turn<Invoice>): string[] {
  const { before, after, isChanged } = turn;
  if (before === undefined || after === undefined) return lifeOf('invoice')(turn);
  const types = statusTypes(turn, before, after);
  if (isChanged && !isBornFinal(turn, types)) types.unshift('invoice.updated');
  return [...types, ...tryTypes(turn, before, after)];
}

/** An invoice that is made and finalised at once is not `updated` in between. */
function isBornFinal({ changeOf, after }: Turn<Invoice>, types: string[]): boolean {
  const change = changeOf('invoices', after?.id ?? null);
  return change?.before === undefined && types.includes('invoice.finalized');
}

function statusTypes(turn: Turn<Invoice>, before: Invoice, after: Invoice): string[] {
  if (before.status === after.status) return [];
  const types: string[] = [];
  if (before.status === 'draft') types.push('invoice.finalized');
  if (before.status === 'draft' && isSentByItself(turn, after)) types.push('invoice.sent');
  if (after.status === 'paid') {
    const intent = turn.world.store.paymentIntents.find(after.paymentIntent);
    const isOutOfBand = after.amountPaid > 0 && intent?.status !== 'succeeded';
    types.push('invoice.paid', ...(isOutOfBand ? [] : ['invoice.payment_succeeded']));
  }
  if (after.status === 'void') types.push('invoice.voided');
  if (after.status === 'uncollectible') types.push('invoice.marked_uncollectible');
  return types;
}

/** Sending one by hand is told for itself. */
function isSentByItself({ changeOf }: Turn<Invoice>, after: Invoice): boolean {
  const isByHand = changeOf('moments', momentId('invoice.sent', after.id)) !== undefined;
  return after.collectionMethod === 'send_invoice' && after.autoAdvance && !isByHand;
}

/** How a try to have it paid ended, if one did not succeed. */
function tryTypes(turn: Turn<Invoice>, before: Invoice, after: Invoice): string[] {
  if (!turn.isLast || after.status === 'paid' || after.status === 'void') return [];
  const intent = turn.world.store.paymentIntents.find(after.paymentIntent);
  const change = turn.changeOf('paymentIntents', after.paymentIntent);
  const isTried = after.attemptCount > before.attemptCount;
  const isAsked =
    intent?.status === 'requires_action' &&
    (isTried || (change !== undefined && change.before?.status !== 'requires_action'));
  if (isAsked) {
    return ['invoice.payment_action_required', ...(isTried ? ['invoice.payment_failed'] : [])];
  }
  const lastError = change?.after?.lastError ?? null;
  const isRefused = lastError !== null && lastError !== change?.before?.lastError;
  const isUnderWay = intent?.status === 'succeeded' || intent?.status === 'processing';
  return isRefused || (isTried && !isUnderWay) ? ['invoice.payment_failed'] : [];
}
