import type { InvoiceRequest } from '../invoices/issue.ts';
import type { Subscription } from './subscription.ts';

export type UpdateInvoice = InvoiceRequest & { subscription: string };

type Billed = Pick<InvoiceRequest, 'lines' | 'prorationAt'> & {
  discounts?: InvoiceRequest['discounts'];
  now: number;
};

/** The invoice that a change of a subscription asks for at once, with all that waits for the next one. */
export function updateInvoice(
  { id, customer, currency }: Subscription,
  { lines, prorationAt, discounts = [], now }: Billed,
): UpdateInvoice {
  return {
    customer,
    subscription: id,
    currency,
    lines,
    discounts,
    reason: 'subscription_update',
    prorationAt,
    period: { start: now, end: now },
    takesPending: true,
  };
}
