import type { World } from '../core/world.ts';
import type { DiscountRule } from '../money/discounting.ts';
import type { Plan, PricedItem, Terms } from '../money/plan.ts';
import { itemsOf } from './subscription-item.ts';
import type { SubscriptionItem } from './subscription-item.ts';
import type { Subscription } from './subscription.ts';

/** Everything that the money of a subscription depends on, read from the store at this moment. */
export function termsOf(world: World, subscription: Subscription): Terms {
  const items = itemsOf(world, subscription.id).map((item) => pricedItem(world, item));
  return {
    subscription: subscription.id,
    currency: subscription.currency,
    anchor: subscription.anchor,
    trialEnd: subscription.trialEnd,
    cancelAt: subscription.cancelAt,
    billingMode: subscription.billingMode,
    prorationDiscounts: subscription.prorationDiscounts,
    items,
    discounts: inForce(world, subscription.discounts),
    rules: rulesOf(world, [...subscription.discounts, ...items.flatMap((item) => item.discounts)], {
      currency: subscription.currency,
    }),
    defaultTaxRates: subscription.defaultTaxRates,
  };
}

export function pricedItem(world: World, item: SubscriptionItem): PricedItem {
  const priceOf = world.store.prices.get(item.price);
  return { ...item, priceOf, productName: world.store.products.get(priceOf.product).name };
}

/** Without those whose time is over. */
export function inForce(world: World, discounts: string[]): string[] {
  return discounts.filter((id) => {
    const end = world.store.discounts.find(id)?.end;
    return end !== undefined && (end === null || world.clock.now() < end);
  });
}

export function rulesOf(
  world: World,
  ids: string[],
  { currency }: { currency: string },
): Map<string, DiscountRule> {
  const rules = inForce(world, ids).map((id): [string, DiscountRule] => {
    const coupon = world.store.coupons.get(world.store.discounts.get(id).coupon);
    const rule = {
      id,
      percentOff: coupon.percentOff,
      amountOff: coupon.percentOff === null ? (coupon.amountsOff[currency] ?? 0) : null,
      products: coupon.appliesTo,
      isOnce: coupon.duration === 'once',
    };
    return [id, rule];
  });
  return new Map(rules);
}

/** Makes the subscription what the plan says. */
export function applyPlan(world: World, subscription: string, plan: Plan): void {
  const { subscriptionItems, subscriptions } = world.store;
  for (const old of itemsOf(world, subscription)) {
    if (!plan.items.some(({ id }) => id === old.id)) subscriptionItems.delete(old.id);
  }
  for (const { priceOf: _price, productName: _name, ...item } of plan.items) {
    if (subscriptionItems.find(item.id) === undefined) subscriptionItems.insert(item);
    else subscriptionItems.update(item.id, item);
  }
  subscriptions.update(subscription, { anchor: plan.anchor, trialEnd: plan.trialEnd });
}
