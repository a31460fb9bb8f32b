/** What the first ordinary invoice after a change will be. */
import { expanded } from '../stripe/ids.ts';
import type {
  DiscountParam,
  StripeDiscount,
  StripeInvoice,
  StripePromotionCode,
  StripeSubscription,
} from '../stripe/types.ts';
import { discountsOf } from './subscription-state.ts';

interface DiscountsAtInput {
  subscription: StripeSubscription | null;
  promotion: StripePromotionCode | null;
  /** When the change is made. */
  now: number;
  /** When that invoice will be made, about. */
  at: number;
  /** Whether an invoice comes before it, on which a coupon for one invoice may be used up. */
  isAfterAnother: boolean;
}

/**
 * The discounts that will still be there. Where it is not certain that a coupon for one invoice
 * outlasts the one made now, it is not counted: nobody may be charged more than was shown.
 * Undefined: send none, and Stripe takes the customer's own; `''`: none at all.
 */
export function discountsAt(input: DiscountsAtInput): DiscountParam[] | '' | undefined {
  const { subscription, promotion, now, at, isAfterAnother } = input;
  const running = subscription ? discountsOf(subscription) : [];
  if (running.length === 0 && !promotion) return undefined;
  const kept: DiscountParam[] = running
    .filter((one) => outlasts(one, at, isAfterAnother))
    .map(({ id }) => ({ discount: id }));
  const added = promotion !== null && promotionOutlasts(promotion, { now, at, isAfterAnother });
  const all = added ? [...kept, { promotion_code: promotion.id }] : kept;
  return all.length > 0 ? all : '';
}

/** An invoice's total less the credit that will be there: never negative. */
export function chargeAfterBalance(invoice: StripeInvoice, balance: number): number {
  return Math.max(0, invoice.total + balance);
}

function outlasts(discount: StripeDiscount, at: number, isAfterAnother: boolean): boolean {
  if (discount.end !== null && discount.end <= at) return false;
  const isOnce = expanded(discount.source.coupon)?.duration === 'once';
  return !(isAfterAnother && isOnce);
}

function promotionOutlasts(
  promotion: StripePromotionCode,
  { now, at, isAfterAnother }: Pick<DiscountsAtInput, 'now' | 'at' | 'isAfterAnother'>,
): boolean {
  const coupon = expanded(promotion.promotion.coupon);
  if (coupon?.duration === 'once') return !isAfterAnother;
  if (coupon?.duration !== 'repeating') return true;
  const end = new Date(now * 1000);
  end.setUTCMonth(end.getUTCMonth() + (coupon.duration_in_months ?? 0));
  return end.getTime() / 1000 > at;
}
