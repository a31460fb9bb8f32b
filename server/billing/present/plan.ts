import type { Plan, PlanPrice, PriceTerms } from '../../../contract/billing.ts';
import { productIdOf, unitAmountIn } from '../../stripe/catalogue.ts';
import type { StripePrice, StripeProduct } from '../../stripe/types.ts';
import { intervalOf } from '../interval.ts';

export function presentPlan(product: StripeProduct, prices: PlanPrice[]): Plan {
  return {
    productId: product.id,
    name: product.name,
    description: product.description,
    features: product.marketing_features.flatMap(({ name }) => name ?? []),
    prices,
  };
}

/** A price in one of its currencies. `product` may be missing: then the price's own nickname serves. */
export function presentTerms(
  price: StripePrice,
  product: StripeProduct | undefined,
  currency: string,
): PriceTerms {
  return {
    planName: product?.name ?? price.nickname ?? '',
    productId: productIdOf(price),
    priceId: price.id,
    unitLabel: product?.unit_label ?? null,
    unitAmount: unitAmountIn(price, currency),
    currency,
    interval: intervalOf(price),
    intervalCount: price.recurring?.interval_count ?? 1,
  };
}
