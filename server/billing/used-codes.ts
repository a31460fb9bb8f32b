/** Which promotion codes a customer has used: it stands on the subscriptions that they were put on. */
import type { StripePromotionCode, StripeSubscription } from '../stripe/types.ts';
import { hasNeverStarted } from './subscription-state.ts';

/** The key of a subscription's metadata under which the codes stand that were used on it. */
const USED_CODES = 'portico_codes';

/**
 * Metadata for the subscription that gets the code, in the very call that puts it on. Stripe limits a
 * code per account, not per customer, and a coupon for one invoice leaves no trace on the
 * subscription: it could be taken every month. A note in a call of its own could be lost.
 */
export function markOfCode(
  subscription: StripeSubscription | null,
  promotion: StripePromotionCode,
): Record<string, string> {
  const used = [...(subscription ? codesUsedOn(subscription) : []), promotion.id];
  // Stripe keeps 500 characters of a value: some sixteen ids, the oldest of which give way.
  while (used.join(' ').length > 500) used.shift();
  return { [USED_CODES]: used.join(' ') };
}

/** A start that was never paid gave nothing: its code is still good. */
export function isUsed(
  promotion: StripePromotionCode,
  subscriptions: StripeSubscription[],
): boolean {
  return subscriptions.some(
    (one) => !hasNeverStarted(one) && codesUsedOn(one).includes(promotion.id),
  );
}

function codesUsedOn({ metadata }: StripeSubscription): string[] {
  return (metadata[USED_CODES] ?? '').split(' ').filter((id) => id !== '');
}
