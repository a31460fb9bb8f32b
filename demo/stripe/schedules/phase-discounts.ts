import type { World } from '../core/world.ts';
import { liveCoupon } from '../discounts/coupon-routes.ts';
import { redeem } from '../discounts/redeem.ts';
import type { DiscountParam } from '../discounts/redeem.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { refuse, StripeFault } from '../wire/fault.ts';
import type { PhaseDiscount } from './schedule.ts';

/** Discounts that a phase will have; they are redeemed when it begins. */
export function readPhaseDiscounts(
  world: World,
  params: DiscountParam[] | '' | undefined,
  at: string,
): PhaseDiscount[] {
  return (params || []).map((entry, index) => {
    const { coupon = null, discount = null, promotion_code = null } = entry;
    const where = `${at}[${index}]`;
    if ([coupon, discount, promotion_code].filter((value) => value !== null).length !== 1) {
      throw refuse('You must pass exactly one of coupon, discount and promotion_code.', where);
    }
    if (coupon !== null) liveCoupon(world, coupon, `${where}[coupon]`);
    if (discount !== null) world.store.discounts.get(discount, `${where}[discount]`);
    if (promotion_code !== null) checkCode(world, promotion_code, `${where}[promotion_code]`);
    return { coupon, discount, promotion_code };
  });
}

/** What has run out by then is left out: nobody is there to be told. */
export function redeemPhase(
  world: World,
  entries: PhaseDiscount[],
  scope: {
    subscription: Subscription;
    item: string | null;
    products: string[];
    present: string[];
  },
): string[] {
  const { subscription, item, products, present } = scope;
  return entries.flatMap((entry) => {
    if (entry.discount !== null) return present.includes(entry.discount) ? entry.discount : [];
    const param = {
      coupon: entry.coupon ?? undefined,
      promotion_code: entry.promotion_code ?? undefined,
    };
    try {
      return redeem(world, [param], {
        customer: subscription.customer,
        subscription: subscription.id,
        subscriptionItem: item,
        currency: subscription.currency,
        products,
        orderAmount: null,
        present,
        param: 'phases[discounts]',
      });
    } catch (error) {
      if (error instanceof StripeFault) return [];
      throw error;
    }
  });
}

function checkCode(world: World, id: string, at: string): void {
  const code = world.store.promotionCodes.get(id, at);
  if (Object.keys(code.minimumAmounts).length === 0) return;
  throw refuse('A promotion code with a minimum amount cannot be used on a schedule phase.', at);
}
