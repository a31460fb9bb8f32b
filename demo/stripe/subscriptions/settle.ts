import type { World } from '../core/world.ts';
import { linkBilled } from '../invoices/issue.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { settleResumed } from './settle-resume.ts';
import { applyPlan } from './terms.ts';

/** What a paid invoice does to its subscription. */
export function settlePaid(world: World, invoice: Invoice): void {
  const subscription = world.store.subscriptions.find(invoice.subscription);
  if (subscription === undefined) return;
  const { pendingUpdate } = subscription;
  if (pendingUpdate?.invoice === invoice.id) {
    applyPlan(world, subscription.id, pendingUpdate.plan);
    world.store.subscriptions.update(subscription.id, { pendingUpdate: null });
    linkBilled(world, invoice);
  }
  settleResumed(world, invoice.id);
  if (subscription.status === 'incomplete') {
    const isTrial = subscription.trialEnd !== null && subscription.trialEnd > world.clock.now();
    const status = isTrial ? 'trialing' : 'active';
    world.store.subscriptions.update(subscription.id, { status });
  }
  settleLatest(world, invoice);
  rememberMethod(world, invoice);
}

/**
 * The latest invoice that was still open has been paid, or is given up: the subscription is in
 * good standing again, whatever older ones say.
 */
export function settleLatest(world: World, invoice: Invoice): void {
  const subscription = world.store.subscriptions.find(invoice.subscription);
  if (subscription?.status !== 'past_due' && subscription?.status !== 'unpaid') return;
  const all = world.store.invoices.where('subscription', subscription.id);
  const later = all.slice(all.findIndex(({ id }) => id === invoice.id) + 1);
  if (later.some(({ status }) => status === 'open')) return;
  world.store.subscriptions.update(subscription.id, { status: 'active' });
}

/** `save_default_payment_method: 'on_subscription'` */
function rememberMethod(world: World, invoice: Invoice): void {
  const subscription = world.store.subscriptions.find(invoice.subscription);
  const method = world.store.paymentIntents.find(invoice.paymentIntent)?.paymentMethod ?? null;
  if (subscription?.savesPaymentMethod !== true || method === null) return;
  world.store.subscriptions.update(subscription.id, { defaultPaymentMethod: method });
}
