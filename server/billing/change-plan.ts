/** Decides what a change of plan is, before anything is asked of Stripe. */
import type { Effective } from '../../contract/portal.ts';
import { ProblemError } from '../problem.ts';
import type { Settings } from '../settings.ts';
import type { StripePrice, StripeSubscription, StripeSubscriptionItem } from '../stripe/types.ts';
import { allowedActions, assertAllowed } from './allowed-actions.ts';
import { approximateDays, pricesFor, type OfferedPrice } from './plans.ts';
import { unitAmountIn } from '../stripe/catalogue.ts';
import { intervalOf } from './present/plan.ts';
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
  assertAllowed(['change-plan', 'change-quantity'], subscription, input);
  const item = planItem(subscription);
  const end = periodEnds(subscription);
  const target = pricesFor(snapshot.catalogue, settings, subscription).find(
    ({ price }) => price.id === wish.priceId,
  );
  if (!item || !end || !target) throw new ProblemError('plan-unavailable', { field: 'priceId' });
  const isSamePrice = target.price.id === item.price.id;
  const allowed = allowedActions(subscription, snapshot, settings);
  if (!isSamePrice && !allowed.includes('change-plan'))
    throw new ProblemError('action-not-allowed');
  const current = isSamePrice || target.quantity ? (item.quantity ?? 1) : 1;
  const quantity = checkQuantity(wish.quantity ?? current, target, isSamePrice ? current : null);
  if (isSamePrice && quantity === item.quantity) {
    throw new ProblemError('plan-unavailable', {
      detail: 'The subscription has this plan and quantity already.',
    });
  }
  const isTrial = subscription.status === 'trialing';
  const direction = compare(
    { price: item.price, quantity: item.quantity ?? 1 },
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
      !isTrial && startsNewPeriod(item.price, target.price, subscription.currency)
        ? 'now'
        : 'unchanged',
    isTrial,
  };
}

/** A quantity within the rule, or the one that is there already. */
export function checkQuantity(
  quantity: number,
  { quantity: rule }: OfferedPrice,
  current: number | null,
): number {
  const { minimum, maximum } = rule ?? { minimum: 1, maximum: 1 };
  if (quantity === current || (quantity >= minimum && quantity <= maximum)) return quantity;
  throw new ProblemError('quantity-invalid', {
    field: 'quantity',
    detail: `The quantity must be from ${minimum} to ${maximum}.`,
  });
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
  const [fromDays, toDays] = [daysOf(from.price), daysOf(to.price)];
  if (fromDays !== toDays) return toDays < fromDays ? 'down' : 'up';
  const [before, after] = [amountOf(from, currency), amountOf(to, currency)];
  return before !== null && after !== null && after < before ? 'down' : 'up';
}

function startsNewPeriod(from: StripePrice, to: StripePrice, currency: string): boolean {
  const isFree = unitAmountIn(from, currency) === 0;
  return daysOf(from) !== daysOf(to) || (isFree && unitAmountIn(to, currency) !== 0);
}

function amountOf({ price, quantity }: PricedQuantity, currency: string): number | null {
  const unit = unitAmountIn(price, currency);
  return unit === null ? null : unit * quantity;
}

function daysOf(price: StripePrice): number {
  return approximateDays(intervalOf(price), price.recurring?.interval_count ?? 1);
}
