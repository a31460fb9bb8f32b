import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { stepFrom } from '../money/period.ts';
import { refuse } from '../wire/fault.ts';
import { liveCoupon } from './coupon-routes.ts';
import { isCouponValid } from './coupon.ts';
import type { Coupon } from './coupon.ts';
import { isCodeActive } from './promotion-code.ts';
import type { PromotionCode } from './promotion-code.ts';

export interface DiscountParam {
  coupon?: string | undefined;
  promotion_code?: string | undefined;
  discount?: string | undefined;
}

export interface RedeemScope {
  customer: string;
  subscription: string | null;
  subscriptionItem: string | null;
  currency: string;
  /** Products that the subscription will have. */
  products: string[];
  /** What the first invoice asks before discounts, or null on an update. */
  orderAmount: number | null;
  /** Discounts that it already has and that may be kept by naming them. */
  present: string[];
  param: string;
}

/**
 * Turns `discounts[]` into discounts: those named by `discount` stay, the others are new.
 * @throws for every restriction that Stripe checks at redemption.
 */
export function redeem(world: World, params: DiscountParam[], scope: RedeemScope): string[] {
  return params.map((param, index) => {
    const at = `${scope.param}[${index}]`;
    const given = [param.coupon, param.promotion_code, param.discount].filter(
      (value) => value !== undefined,
    );
    if (given.length !== 1) {
      throw refuse('You must pass exactly one of coupon, discount and promotion_code.', at);
    }
    if (param.discount !== undefined) return keepDiscount(world, param.discount, scope, at);
    if (param.coupon !== undefined) {
      const coupon = liveCoupon(world, param.coupon, `${at}[coupon]`);
      return addDiscount(world, { coupon, code: null, at: `${at}[coupon]` }, scope);
    }
    const where = `${at}[promotion_code]`;
    const code = world.store.promotionCodes.get(param.promotion_code ?? '', where);
    checkCode(world, code, scope, where);
    const coupon = world.store.coupons.get(code.coupon);
    return addDiscount(world, { coupon, code, at: where }, scope);
  });
}

/** One-time discounts that this invoice has used leave their subscription. */
export function dropUsed(world: World, invoice: Invoice): void {
  const subscription = world.store.subscriptions.find(invoice.subscription);
  if (subscription === undefined) return;
  const used = invoice.discountTotals.map(({ discount }) => discount);
  dropDiscounts(
    world,
    subscription.id,
    used.filter((id) => isOnce(world, id)),
  );
}

export function dropDiscounts(world: World, subscription: string, ids: string[]): void {
  if (ids.length === 0) return;
  const old = world.store.subscriptions.get(subscription);
  world.store.subscriptions.update(subscription, {
    discounts: old.discounts.filter((id) => !ids.includes(id)),
  });
  for (const item of world.store.subscriptionItems.where('subscription', subscription)) {
    if (item.discounts.some((id) => ids.includes(id))) {
      const discounts = item.discounts.filter((id) => !ids.includes(id));
      world.store.subscriptionItems.update(item.id, { discounts });
    }
  }
}

function isOnce(world: World, discount: string): boolean {
  const row = world.store.discounts.find(discount);
  return row !== undefined && world.store.coupons.get(row.coupon).duration === 'once';
}

function keepDiscount(world: World, id: string, scope: RedeemScope, at: string): string {
  const discount = world.store.discounts.get(id, `${at}[discount]`);
  if (scope.present.includes(id)) return id;
  const message = `The discount \`${discount.id}\` does not belong to this subscription.`;
  throw refuse(message, `${at}[discount]`);
}

function addDiscount(
  world: World,
  { coupon, code, at }: { coupon: Coupon; code: PromotionCode | null; at: string },
  scope: RedeemScope,
): string {
  if (!isCouponValid(world, coupon)) {
    throw refuse(`Coupon ${coupon.id} is expired or used up.`, at, 'coupon_expired');
  }
  if (coupon.percentOff === null && coupon.amountsOff[scope.currency] === undefined) {
    const message = `The coupon ${coupon.id} has no amount in the currency ${scope.currency}.`;
    throw refuse(message, at);
  }
  const { appliesTo } = coupon;
  if (appliesTo !== null && !scope.products.some((product) => appliesTo.includes(product))) {
    throw refuse(`The coupon ${coupon.id} does not apply to anything in this subscription.`, at);
  }
  const now = world.clock.now();
  world.store.coupons.update(coupon.id, { timesRedeemed: coupon.timesRedeemed + 1 });
  if (code !== null) {
    world.store.promotionCodes.update(code.id, { timesRedeemed: code.timesRedeemed + 1 });
  }
  return world.store.discounts.insert({
    id: longId('di'),
    created: now,
    coupon: coupon.id,
    promotionCode: code?.id ?? null,
    customer: scope.customer,
    subscription: scope.subscription,
    subscriptionItem: scope.subscriptionItem,
    start: now,
    end:
      coupon.durationInMonths === null
        ? null
        : stepFrom(now, { interval: 'month', intervalCount: coupon.durationInMonths }, 1),
  }).id;
}

function checkCode(world: World, code: PromotionCode, scope: RedeemScope, at: string): void {
  if (!isCodeActive(world, code)) {
    throw refuse(
      'This promotion code is expired or no longer active.',
      at,
      'promotion_code_expired',
    );
  }
  if (code.customer !== null && code.customer !== scope.customer) {
    throw refuse('This promotion code cannot be redeemed by this customer.', at);
  }
  if (code.firstTimeTransaction && hasPaidBefore(world, scope.customer)) {
    const message =
      'This promotion code cannot be redeemed because the associated customer has prior transactions.';
    throw refuse(message, at);
  }
  if (Object.keys(code.minimumAmounts).length === 0) return;
  if (scope.orderAmount === null) {
    throw refuse('A promotion code with a minimum amount cannot be used on an update.', at);
  }
  const minimum = code.minimumAmounts[scope.currency];
  if (minimum === undefined || scope.orderAmount < minimum) {
    const message =
      'This promotion code cannot be redeemed because the order does not meet its minimum amount.';
    throw refuse(message, at);
  }
}

/** Any payment that was ever started counts, and any trial. */
function hasPaidBefore(world: World, customer: string): boolean {
  const { paymentIntents, subscriptions } = world.store;
  return (
    paymentIntents.where('customer', customer).length > 0 ||
    subscriptions.where('customer', customer).some((row) => row.trialStart !== null)
  );
}
