import type { World } from '../core/world.ts';
import { dropDiscounts } from '../discounts/redeem.ts';
import { linkBilled } from '../invoices/issue.ts';
import { voidInvoice } from '../invoices/void.ts';
import type { Plan } from '../money/plan.ts';
import type { Subscription } from './subscription.ts';
import { applyPlan } from './terms.ts';

/** The subscription goes on as planned. */
export function finishResume(
  world: World,
  id: string,
  { plan, status }: { plan: Plan; status: 'active' | 'past_due' },
): Subscription {
  applyPlan(world, id, plan);
  return world.store.subscriptions.update(id, { status, paused: null, resumption: null });
}

/** The invoice of a resumption was paid, or written off: the subscription is active. */
export function settleResumed(world: World, invoice: string): void {
  settle(world, invoice, 'active');
}

/** The first attempt failed. With `resume_on_payment_success` the subscription stays paused. */
export function settleFailedAttempt(world: World, invoice: string): void {
  const subscription = resumedBy(world, invoice);
  if (subscription === undefined) return;
  const { resumption } = subscription;
  if (resumption?.needsSuccess === false) settle(world, invoice, 'past_due');
  else if (resumption) {
    const next = { ...resumption, expiresAt: null };
    world.store.subscriptions.update(subscription.id, { resumption: next });
  }
}

/** Nobody tried to pay in time, or the invoice was voided: it stays paused. */
export function dropResumption(world: World, id: string): void {
  const { resumption } = world.store.subscriptions.get(id);
  if (resumption === null) return;
  world.store.subscriptions.update(id, { resumption: null });
  if (world.store.invoices.get(resumption.invoice).status === 'open') {
    voidInvoice(world, resumption.invoice);
  }
}

function settle(world: World, invoice: string, status: 'active' | 'past_due'): void {
  const subscription = resumedBy(world, invoice);
  if (subscription?.resumption == null) return;
  const { plan } = subscription.resumption;
  finishResume(world, subscription.id, { plan, status });
  dropDiscounts(world, subscription.id, plan.usedDiscounts);
  linkBilled(world, world.store.invoices.get(invoice));
}

function resumedBy(world: World, invoice: string): Subscription | undefined {
  const { subscription: id } = world.store.invoices.get(invoice);
  const subscription = world.store.subscriptions.find(id);
  const isOurs = subscription?.status === 'paused' && subscription.resumption?.invoice === invoice;
  return isOurs ? subscription : undefined;
}
