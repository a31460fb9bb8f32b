/** Decides what a change of plan is, before anything is asked of Stripe. */
import type { Effective } from '../../contract/portal.ts';
import { ProblemError } from '../problem.ts';
import type { Settings } from '../settings.ts';
import type { StripePrice, StripeSubscription, StripeSubscriptionItem } from '../stripe/types.ts';
import { assertAllowed } from './allowed-actions.ts';
import { approximatePeriod } from './interval.ts';
import { pricesFor, type OfferedPrice } from './plans.ts';
import { unitAmountIn } from '../stripe/catalogue.ts';
import { chooseQuantity } from './quantity.ts';
import type { Snapshot } from './snapshot.ts';
import { periodEnds, planItem } from './subscription-state.ts';

export interface PlannedChange {
  subscription: StripeSubscription;
  item: StripeSubscriptionItem;
  target: OfferedPrice;
  quantity: number;
  effective: Effective;
  /** When the paid period ends: for a change at period end, the moment it takes effect. */
  periodEndAt: number;
  /**
   * Whether a new period starts with the change. Stripe's own rules for this differ by billing mode
   * and the documents contradict each other, so it is always said.
   */
  anchor: 'now' | 'unchanged';
  /** In a trial nothing has been paid: the change is free, and the trial goes on. */
  isTrial: boolean;
}

interface Wish {
  priceId: string;
  quantity: number | null;
}

interface PlanChangeInput {
  subscription: StripeSubscription;
  snapshot: Snapshot;
  settings: Settings;
}

/** Throws where the wish is not allowed, not offered, or no change at all. */
export function planChange(wish: Wish, input: PlanChangeInput): PlannedChange {
  const { subscription, snapshot, settings } = input;
  const item = planItem(subscription);
  const isSamePrice = wish.priceId === item?.price.id;
  const action = isSamePrice ? (['change-plan', 'change-quantity'] as const) : 'change-plan';
  assertAllowed(action, subscription, input);
  const end = periodEnds(subscription);
  const target = pricesFor(snapshot.catalogue, settings, subscription).find(
    ({ price }) => price.id === wish.priceId,
  );
  if (!item || !end || !target) throw new ProblemError('plan-unavailable', { field: 'priceId' });
  const quantity = chooseQuantity(wish.quantity, target, item);
  if (isSamePrice && quantity === item.quantity) {
    throw new ProblemError('plan-unavailable', {
      detail: 'The subscription has this plan and quantity already.',
    });
  }
  const isTrial = subscription.status === 'trialing';
  // Of a subscription's own price Stripe sends one currency only; the catalogue has them all.
  const price = snapshot.catalogue.prices.get(item.price.id) ?? item.price;
  const direction = compare(
    { price, quantity: item.quantity ?? 1 },
    { price: target.price, quantity },
    subscription.currency,
  );
  return {
    subscription,
    item,
    target,
    quantity,
    effective: direction === 'down' && !isTrial ? settings.downgradeEffective : 'now',
    periodEndAt: end.first,
    anchor:
      !isTrial && startsNewPeriod(price, target.price, subscription.currency) ? 'now' : 'unchanged',
    isTrial,
  };
}

interface PricedQuantity {
  price: StripePrice;
  quantity: number;
}

/**
 * Down is a shorter interval, or less money per interval: the two conditions by which Stripe's own
 * portal schedules a change. What cannot be compared (tiers) goes up: it is paid before it counts.
 */
function compare(from: PricedQuantity, to: PricedQuantity, currency: string): 'up' | 'down' {
  const [fromDays, toDays] = [approximatePeriod(from.price), approximatePeriod(to.price)];
  if (fromDays !== toDays) return toDays < fromDays ? 'down' : 'up';
  const [before, after] = [amountOf(from, currency), amountOf(to, currency)];
  return before !== null && after !== null && after < before ? 'down' : 'up';
}

function startsNewPeriod(from: StripePrice, to: StripePrice, currency: string): boolean {
  const isFree = unitAmountIn(from, currency) === 0;
  return (
    approximatePeriod(from) !== approximatePeriod(to) ||
    (isFree && unitAmountIn(to, currency) !== 0)
  );
}

function amountOf({ price, quantity }: PricedQuantity, currency: string): number | null {
  const unit = unitAmountIn(price, currency);
  return unit === null ? null : unit * quantity;
}
