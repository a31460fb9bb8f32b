import type { ChangeResult } from '../../contract/api.ts';
import { ProblemError } from '../problem.ts';
import { isAnswerForKey } from '../stripe/errors.ts';
import type { SubscriptionCreate } from '../stripe/gateway/subscriptions.ts';
import { idOf } from '../stripe/ids.ts';
import type { StripeCustomer, StripeSubscription } from '../stripe/types.ts';
import type { BillingChange } from './context.ts';
import { getSubscription } from './overview.ts';
import { readOutcome, settlePayment } from './payment-outcome.ts';
import { assertSameAmounts, openPreview, type OpenedPreview } from './preview-token.ts';
import { startAmounts, workOutStart, type WorkedOutStart } from './resubscribe-preview.ts';
import { defaultPaymentMethodId } from './snapshot.ts';
import { isEnded } from './subscription-state.ts';
import { markOfCode } from './used-codes.ts';

/** On the new subscription: after which one it was started, and by which preview. */
const STARTED_AFTER = 'portico_after';
const STARTED_BY = 'portico_preview';
/** On the customer: after which one a start has failed at Stripe, and how often. */
const FAILED_STARTS = 'portico_failed_starts';

/**
 * Starts the new subscription that a preview showed. Never a second one beside a live one: changes of
 * one customer come one after the other (endpoint.ts), and Stripe's key names what it is started
 * after, so that another instance runs into the same key. A payment that fails leaves nothing behind.
 */
export async function resubscribe(
  billing: BillingChange,
  endedId: string,
  previewToken: string,
): Promise<ChangeResult> {
  const shown = await openPreview(billing, previewToken, {
    kind: 'resubscribe',
    subscriptionId: endedId,
  });
  const attempts = (await billing.gateway.subscriptions.list()).filter(
    (one) => one.metadata[STARTED_AFTER] === endedId,
  );
  const made = attempts.find((one) => one.metadata[STARTED_BY] === shown.id && !isEnded(one));
  const subscription = made ?? (await start(billing, shown, attempts));
  const clientSecret =
    subscription.status === 'incomplete' ? await settle(billing, subscription) : null;
  const result = await getSubscription(billing, subscription.id);
  if (clientSecret === null) return { status: 'done', subscription: result };
  const { publishableKey } = billing;
  return { status: 'requires-action', clientSecret, publishableKey, subscription: result };
}

async function start(
  billing: BillingChange,
  shown: OpenedPreview,
  attempts: StripeSubscription[],
): Promise<StripeSubscription> {
  const worked = await workOutStart(billing, shown.subscriptionId, shown);
  assertSameAmounts(shown, startAmounts(worked));
  const ownMethodId = ownPaymentMethod(worked);
  const paymentMethodId = ownMethodId ?? defaultPaymentMethodId(worked.snapshot.customer);
  const costsSomething = worked.amounts.dueNow > 0 || worked.next.amount > 0;
  if (paymentMethodId === null && costsSomething) {
    throw new ProblemError('payment-method-required');
  }
  // An attempt that still waits for its first payment would go on waiting beside the new one.
  const waiting = attempts.filter(({ status }) => status === 'incomplete');
  for (const one of waiting) await billing.gateway.subscriptions.cancelNow(one);
  const { items, target, terms, promotion, snapshot } = worked;
  const marks = {
    [STARTED_AFTER]: shown.subscriptionId,
    [STARTED_BY]: shown.id,
    ...(promotion && markOfCode(null, promotion)),
  };
  return createOnce(
    billing,
    {
      ...terms.created,
      items,
      currency: target.currency,
      payment_behavior: 'allow_incomplete',
      off_session: false,
      metadata: { ...terms.created.metadata, ...marks },
      ...(ownMethodId !== null && { default_payment_method: ownMethodId }),
      ...(promotion && { discounts: [{ promotion_code: promotion.id }] }),
    },
    { endedId: shown.subscriptionId, attempts: attempts.length, customer: snapshot.customer },
  );
}

/**
 * With a key of what it is started after, and of how often that was tried. Stripe answers a key as
 * it did before for a day, failures too: so one that has failed for good is counted.
 */
async function createOnce(
  { gateway, key, keyOnce }: BillingChange,
  params: SubscriptionCreate,
  from: { endedId: string; attempts: number; customer: StripeCustomer },
): Promise<StripeSubscription> {
  const { endedId, attempts, customer } = from;
  const [failedAfter, count] = (customer.metadata[FAILED_STARTS] ?? '').split(' ');
  const failed = failedAfter === endedId ? Number(count) : 0;
  try {
    return await gateway.subscriptions.create(
      params,
      keyOnce(`after-${endedId}-${attempts + failed}`),
    );
  } catch (error) {
    if (error instanceof ProblemError && isAnswerForKey(error.cause)) {
      const note = { [FAILED_STARTS]: `${endedId} ${failed + 1}` };
      // If this fails too, the same preview meets the same failure, and comes by here again.
      await gateway.customer.setMetadata(note, key(`failed-start-${failed}`)).catch(() => {});
    }
    throw error;
  }
}

/**
 * The ended subscription's own method, if it is still there: the one that the customer was shown.
 * Otherwise their default serves, which needs no naming.
 */
function ownPaymentMethod({ ended, snapshot }: WorkedOutStart): string | null {
  const own = idOf(ended.default_payment_method);
  return snapshot.paymentMethods.some(({ id }) => id === own) ? own : null;
}

/** A declined card leaves nothing behind. */
async function settle(
  billing: BillingChange,
  subscription: StripeSubscription,
): Promise<string | null> {
  const outcome = await readOutcome(billing, subscription);
  return settlePayment(outcome, () => billing.gateway.subscriptions.cancelNow(subscription));
}
