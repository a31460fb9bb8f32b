import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';

export interface Coupon {
  id: string;
  created: number;
  name: string | null;
  metadata: Record<string, string>;
  percentOff: number | null;
  /** By currency, the coupon's own first; empty for a percentage. */
  amountsOff: Record<string, number>;
  currency: string | null;
  duration: 'once' | 'repeating' | 'forever';
  durationInMonths: number | null;
  /** Products that it applies to; null: all. */
  appliesTo: string[] | null;
  maxRedemptions: number | null;
  redeemBy: number | null;
  timesRedeemed: number;
  isDeleted: boolean;
}

/** Can it still be redeemed? What was redeemed before goes on in any case. */
export function isCouponValid(world: World, coupon: Coupon): boolean {
  return (
    !coupon.isDeleted &&
    (coupon.redeemBy === null || world.clock.now() < coupon.redeemBy) &&
    (coupon.maxRedemptions === null || coupon.timesRedeemed < coupon.maxRedemptions)
  );
}

export function formatCoupon(world: World, coupon: Coupon): Wire<Stripe.Coupon> {
  return {
    id: coupon.id,
    object: 'coupon',
    amount_off: coupon.currency === null ? null : (coupon.amountsOff[coupon.currency] ?? null),
    created: coupon.created,
    currency: coupon.currency,
    duration: coupon.duration,
    duration_in_months: coupon.durationInMonths,
    livemode: false,
    max_redemptions: coupon.maxRedemptions,
    metadata: coupon.metadata,
    name: coupon.name,
    percent_off: coupon.percentOff,
    redeem_by: coupon.redeemBy,
    times_redeemed: coupon.timesRedeemed,
    valid: isCouponValid(world, coupon),
  };
}
