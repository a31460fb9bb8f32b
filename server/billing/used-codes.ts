/** Which promotion codes a customer has used: it stands on the subscriptions that they were put on. */
import { expanded, idOf } from '../stripe/ids.ts';
import type { StripePromotionCode, StripeSubscription } from '../stripe/types.ts';
import {
  discountsOf,
  hasNeverStarted,
  scheduleOf,
  STARTED_AFTER,
  upcomingPhase,
} from './subscription-state.ts';

/** The key of a subscription's metadata, and of a phase to come, under which used codes stand. */
const USED_CODES = 'portico_codes';
/** The one that was put on for a change that the bank has to confirm: used if it does. */
const WAITING_CODE = 'portico_waiting_code';

type Metadata = Record<string, string>;

/**
 * Metadata for the subscription that gets the code, in the very call that puts it on. Stripe limits a
 * code per account, not per customer, and a coupon for one invoice leaves no trace on the
 * subscription: it could be taken every month. A note in a call of its own could be lost.
 */
export function markOfCode(
  subscription: StripeSubscription | null,
  promotion: StripePromotionCode,
): Metadata {
  return {
    ...asMetadata([...(subscription ? codesOn(subscription) : []), promotion.id]),
    ...(subscription && waitingCode(subscription) !== null && { [WAITING_CODE]: '' }),
  };
}

/** The same where the bank still has to say yes: its no gives the code back. */
export function markOfWaitingCode(
  subscription: StripeSubscription,
  promotion: StripePromotionCode,
): Metadata {
  return { ...asMetadata(codesOn(subscription)), [WAITING_CODE]: promotion.id };
}

/** After the bank's no: the code is still on, and so used, or it is given back. Null: none waited. */
export function markAfterRefusal(subscription: StripeSubscription): Metadata | null {
  const waiting = waitingCode(subscription);
  if (waiting === null) return null;
  return { ...asMetadata(codesOn(subscription)), [WAITING_CODE]: '' };
}

/**
 * A start that was never paid gave nothing: its code is still good. While one waits for the bank it
 * may still be paid, so it counts; not for the start that takes its place.
 * @param startAfter the ended subscription that a new one is to follow
 */
export function isUsed(
  promotion: StripePromotionCode,
  subscriptions: StripeSubscription[],
  startAfter?: string,
): boolean {
  const counts = (one: StripeSubscription): boolean =>
    one.status === 'incomplete'
      ? startAfter === undefined || one.metadata[STARTED_AFTER] !== startAfter
      : !hasNeverStarted(one);
  return subscriptions.some(
    (one) => counts(one) && [...codesOn(one), ...codesToCome(one)].includes(promotion.id),
  );
}

function codesOn(subscription: StripeSubscription): string[] {
  const waiting = waitingCode(subscription);
  const all = codesIn(subscription.metadata);
  return waiting !== null && !isRefused(subscription, waiting) ? [...all, waiting] : all;
}

/** With a change that is scheduled. */
function codesToCome(subscription: StripeSubscription): string[] {
  return codesIn(upcomingPhase(scheduleOf(subscription))?.metadata ?? {});
}

/** Its change is not waiting any more, its invoice is void, and nothing is left of the code. */
function isRefused(subscription: StripeSubscription, waiting: string): boolean {
  return (
    subscription.pending_update === null &&
    expanded(subscription.latest_invoice)?.status === 'void' &&
    discountsOf(subscription).every((one) => idOf(one.promotion_code) !== waiting)
  );
}

function waitingCode({ metadata }: StripeSubscription): string | null {
  return metadata[WAITING_CODE] || null;
}

function codesIn(metadata: Metadata): string[] {
  return (metadata[USED_CODES] ?? '').split(' ').filter((id) => id !== '');
}

function asMetadata(codes: string[]): Metadata {
  const kept = [...new Set(codes)];
  // Stripe keeps 500 characters of a value: some sixteen ids, the oldest of which give way.
  while (kept.join(' ').length > 500) kept.shift();
  return kept.length > 0 ? { [USED_CODES]: kept.join(' ') } : {};
}
