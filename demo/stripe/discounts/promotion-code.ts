import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';
import { isCouponValid } from './coupon.ts';

export interface PromotionCode {
  id: string;
  created: number;
  code: string;
  coupon: string;
  /** Switched off by its owner; it may be inactive for other reasons too. */
  isSwitchedOn: boolean;
  customer: string | null;
  expiresAt: number | null;
  maxRedemptions: number | null;
  timesRedeemed: number;
  metadata: Record<string, string>;
  firstTimeTransaction: boolean;
  /** By currency; empty: none. */
  minimumAmounts: Record<string, number>;
  minimumCurrency: string | null;
}

/** Expired, used up, or its coupon is no longer valid: all make a code inactive. */
export function isCodeActive(world: World, code: PromotionCode): boolean {
  const coupon = world.store.coupons.find(code.coupon);
  return (
    code.isSwitchedOn &&
    (code.expiresAt === null || world.clock.now() < code.expiresAt) &&
    (code.maxRedemptions === null || code.timesRedeemed < code.maxRedemptions) &&
    coupon !== undefined &&
    isCouponValid(world, coupon)
  );
}

export function formatPromotionCode(world: World, code: PromotionCode): Wire<Stripe.PromotionCode> {
  const { minimumCurrency: currency } = code;
  return {
    id: code.id,
    object: 'promotion_code',
    active: isCodeActive(world, code),
    code: code.code,
    created: code.created,
    customer: code.customer,
    customer_account: null,
    expires_at: code.expiresAt,
    livemode: false,
    max_redemptions: code.maxRedemptions,
    metadata: code.metadata,
    promotion: { coupon: code.coupon, type: 'coupon' },
    restrictions: {
      first_time_transaction: code.firstTimeTransaction,
      minimum_amount: currency === null ? null : (code.minimumAmounts[currency] ?? null),
      minimum_amount_currency: currency,
    },
    times_redeemed: code.timesRedeemed,
  };
}
