import type { World } from '../core/world.ts';
import { finalizeInvoice } from '../invoices/finalize.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { draftInvoice, linkBilled } from '../invoices/issue.ts';
import type { InvoiceRequest } from '../invoices/issue.ts';

/** Draws up and finalises an invoice of a subscription, which then has it as its latest. */
export function issueFor(
  world: World,
  request: InvoiceRequest & { subscription: string },
): Invoice {
  const draft = draftInvoice(world, request);
  world.store.subscriptions.update(request.subscription, { latestInvoice: draft.id });
  const invoice = finalizeInvoice(world, draft.id);
  linkBilled(world, invoice);
  return invoice;
}
