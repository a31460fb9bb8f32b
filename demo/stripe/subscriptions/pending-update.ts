import type { World } from '../core/world.ts';
import { voidInvoice } from '../invoices/void.ts';

/** An open invoice of a change that was not paid in time, or was voided: the change never happens. */
export function dropPendingUpdate(world: World, subscription: string): void {
  const { pendingUpdate } = world.store.subscriptions.get(subscription);
  if (pendingUpdate === null) return;
  world.store.subscriptions.update(subscription, { pendingUpdate: null });
  if (world.store.invoices.get(pendingUpdate.invoice).status === 'open') {
    voidInvoice(world, pendingUpdate.invoice);
  }
}
