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
  const isFirst = subscription.status === 'incomplete';
  const isLatest = subscription.latestInvoice === invoice.id;
  if (isFirst || (isLatest && ['past_due', 'unpaid'].includes(subscription.status))) {
    world.store.subscriptions.update(subscription.id, { status: 'active' });
  }
  rememberMethod(world, invoice);
}

/** `save_default_payment_method: 'on_subscription'` */
function rememberMethod(world: World, invoice: Invoice): void {
  const subscription = world.store.subscriptions.find(invoice.subscription);
  const method = world.store.paymentIntents.find(invoice.paymentIntent)?.paymentMethod ?? null;
  if (subscription?.savesPaymentMethod !== true || method === null) return;
  world.store.subscriptions.update(subscription.id, { defaultPaymentMethod: method });
}
