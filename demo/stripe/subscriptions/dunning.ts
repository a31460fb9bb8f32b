import type { World } from '../core/world.ts';
import { finalizeInvoice } from '../invoices/finalize.ts';
import { collect, noteAttempt } from '../payments/collect.ts';
import { cancelSubscription } from './cancel.ts';
import type { Subscription } from './subscription.ts';

const DAY = 86_400;

/** The hour of an automatic draft is over: it gets its number, and is charged or sent. */
export function finalizeAndCharge(world: World, id: string): void {
  const invoice = finalizeInvoice(world, id);
  if (invoice.status === 'open' && invoice.collectionMethod === 'charge_automatically') {
    tryPayment(world, id);
  }
}

/** One of Stripe's own tries. Only these count, whatever was tried by hand in between. */
export function tryPayment(world: World, id: string): void {
  world.store.invoices.update(id, { nextPaymentAttempt: null });
  const { kind } = collect(world, id, { isOffSession: true, isAutomatic: true });
  if (kind === 'paid' || kind === 'processing') return;
  if (kind === 'no-method') noteAttempt(world, world.store.invoices.get(id), true);
  afterFailedTry(world, id);
}

/** Plans the next try or, when there is none left, does what the account wants then. */
export function afterFailedTry(world: World, id: string): void {
  const subscription = world.store.subscriptions.find(world.store.invoices.get(id).subscription);
  if (subscription?.status === 'active') {
    world.store.subscriptions.update(subscription.id, { status: 'past_due' });
  }
  const { nextPaymentAttempt } = scheduleRetry(world, id);
  if (nextPaymentAttempt === null && subscription !== undefined) giveUp(world, subscription);
}

/** After the first failure, and each later one, until the account's list of days is used up. */
export function scheduleRetry(world: World, id: string) {
  const { attemptCount } = world.store.invoices.get(id);
  const days = world.account.dunning.retryDays[attemptCount - 1];
  const nextPaymentAttempt = days === undefined ? null : world.clock.now() + days * DAY;
  return world.store.invoices.update(id, { nextPaymentAttempt });
}

/** An invoice that was sent has not been paid by its due date: its subscription is late. */
export function noteOverdue(world: World, id: string): void {
  const { subscription: of } = world.store.invoices.update(id, { isOverdue: true });
  const subscription = world.store.subscriptions.find(of);
  if (subscription?.status !== 'active') return;
  world.store.subscriptions.update(subscription.id, { status: 'past_due' });
}

/** @see https://docs.stripe.com/billing/revenue-recovery/smart-retries */
function giveUp(world: World, { id, status }: Subscription): void {
  if (status !== 'active' && status !== 'past_due') return;
  const { afterwards } = world.account.dunning;
  if (afterwards === 'unpaid') world.store.subscriptions.update(id, { status: 'unpaid' });
  if (afterwards === 'cancel') {
    const cancellation = { reason: 'payment_failed' as const };
    cancelSubscription(world, id, { invoiceNow: false, prorate: false, cancellation });
  }
}
