import type { World } from '../core/world.ts';
import { advanceInAnHour } from '../invoices/draft-hour.ts';
import { finalizeInvoice } from '../invoices/finalize.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { draftInvoice, linkBilled } from '../invoices/issue.ts';
import type { InvoiceRequest } from '../invoices/issue.ts';

export type SubscriptionBill = InvoiceRequest & { subscription: string };

/** Draws up an invoice of a subscription, which then has it as its latest. */
export function draftFor(world: World, request: SubscriptionBill): Invoice {
  const draft = draftInvoice(world, request);
  world.store.subscriptions.update(request.subscription, { latestInvoice: draft.id });
  linkBilled(world, draft);
  return draft;
}

/** The same, finalised at once: for what a request asks for. */
export function issueFor(world: World, request: SubscriptionBill): Invoice {
  return finalizeInvoice(world, draftFor(world, request).id);
}

/** The first one of a subscription: one that is to be sent stays a draft for an hour. */
export function issueFirst(world: World, request: SubscriptionBill): Invoice {
  const draft = draftFor(world, request);
  return draft.collectionMethod === 'send_invoice'
    ? advanceInAnHour(world, draft.id)
    : finalizeInvoice(world, draft.id);
}
