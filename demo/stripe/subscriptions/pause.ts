import type { World } from '../core/world.ts';
import { pendingItems } from '../invoices/invoice-item.ts';
import { addPending } from '../invoices/pending.ts';
import type { LineDraft } from '../money/line.ts';
import { planEnd } from '../money/plan-change.ts';
import { debitsOf } from '../money/proration.ts';
import { collect } from '../payments/collect.ts';
import { refuse } from '../wire/fault.ts';
import { issueFor } from './bill.ts';
import type { PauseParams } from './pause-params.ts';
import { dropPendingUpdate } from './pending-update.ts';
import { itemsOf } from './subscription-item.ts';
import type { Subscription } from './subscription.ts';
import { termsOf } from './terms.ts';
import { updateInvoice, type UpdateInvoice } from './update-invoice.ts';

/**
 * Stops a subscription: no periods, no invoices. Its running period ends now; unused time is
 * credited, which by default only waits for the next invoice.
 * @see https://docs.stripe.com/api/subscriptions/pause
 */
export function pauseSubscription(world: World, id: string, params: PauseParams): Subscription {
  const old = world.store.subscriptions.get(id);
  checkPausable(old);
  const now = world.clock.now();
  dropPendingUpdate(world, id);
  const credits = pauseCredits(world, old, params.bill_for);
  endPeriods(world, id, now);
  const request = pauseInvoice(old, credits, now);
  if (params.invoicing_behavior !== 'invoice') addPending(world, old, credits);
  else if (hasAnything(world, old, credits)) {
    collect(world, issueFor(world, request).id, { isOffSession: true });
  }
  return world.store.subscriptions.update(id, {
    status: 'paused',
    paused: { at: now, why: 'pause_requested' },
  });
}

/** @throws for what Stripe does not pause. */
export function checkPausable(subscription: Subscription): void {
  const { status, schedule } = subscription;
  if (subscription.billingMode !== 'flexible') {
    throw refuse('You can only pause subscriptions with billing_mode[type]=flexible.');
  }
  if (subscription.collectionMethod !== 'charge_automatically') {
    throw refuse('You can only pause subscriptions with collection_method=charge_automatically.');
  }
  if (schedule !== null) {
    throw refuse(
      `You cannot pause a subscription that is managed by the schedule \`${schedule}\`.`,
    );
  }
  if (subscription.cancelAt !== null) {
    throw refuse('You cannot pause a subscription that is set to cancel.');
  }
  if (!['active', 'past_due', 'unpaid'].includes(status)) {
    throw refuse(`You cannot pause a subscription that is \`${status}\`.`);
  }
}

export function pauseCredits(
  world: World,
  subscription: Subscription,
  billFor: PauseParams['bill_for'],
): LineDraft[] {
  const from = billFor?.unused_time_from?.type ?? 'now';
  if (from === 'none') return [];
  const now = world.clock.now();
  const terms = termsOf(world, subscription);
  return planEnd(terms, from === 'now' ? now : (item) => debitsOf(item)[0]?.start ?? item.start);
}

export function pauseInvoice(
  subscription: Subscription,
  lines: LineDraft[],
  now: number,
): UpdateInvoice {
  return updateInvoice(subscription, { lines, prorationAt: lines.length > 0 ? now : null, now });
}

export function hasAnything(
  world: World,
  { id, customer, currency }: Subscription,
  lines: LineDraft[],
): boolean {
  return lines.length + pendingItems(world, { customer, subscription: id, currency }).length > 0;
}

function endPeriods(world: World, id: string, now: number): void {
  for (const item of itemsOf(world, id)) {
    world.store.subscriptionItems.update(item.id, { end: now, billed: null, billedBefore: [] });
  }
}
