import type { World } from '../core/world.ts';
import type { InvoiceRequest } from '../invoices/issue.ts';
import { pendingItems } from '../invoices/invoice-item.ts';
import { planRenewal } from '../money/plan-start.ts';
import type { LineDraft } from '../money/line.ts';
import { enterDuePhase } from '../schedules/enter-phase.ts';
import { itemsOf } from './subscription-item.ts';
import type { Subscription } from './subscription.ts';
import { applyPlan, inForce, termsOf } from './terms.ts';

/** When the subscription has to be looked at next: a period that ends, or a schedule that moves on. */
export function nextBillingAt(world: World, subscription: Subscription): number {
  return Math.min(...itemsOf(world, subscription.id).map((item) => item.end));
}

/**
 * Moves the subscription into its next period at this moment: first the schedule's next phase,
 * then every item whose period is over. The bill that comes of it is returned, not sent: a
 * preview wants to see it too. `null`: nothing to bill.
 */
export function enterNextPeriod(
  world: World,
  id: string,
): (InvoiceRequest & { subscription: string }) | null {
  const now = world.clock.now();
  const before = world.store.subscriptions.get(id);
  const start = Math.min(...itemsOf(world, id).map((item) => item.start));
  const entered: LineDraft[] = enterDuePhase(world, before);
  const subscription = world.store.subscriptions.get(id);
  const terms = termsOf(world, subscription);
  const plan = planRenewal(terms, now);
  applyPlan(world, id, plan);
  const discounts = inForce(world, subscription.discounts);
  world.store.subscriptions.update(id, { discounts });
  const { customer, currency } = subscription;
  const lines = [...entered, ...plan.charges];
  if (lines.length === 0) return null;
  return {
    customer,
    subscription: id,
    currency,
    lines,
    discounts,
    reason: 'subscription_cycle',
    prorationAt: null,
    period: { start, end: now },
    takesPending: true,
  };
}

/** The last bill of a subscription that ends with its period: only what was waiting. */
export function finalRequest(
  world: World,
  { id, customer, currency }: Subscription,
): (InvoiceRequest & { subscription: string }) | null {
  const now = world.clock.now();
  if (pendingItems(world, { customer, subscription: id, currency }).length === 0) return null;
  return {
    customer,
    subscription: id,
    currency,
    lines: [],
    discounts: [],
    reason: 'subscription_cycle',
    prorationAt: null,
    period: { start: now, end: now },
    takesPending: true,
  };
}
