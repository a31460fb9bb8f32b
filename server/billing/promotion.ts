import { ProblemError } from '../problem.ts';
import { expanded } from '../stripe/ids.ts';
import type {
  DiscountParam,
  StripeCustomer,
  StripeCoupon,
  StripePromotionCode,
  StripeSubscription,
} from '../stripe/types.ts';
import { assertAllowed } from './allowed-actions.ts';
import type { Billing, BillingChange } from './context.ts';
import { readSubscription } from './overview.ts';
import { releaseSpentSchedule } from './scheduled-change.ts';
import { discountsOf, productIdsOf } from './subscription-state.ts';

/** The key of the customer's metadata under which the used codes stand. */
const USED_CODES = 'portico_codes';

/** What a code is to be used for, and by whom. */
interface Purpose {
  customer: StripeCustomer;
  currency: string;
  productIds: string[];
  /** On a running subscription Stripe refuses codes with a minimum amount. */
  isUpdate: boolean;
}

/** Puts a code on a running subscription: it counts from the next invoice on, nothing is charged. */
export async function applyPromotionCode(
  billing: BillingChange,
  subscriptionId: string,
  code: string,
): Promise<void> {
  const { snapshot, subscription } = await readSubscription(billing, subscriptionId);
  if (hasCode(subscription, code)) return;
  assertAllowed('apply-promotion-code', subscription, { snapshot, settings: billing.settings });
  const { customer } = snapshot;
  const promotion = await resolvePromotionCode(billing, code, {
    customer,
    currency: subscription.currency,
    productIds: productIdsOf(subscription),
    isUpdate: true,
  });
  await releaseSpentSchedule(billing, subscription);
  await billing.gateway.subscriptions.update(
    subscription,
    { discounts: withPromotion(subscription, promotion) },
    billing.key('promotion-code'),
  );
  await rememberCode(billing, customer, promotion);
}

/**
 * Notes on the customer that a code was used. Stripe limits a code per account, not per customer,
 * and a coupon for one invoice leaves no trace on the subscription: it could be taken every month.
 */
export async function rememberCode(
  { gateway, key }: BillingChange,
  customer: StripeCustomer,
  promotion: StripePromotionCode,
): Promise<void> {
  const used = [...usedCodes(customer), promotion.id];
  // Stripe keeps 500 characters of a value: some sixteen ids, the oldest of which give way.
  while (used.join(' ').length > 500) used.shift();
  await gateway.customer.setMetadata({ [USED_CODES]: used.join(' ') }, key('remember-code'));
}

/**
 * The promotion code with this text that this customer may use. Every refusal is the same one:
 * unknown, expired, used up, somebody else's and not for this plan must not be told apart, or
 * codes could be guessed. Stripe matches the text without regard to case.
 */
export async function resolvePromotionCode(
  { gateway, now }: Billing,
  code: string,
  purpose: Purpose,
): Promise<StripePromotionCode> {
  for (const promotion of await gateway.offers.findPromotionCodes(code)) {
    const known = expanded(promotion.promotion.coupon);
    if (!known || !isUsable(promotion, purpose, now())) continue;
    const coupon = await gateway.offers.retrieveCoupon(known.id);
    if (isGoodFor(coupon, purpose, now())) return promotion;
  }
  throw refusedCode();
}

export function refusedCode(): ProblemError {
  return new ProblemError('promotion-code-invalid', { field: 'promotionCode' });
}

/** The discounts that a subscription has, and the new one. The list that is sent replaces all. */
export function withPromotion(
  subscription: StripeSubscription,
  promotion: StripePromotionCode,
): DiscountParam[] {
  return [
    ...discountsOf(subscription).map(({ id }) => ({ discount: id })),
    { promotion_code: promotion.id },
  ];
}

export function hasAnyCode(subscription: StripeSubscription): boolean {
  return discountsOf(subscription).some(({ promotion_code }) => promotion_code !== null);
}

export function hasCode(subscription: StripeSubscription, code: string): boolean {
  return discountsOf(subscription).some(
    (one) => expanded(one.promotion_code)?.code.toLowerCase() === code.toLowerCase(),
  );
}

function usedCodes({ metadata }: StripeCustomer): string[] {
  return (metadata[USED_CODES] ?? '').split(' ').filter((id) => id !== '');
}

function isUsable(
  promotion: StripePromotionCode,
  { isUpdate, customer }: Purpose,
  now: number,
): boolean {
  const { expires_at, max_redemptions, times_redeemed, restrictions } = promotion;
  return (
    promotion.active &&
    !usedCodes(customer).includes(promotion.id) &&
    (expires_at === null || expires_at > now) &&
    (max_redemptions === null || times_redeemed < max_redemptions) &&
    !(isUpdate && restrictions.minimum_amount !== null)
  );
}

function isGoodFor(coupon: StripeCoupon, purpose: Purpose, now: number): boolean {
  const products = coupon.applies_to?.products;
  return (
    coupon.valid &&
    (coupon.redeem_by === null || coupon.redeem_by > now) &&
    (coupon.amount_off === null || hasCurrency(coupon, purpose.currency)) &&
    (!products || purpose.productIds.some((id) => products.includes(id)))
  );
}

function hasCurrency(coupon: StripeCoupon, currency: string): boolean {
  return coupon.currency === currency || coupon.currency_options?.[currency] !== undefined;
}
