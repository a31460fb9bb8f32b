import type { Discount } from '../../../contract/billing.ts';
import { expanded } from '../../stripe/ids.ts';
import type { StripeCoupon, StripeDiscount, StripePromotionCode } from '../../stripe/types.ts';

/** Null for a discount whose coupon Stripe did not send along: then there is nothing to show. */
export function presentDiscount(discount: StripeDiscount): Discount | null {
  const coupon = expanded(discount.source.coupon);
  if (!coupon) return null;
  const code = expanded(discount.promotion_code)?.code ?? null;
  return { ...presentCoupon(coupon), id: discount.id, code, endAt: discount.end };
}

/** A discount that a promotion code would make. */
export function presentPromotion(promotion: StripePromotionCode): Discount | null {
  const coupon = expanded(promotion.promotion.coupon);
  return (
    coupon && { ...presentCoupon(coupon), id: promotion.id, code: promotion.code, endAt: null }
  );
}

function presentCoupon(coupon: StripeCoupon): Omit<Discount, 'id' | 'code' | 'endAt'> {
  return {
    name: coupon.name ?? '',
    percentOff: coupon.percent_off,
    amountOff:
      coupon.amount_off !== null && coupon.currency !== null
        ? { amount: coupon.amount_off, currency: coupon.currency }
        : null,
    duration: durationOf(coupon),
  };
}

function durationOf({ duration }: StripeCoupon): Discount['duration'] {
  switch (duration) {
    case 'once':
      return 'once';
    case 'repeating':
      return 'repeating';
    default:
      return 'forever';
  }
}
