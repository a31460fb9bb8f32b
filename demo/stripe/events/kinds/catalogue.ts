import { formatPlan, formatPrice } from '../../catalogue/price.ts';
import { formatProduct } from '../../catalogue/product.ts';
import { formatTaxRate } from '../../catalogue/tax-rate.ts';
import { formatCoupon } from '../../discounts/coupon.ts';
import { formatPromotionCode } from '../../discounts/promotion-code.ts';
import { formatConfiguration } from '../../portal/configuration.ts';
import { kind, lifeOf } from '../kind.ts';
import type { Kind } from '../kind.ts';

/** What a merchant sets up: things for sale, rebates, and the hosted portal. */
export const catalogueKinds: Kind[] = [
  kind('products', { show: formatProduct, name: lifeOf('product'), quiet: ['updated'] }),
  kind('prices', { show: formatPrice, name: lifeOf('price') }),
  kind('prices', {
    show: (_world, price) => formatPlan(price),
    name: (turn) => (turn.after?.recurring === null ? [] : lifeOf('plan')(turn)),
  }),
  kind('taxRates', { show: formatTaxRate, name: lifeOf('tax_rate') }),
  kind('coupons', {
    show: formatCoupon,
    name: lifeOf('coupon'),
    isGone: (coupon) => coupon.isDeleted,
  }),
  kind('promotionCodes', { show: formatPromotionCode, name: lifeOf('promotion_code') }),
  // The default one comes into being by being looked at, which is no event.
  kind('portalConfigurations', {
    show: (_world, row) => formatConfiguration(row),
    name: ({ before, isChanged }) =>
      before !== undefined && isChanged ? ['billing_portal.configuration.updated'] : [],
  }),
];
