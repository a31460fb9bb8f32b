import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';

/** A coupon put on something: from `start` until `end`, or until it is used or taken off. */
export interface Discount {
  id: string;
  created: number;
  coupon: string;
  promotionCode: string | null;
  customer: string | null;
  subscription: string | null;
  subscriptionItem: string | null;
  start: number;
  end: number | null;
}

export function formatDiscount(_world: World, discount: Discount): Wire<Stripe.Discount> {
  return {
    id: discount.id,
    object: 'discount',
    checkout_session: null,
    customer: discount.customer,
    customer_account: null,
    end: discount.end,
    invoice: null,
    invoice_item: null,
    promotion_code: discount.promotionCode,
    source: { coupon: discount.coupon, type: 'coupon' },
    start: discount.start,
    subscription: discount.subscription,
    subscription_item: discount.subscriptionItem,
  };
}
