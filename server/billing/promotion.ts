import { ProblemError } from '../problem.ts';
import { expanded } from '../stripe/ids.ts';
import type {
  DiscountParam,
  StripeCoupon,
  StripePromotionCode,
  StripeSubscription,
} from '../stripe/types.ts';
import { assertAllowed } from './allowed-actions.ts';
import type { Billing, BillingChange } from './context.ts';
import { readSubscription } from './overview.ts';
import { releaseSpentSchedule } from './scheduled-change.ts';
import type { Snapshot } from './snapshot.ts';
import { discountsOf, productIdsOf } from './subscription-state.ts';
import { isUsed, markOfCode } from './used-codes.ts';

/** What a code is to be used for, and by whom. */
interface Purpose {
  /** The customer, and all that they have or had: on that stands which codes were used. */
  snapshot: Pick<Snapshot, 'customer' | 'subscriptions'>;
  /** The ended subscription that a new one is to follow; left out for one that runs. */
  startAfter?: string;
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
  const promotion = await resolvePromotionCode(billing, code, {
    snapshot,
    currency: subscription.currency,
    productIds: productIdsOf(subscription),
    isUpdate: true,
  });
  await releaseSpentSchedule(billing, subscription);
  await billing.gateway.subscriptions.update(
    subscription,
    redemption(subscription, promotion),
    billing.key('promotion-code'),
  );
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
  // The site owner's own discount would be gone with it (see mayTakeCode).
  if (purpose.snapshot.customer.discount) throw refusedCode();
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

/** What an update takes to put a code on: with the note that it was used, in one call. */
export function redemption(
  subscription: StripeSubscription,
  promotion: StripePromotionCode,
): { discounts: DiscountParam[]; metadata: Record<string, string> } {
  return {
    discounts: withPromotion(subscription, promotion),
    metadata: markOfCode(subscription, promotion),
  };
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

function isUsable(
  promotion: StripePromotionCode,
  { isUpdate, snapshot, startAfter }: Purpose,
  now: number,
): boolean {
  const { expires_at, max_redemptions, times_redeemed, restrictions } = promotion;
  return (
    promotion.active &&
    !isUsed(promotion, snapshot.subscriptions, startAfter) &&
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
