import type { World } from '../core/world.ts';
import { advanceInAnHour, stopAdvancing } from '../invoices/draft-hour.ts';
import { finalizeInvoice } from '../invoices/finalize.ts';
import { markUncollectible } from '../invoices/uncollectible.ts';
import { voidInvoice } from '../invoices/void.ts';
import { draftFor } from './bill.ts';
import type { SubscriptionBill } from './bill.ts';
import type { PauseCollection } from './subscription.ts';

/**
 * The invoice of a period that has begun by itself: a draft for an hour, unless nobody shall be
 * asked for money now.
 */
export function billPeriod(world: World, request: SubscriptionBill): void {
  const { id } = draftFor(world, request);
  const { pauseCollection, status } = world.store.subscriptions.get(request.subscription);
  if (isPaused(world, pauseCollection)) applyPause(world, id, pauseCollection.behavior);
  else if (status === 'unpaid') stopAdvancing(world, id);
  else advanceInAnHour(world, id);
}

function isPaused(world: World, pause: PauseCollection | null): pause is PauseCollection {
  if (pause === null) return false;
  return pause.resumesAt === null || world.clock.now() < pause.resumesAt;
}

/** @see https://docs.stripe.com/billing/subscriptions/pause-payment */
function applyPause(world: World, id: string, behavior: PauseCollection['behavior']): void {
  if (behavior === 'keep_as_draft') {
    stopAdvancing(world, id);
    return;
  }
  if (finalizeInvoice(world, id).status !== 'open') return;
  if (behavior === 'void') voidInvoice(world, id);
  else markUncollectible(world, id, 'subscription_paused');
}
