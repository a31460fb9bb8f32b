import { idOf } from '../ids.ts';
import type { StripeCoupon, StripePrice, StripeProduct, StripePromotionCode } from '../types.ts';
import { calling, unlessMissing, type Bound } from './bound.ts';

/** What the account offers to everybody, as far as it concerns this customer. */
export interface OfferCalls {
  /** Codes with this text that this customer may use, their own before everybody's. */
  findPromotionCodes(code: string): Promise<StripePromotionCode[]>;
  /** With the list of products that it is good for. */
  retrieveCoupon(id: string): Promise<StripeCoupon>;
  findProducts(ids: string[]): Promise<StripeProduct[]>;
  /** Prices that this customer will be on, also those no longer sold. What is gone is left out. */
  findPrices(ids: string[]): Promise<StripePrice[]>;
}

export function offerCalls({ stripe, customerId }: Bound): OfferCalls {
  return {
    async findPromotionCodes(code) {
      const expand = ['data.promotion.coupon'];
      const page = await calling('read', () =>
        stripe.promotionCodes.list({ code, active: true, limit: 100, expand }),
      );
      return [
        ...page.data.filter(({ customer }) => idOf(customer) === customerId),
        ...page.data.filter(({ customer }) => idOf(customer) === null),
      ];
    },

    retrieveCoupon: (id) =>
      calling('read', () => stripe.coupons.retrieve(id, { expand: ['applies_to'] })),

    async findProducts(ids) {
      const page = await calling('read', () => stripe.products.list({ ids, limit: 100 }));
      return page.data;
    },

    async findPrices(ids) {
      const expand = ['currency_options'];
      const found = await Promise.all(
        ids.map((id) => unlessMissing(() => stripe.prices.retrieve(id, { expand }))),
      );
      return found.flatMap((price) => price ?? []);
    },
  };
}
