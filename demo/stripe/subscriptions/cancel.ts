import type { World } from '../core/world.ts';
import { collect } from '../payments/collect.ts';
import { pendingItems } from '../invoices/invoice-item.ts';
import { addPending } from '../invoices/pending.ts';
import { stopAdvancing } from '../invoices/draft-hour.ts';
import { voidInvoice } from '../invoices/void.ts';
import { planEnd } from '../money/plan-change.ts';
import { issueFor } from './bill.ts';
import { dropPendingUpdate } from './pending-update.ts';
import type { Subscription } from './subscription.ts';
import { termsOf } from './terms.ts';
import { updateInvoice } from './update-invoice.ts';

/**
 * Ends a subscription now, for ever. Unused time is credited only with `prorate`; what waits is
 * billed only with `invoiceNow`, and dropped when neither is set.
 * @see https://docs.stripe.com/api/subscriptions/cancel
 */
export function cancelSubscription(
  world: World,
  id: string,
  options: {
    invoiceNow: boolean;
    prorate: boolean;
    cancellation?: Partial<Subscription['cancellation']>;
  },
): Subscription {
  const old = world.store.subscriptions.get(id);
  const now = world.clock.now();
  dropPendingUpdate(world, id);
  if (options.prorate) addPending(world, old, planEnd(termsOf(world, old), now));
  if (options.invoiceNow) billWaiting(world, old);
  else if (!options.prorate) dropWaiting(world, old);
  if (old.status === 'incomplete') voidOpen(world, id);
  stopCollecting(world, id);
  releaseSchedule(world, old);
  return world.store.subscriptions.update(id, {
    status: 'canceled',
    canceledAt: old.canceledAt ?? now,
    endedAt: now,
    cancelAtPeriodEnd: old.cancelAtPeriodEnd,
    cancellation: {
      ...old.cancellation,
      reason: old.cancellation.reason ?? 'cancellation_requested',
      ...options.cancellation,
    },
    pauseCollection: null,
    discounts: [],
    schedule: null,
  });
}

/** A last invoice for what was waiting for the next one. */
export function billWaiting(world: World, subscription: Subscription): void {
  const { id, customer, currency } = subscription;
  if (pendingItems(world, { customer, subscription: id, currency }).length === 0) return;
  const now = world.clock.now();
  const nothing = updateInvoice(subscription, { lines: [], prorationAt: null, now });
  const invoice = issueFor(world, nothing);
  collect(world, invoice.id, { isOffSession: true });
}

function dropWaiting(world: World, { id, customer, currency }: Subscription): void {
  for (const item of pendingItems(world, { customer, subscription: id, currency })) {
    if (item.line.subscription === id && item.line.isProration) {
      world.store.invoiceItems.delete(item.id);
    }
  }
}

function voidOpen(world: World, subscription: string): void {
  for (const invoice of world.store.invoices.where('subscription', subscription)) {
    if (invoice.status === 'open') {
      voidInvoice(world, invoice.id);
    }
  }
}

/** Drafts stay drafts and open invoices stay open; nothing happens to them by itself any more. */
function stopCollecting(world: World, subscription: string): void {
  for (const invoice of world.store.invoices.where('subscription', subscription)) {
    if (invoice.status === 'open' || invoice.status === 'draft') stopAdvancing(world, invoice.id);
  }
}

function releaseSchedule(world: World, subscription: Subscription): void {
  const schedule = world.store.schedules.find(subscription.schedule);
  if (schedule === undefined || schedule.status !== 'active') return;
  const now = world.clock.now();
  world.store.schedules.update(schedule.id, { status: 'canceled', canceledAt: now });
}
