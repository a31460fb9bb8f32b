import type Stripe from 'stripe';
import type { Catalogue } from './catalogue.ts';

/**
 * WELCOME20 (20 % for 3 months), FIVEOFF ($5 or €5, once), EXPIRED10 (over), TEAMONLY (25 % off
 * Team, once) and LOYAL (10 % for ever, for one customer).
 */
export async function createPromotions(
  stripe: Stripe,
  context: { catalogue: Catalogue; now: number; loyalCustomer: string },
): Promise<void> {
  const { catalogue, now, loyalCustomer } = context;
  const add = async (
    code: string,
    coupon: Stripe.CouponCreateParams,
    rest: Partial<Stripe.PromotionCodeCreateParams> = {},
  ): Promise<void> => {
    const { id } = await stripe.coupons.create(coupon);
    await stripe.promotionCodes.create({
      code,
      promotion: { type: 'coupon', coupon: id },
      ...rest,
    });
  };
  await add('WELCOME20', {
    name: 'Welcome',
    percent_off: 20,
    duration: 'repeating',
    duration_in_months: 3,
  });
  await add('FIVEOFF', {
    name: 'Five off',
    amount_off: 500,
    currency: 'usd',
    currency_options: { eur: { amount_off: 500 } },
    duration: 'once',
  });
  await add(
    'EXPIRED10',
    { name: 'Last year’s offer', percent_off: 10, duration: 'once' },
    { expires_at: now + 30 * 86_400 },
  );
  await add('TEAMONLY', {
    name: 'Team offer',
    percent_off: 25,
    duration: 'once',
    applies_to: { products: [catalogue.products.team] },
  });
  await add(
    'LOYAL',
    { name: 'Thank you', percent_off: 10, duration: 'forever' },
    { customer: loyalCustomer },
  );
}
