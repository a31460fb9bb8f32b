import type {
  Invoice,
  InvoiceStatus,
  NextInvoice,
  OpenInvoice,
} from '../../../contract/billing.ts';
import type { Catalogue } from '../../stripe/catalogue.ts';
import type { StripeInvoice, StripeSubscription } from '../../stripe/types.ts';
import { isOfPendingChange, subscriptionIdOf, type Snapshot } from '../snapshot.ts';
import { periodEnds } from '../subscription-state.ts';

const STATUSES: readonly string[] = [
  'open',
  'paid',
  'uncollectible',
  'void',
] satisfies InvoiceStatus[];

/**
 * Null for a draft: it may still change, and is nobody's business yet. Of the subscriptions, that
 * of the invoice is enough; without it, an invoice that nobody owes looks as if it could be paid.
 */
export function presentInvoice(
  invoice: StripeInvoice,
  { catalogue, subscriptions }: Pick<Snapshot, 'catalogue' | 'subscriptions'>,
): Invoice | null {
  const { id, status } = invoice;
  if (id === undefined || !isShown(status)) return null;
  return {
    id,
    number: invoice.number,
    status,
    createdAt: invoice.created,
    description: describe(invoice, catalogue),
    total: invoice.total,
    amountDue: invoice.amount_remaining,
    currency: invoice.currency,
    subscriptionId: subscriptionIdOf(invoice),
    canPay: canPay(invoice) && !isOfPendingChange(invoice, subscriptions),
  };
}

export function presentOpenInvoice(invoice: StripeInvoice): OpenInvoice {
  return {
    id: invoice.id ?? '',
    amountDue: invoice.amount_remaining,
    currency: invoice.currency,
    createdAt: invoice.created,
    isAttempted: invoice.attempted,
    nextAttemptAt: invoice.next_payment_attempt,
  };
}

/** The preview of the next invoice, dated by the subscription: an upcoming invoice has no date yet. */
export function presentNextInvoice(
  preview: StripeInvoice,
  subscription: StripeSubscription,
): NextInvoice | null {
  const dueAt = periodEnds(subscription)?.first;
  if (dueAt === undefined) return null;
  return { amountDue: preview.amount_due, currency: preview.currency, dueAt };
}

/** As the invoice itself says; one of a pending change is not owed all the same. */
export function canPay(invoice: StripeInvoice): boolean {
  return (
    invoice.status === 'open' &&
    invoice.amount_remaining > 0 &&
    invoice.collection_method === 'charge_automatically'
  );
}

function isShown(status: string | null): status is InvoiceStatus {
  return status !== null && STATUSES.includes(status);
}

/** The plans that are charged for, each once; what was credited for another is no description. */
function describe(invoice: StripeInvoice, catalogue: Catalogue): string | null {
  const names = invoice.lines.data
    .filter((line) => line.amount >= 0)
    .flatMap((line) => {
      const product = line.pricing?.price_details?.product;
      return (product && catalogue.products.get(product)?.name) ?? line.description ?? [];
    });
  return [...new Set(names)].join(', ') || invoice.description;
}
