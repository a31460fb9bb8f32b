import type { World } from '../core/world.ts';
import { pendingItems } from '../invoices/invoice-item.ts';
import type { InvoiceRequest } from '../invoices/issue.ts';
import { issueFor } from '../subscriptions/bill.ts';
import { collect } from '../payments/collect.ts';

/** Sends a bill that comes of a schedule. Nobody is there: what is not paid is late. */
export function issueScheduled(
  world: World,
  request: (InvoiceRequest & { subscription: string }) | null,
): void {
  if (request === null) return;
  if (request.lines.length === 0 && pendingItems(world, request).length === 0) return;
  const invoice = issueFor(world, request);
  if (invoice.status !== 'open' || invoice.collectionMethod === 'send_invoice') return;
  const outcome = collect(world, invoice.id, { isOffSession: true, isAutomatic: true });
  const { status } = world.store.subscriptions.get(request.subscription);
  if (outcome.kind === 'paid' || outcome.kind === 'processing' || status !== 'active') return;
  world.store.subscriptions.update(request.subscription, { status: 'past_due' });
}
