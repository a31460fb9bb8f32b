import type Stripe from 'stripe';
import { formatPlan, formatPrice } from '../catalogue/price.ts';
import { formatTaxRate } from '../catalogue/tax-rate.ts';
import type { World } from '../core/world.ts';
import type { DiscountShare } from '../money/line.ts';
import type { Wire } from '../wire/wire-object.ts';

export interface SubscriptionItem {
  id: string;
  created: number;
  subscription: string;
  price: string;
  quantity: number;
  metadata: Record<string, string>;
  discounts: string[];
  taxRates: string[];
  start: number;
  end: number;
  billed: Billed | null;
  /** What was asked for earlier parts of the period, which a change has cut short. */
  billedBefore: Billed[];
}

/** What the customer was really asked for the running period: the base of every later credit. */
export interface Billed {
  /** After discounts, before tax. */
  amount: number;
  /** What the discounts had taken off by then. */
  discounts: DiscountShare[];
  /** The rates that it was taxed with. */
  taxRates: string[];
  start: number;
  end: number;
  invoice: string | null;
  line: string | null;
}

export function itemsOf(world: World, subscription: string): SubscriptionItem[] {
  return world.store.subscriptionItems.where('subscription', subscription);
}

export function formatSubscriptionItem(
  world: World,
  item: SubscriptionItem,
): Wire<Stripe.SubscriptionItem> {
  const price = world.store.prices.get(item.price);
  return {
    id: item.id,
    object: 'subscription_item',
    billing_thresholds: null,
    created: item.created,
    current_period_end: item.end,
    current_period_start: item.start,
    current_trial: null,
    discounts: item.discounts,
    metadata: item.metadata,
    plan: formatPlan(price),
    price: formatPrice(world, price),
    quantity: item.quantity,
    subscription: item.subscription,
    tax_rates: item.taxRates.map((id) => formatTaxRate(world, world.store.taxRates.get(id))),
  };
}
