import { isProblem, ProblemError } from '../problem.ts';
import { isAnswerForKey } from '../stripe/errors.ts';
import type { SubscriptionCreate } from '../stripe/gateway/subscriptions.ts';
import type { StripeCustomer, StripeSubscription } from '../stripe/types.ts';
import type { BillingChange } from './context.ts';

/** On the customer: after which one starts have failed, how often, and since when one more may have. */
const FAILED_STARTS = 'portico_failed_starts';
/** Stripe ends its work on a request within minutes; the clocks of two instances may differ too. */
const SETTLED_AFTER_S = 10 * 60;

interface From {
  endedId: string;
  /** How many subscriptions have been started after it. */
  attempts: number;
  customer: StripeCustomer;
}

/**
 * Creates with a key of what it is started after, and of how often that was tried: two that start
 * from the same meet at Stripe. It answers a key as it did before for a day, failures too, so one
 * that has failed for good is counted. A key that another preview has used tells less: its request
 * may be under way still. So that is dated, and counted when time enough has passed and there is no
 * subscription from it, or it would be among the attempts.
 */
export async function createOnce(
  billing: BillingChange,
  params: SubscriptionCreate,
  from: From,
): Promise<StripeSubscription> {
  const now = billing.now();
  const { failed, blockedAt } = readFailures(from, now);
  const key = billing.keyOnce(`after-${from.endedId}-${from.attempts + failed}`);
  try {
    return await billing.gateway.subscriptions.create(params, key);
  } catch (error) {
    if (error instanceof ProblemError && isAnswerForKey(error.cause)) {
      await note(billing, `${from.endedId} ${failed + 1}`);
    } else if (isProblem(error, 'intent-changed') && blockedAt === null) {
      await note(billing, `${from.endedId} ${failed} ${now}`);
    }
    throw error;
  }
}

/** `blockedAt`: since when the next key is known to be in use; not yet long enough to pass it by. */
function readFailures(
  { endedId, customer }: From,
  now: number,
): { failed: number; blockedAt: number | null } {
  const [after, count, since] = (customer.metadata[FAILED_STARTS] ?? '').split(' ');
  if (after !== endedId) return { failed: 0, blockedAt: null };
  const failed = Number(count);
  if (since === undefined) return { failed, blockedAt: null };
  const isSettled = now - Number(since) >= SETTLED_AFTER_S;
  return isSettled ? { failed: failed + 1, blockedAt: null } : { failed, blockedAt: Number(since) };
}

/** If this fails too, whoever comes next meets the same answer, and comes by here again. */
async function note({ gateway, key }: BillingChange, value: string): Promise<void> {
  const step = `failed-start-${value.replaceAll(' ', '-')}`;
  await gateway.customer.setMetadata({ [FAILED_STARTS]: value }, key(step)).catch(() => {});
}
