import { shortId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { redeem } from '../discounts/redeem.ts';
import { addPending } from '../invoices/pending.ts';
import type { LineDraft } from '../money/line.ts';
import { isSameRecurrence } from '../money/period.ts';
import { planChange } from '../money/plan-change.ts';
import { recurrenceOf } from '../money/plan.ts';
import type { Terms } from '../money/plan.ts';
import { itemsOf } from '../subscriptions/subscription-item.ts';
import type { SubscriptionItem } from '../subscriptions/subscription-item.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { applyPlan, inForce, pricedItem, rulesOf, termsOf } from '../subscriptions/terms.ts';
import type { Phase, PhaseItem, Schedule } from './schedule.ts';

/** When a schedule moves on: into its next phase, or to its end. */
export function nextPhaseAt(schedule: Schedule): number {
  const next = schedule.phases[schedule.entered + 1];
  return next?.start ?? schedule.phases[schedule.entered]?.end ?? Infinity;
}

/**
 * Puts the subscription on the phase that begins now, if one does.
 * @returns what has to be billed at once for it.
 */
export function enterDuePhase(world: World, subscription: Subscription): LineDraft[] {
  const schedule = world.store.schedules.find(subscription.schedule);
  if (schedule === undefined || schedule.status !== 'active') return [];
  const index = schedule.entered + 1;
  const phase = schedule.phases[index];
  if (phase === undefined || phase.start > world.clock.now()) return [];
  world.store.schedules.update(schedule.id, { entered: index });
  return enterPhase(world, subscription, phase);
}

export function enterPhase(world: World, subscription: Subscription, phase: Phase): LineDraft[] {
  const now = world.clock.now();
  const before = termsOf(world, subscription);
  const items = phaseItems(world, subscription.id, phase.items).map((item) =>
    pricedItem(world, item),
  );
  const discounts = phaseDiscounts(world, subscription, phase);
  const after: Terms = {
    ...before,
    items,
    discounts: inForce(world, discounts),
    rules: rulesOf(world, discounts, subscription),
    trialEnd: phase.trialEnd ?? before.trialEnd,
  };
  const plan = planChange({
    before,
    after,
    behavior: phase.prorationBehavior,
    prorationAt: now,
    isReanchored: phase.anchor === 'phase_start' || hasNewInterval(before, after),
    now,
  });
  applyPlan(world, subscription.id, plan);
  world.store.subscriptions.update(subscription.id, {
    discounts,
    metadata: { ...subscription.metadata, ...phase.metadata },
    ...(phase.defaultPaymentMethod === null
      ? {}
      : { defaultPaymentMethod: phase.defaultPaymentMethod }),
    ...(phase.collectionMethod === null ? {} : { collectionMethod: phase.collectionMethod }),
  });
  if (plan.billing !== 'pending') return [...plan.prorations, ...plan.charges];
  addPending(world, subscription, plan.prorations);
  return plan.charges;
}

/** `automatic`: the cycle begins anew when the interval is another one. */
function hasNewInterval(before: Terms, after: Terms): boolean {
  const [old] = before.items;
  return (
    old !== undefined &&
    after.items.some(
      (item) => !isSameRecurrence(recurrenceOf(old.priceOf), recurrenceOf(item.priceOf)),
    )
  );
}

/** Items of the same price or, failing that, of the same place keep their id. */
function phaseItems(world: World, subscription: string, wanted: PhaseItem[]): SubscriptionItem[] {
  const free = itemsOf(world, subscription);
  const take = (position: number): SubscriptionItem | undefined => free.splice(position, 1)[0];
  const samePrice = wanted.map((item) => {
    const position = free.findIndex(({ price }) => price === item.price);
    return position < 0 ? undefined : take(position);
  });
  return wanted.map((item, index) => {
    const old = samePrice[index] ?? free.shift();
    return {
      id: old?.id ?? shortId('si'),
      created: old?.created ?? world.clock.now(),
      subscription,
      price: item.price,
      quantity: item.quantity,
      metadata: item.metadata,
      discounts: old?.discounts ?? [],
      taxRates: item.taxRates,
      start: old?.start ?? 0,
      end: old?.end ?? 0,
      billed: old?.billed ?? null,
    };
  });
}

/** A phase replaces all discounts; a subscription's own are lost unless they were copied. */
function phaseDiscounts(world: World, subscription: Subscription, phase: Phase): string[] {
  const params = phase.discounts.map((entry) => ({
    coupon: entry.coupon ?? undefined,
    discount: entry.discount ?? undefined,
    promotion_code: entry.promotion_code ?? undefined,
  }));
  const kept = params.filter(
    ({ discount }) => discount === undefined || subscription.discounts.includes(discount),
  );
  return redeem(world, kept, {
    customer: subscription.customer,
    subscription: subscription.id,
    subscriptionItem: null,
    currency: subscription.currency,
    products: phase.items.map((item) => world.store.prices.get(item.price).product),
    orderAmount: null,
    present: subscription.discounts,
    param: 'phases[discounts]',
  });
}
