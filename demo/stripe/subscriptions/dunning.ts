import type { World } from '../core/world.ts';
import type { InvoiceRequest } from '../invoices/issue.ts';
import { voidInvoice } from '../invoices/void.ts';
import { collect, defaultMethod } from '../payments/collect.ts';
import { issueFor } from './bill.ts';
import { cancelSubscription } from './cancel.ts';
import type { Subscription } from './subscription.ts';

const DAY = 86_400;
/** Days until the next try, after the first, second and third that failed. */
const RETRY_DAYS = [3, 5, 7];

/** Sends the bill of a new period and tries to have it paid. */
export function collectRenewal(
  world: World,
  request: InvoiceRequest & { subscription: string },
  wasTrial: boolean,
): void {
  const { subscription: id } = request;
  if (wasTrial && endTrialWithout(world, world.store.subscriptions.get(id))) return;
  const invoice = issueFor(world, request);
  const subscription = world.store.subscriptions.get(id);
  if (wasTrial) world.store.subscriptions.update(id, { status: 'active' });
  if (invoice.status === 'paid' || subscription.collectionMethod === 'send_invoice') return;
  if (isPaused(world, subscription)) {
    applyPause(world, subscription, invoice.id);
    return;
  }
  tryPayment(world, invoice.id);
}

/** Stripe's own tries after the first one failed. */
export function retryInvoice(world: World, invoice: string): void {
  tryPayment(world, invoice);
}

/** The first payment did not come within 23 hours. */
export function expireIncomplete(world: World, id: string): void {
  const subscription = world.store.subscriptions.get(id);
  if (subscription.latestInvoice !== null) {
    const invoice = world.store.invoices.get(subscription.latestInvoice);
    if (invoice.status === 'open') voidInvoice(world, invoice.id);
  }
  world.store.subscriptions.update(id, {
    status: 'incomplete_expired',
    endedAt: world.clock.now(),
  });
}

function tryPayment(world: World, id: string): void {
  const outcome = collect(world, id, { isOffSession: true, isAutomatic: true });
  if (outcome.kind === 'paid' || outcome.kind === 'processing') return;
  const { attemptCount } = world.store.invoices.get(id);
  const attempts = outcome.kind === 'no-method' ? attemptCount + 1 : attemptCount;
  world.store.invoices.update(id, { attempted: true, attemptCount: attempts });
  afterFailedTry(world, id);
}

/** Plans the next try; the subscription of a bill that was not paid is late. */
export function afterFailedTry(world: World, id: string): void {
  const invoice = world.store.invoices.get(id);
  const days = RETRY_DAYS[invoice.attemptCount - 1];
  world.store.invoices.update(id, {
    nextPaymentAttempt: days === undefined ? null : world.clock.now() + days * DAY,
  });
  const subscription = world.store.subscriptions.find(invoice.subscription);
  if (subscription?.status === 'active') {
    world.store.subscriptions.update(subscription.id, { status: 'past_due' });
  }
}

/** @returns whether the trial ended in another way than with a bill. */
function endTrialWithout(world: World, subscription: Subscription): boolean {
  const scope = { ...subscription, subscription: subscription.id, defaultPaymentMethod: null };
  if (defaultMethod(world, scope) !== undefined) return false;
  if (subscription.missingPaymentMethod === 'cancel') {
    cancelSubscription(world, subscription.id, { invoiceNow: false, prorate: false });
    return true;
  }
  if (subscription.missingPaymentMethod !== 'pause') return false;
  world.store.subscriptions.update(subscription.id, { status: 'paused' });
  return true;
}

function isPaused(world: World, { pauseCollection }: Subscription): boolean {
  if (pauseCollection === null) return false;
  return pauseCollection.resumesAt === null || world.clock.now() < pauseCollection.resumesAt;
}

function applyPause(world: World, subscription: Subscription, invoice: string): void {
  const behavior = subscription.pauseCollection?.behavior;
  if (behavior === 'void') voidInvoice(world, invoice);
  else {
    const status = behavior === 'keep_as_draft' ? 'draft' : 'uncollectible';
    world.store.invoices.update(invoice, { status, autoAdvance: false });
  }
}
