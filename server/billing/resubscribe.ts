import type { ChangeResult } from '../../contract/api.ts';
import { ProblemError } from '../problem.ts';
import { idOf } from '../stripe/ids.ts';
import type { StripeSubscription } from '../stripe/types.ts';
import type { BillingChange } from './context.ts';
import { createOnce } from './create-once.ts';
import { giveUpStart } from './give-up-start.ts';
import { getSubscription } from './overview.ts';
import { readOutcome, settlePayment } from './payment-outcome.ts';
import { assertSameAmounts, openPreview, type OpenedPreview } from './preview-token.ts';
import { startAmounts, workOutStart, type WorkedOutStart } from './resubscribe-preview.ts';
import { defaultPaymentMethodId } from './snapshot.ts';
import { isEnded, STARTED_AFTER } from './subscription-state.ts';
import { markOfCode } from './used-codes.ts';

/** On the new subscription: by which preview it was started. */
const STARTED_BY = 'portico_preview';

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
  const first = await workOutShown(billing, shown);
  // An attempt that still waits for its first payment would go on waiting beside the new one.
  const waiting = attempts.filter(({ status }) => status === 'incomplete');
  for (const one of waiting) {
    if ((await giveUpStart(billing, one)) === 'paid') throw new ProblemError('already-subscribed');
  }
  // What it had used of the balance is the customer's again, and changes what is due.
  const worked = waiting.length > 0 ? await workOutShown(billing, shown) : first;
  const ownMethodId = ownPaymentMethod(worked);
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

/** Throws unless it is still what was shown, and can be paid for. */
async function workOutShown(billing: BillingChange, shown: OpenedPreview): Promise<WorkedOutStart> {
  const worked = await workOutStart(billing, shown.subscriptionId, shown);
  assertSameAmounts(shown, startAmounts(worked));
  const { amounts, next, snapshot } = worked;
  const paymentMethodId = ownPaymentMethod(worked) ?? defaultPaymentMethodId(snapshot.customer);
  if (paymentMethodId === null && (amounts.dueNow > 0 || next.amount > 0)) {
    throw new ProblemError('payment-method-required');
  }
  return worked;
}

/**
 * The ended subscription's own method, if it is still there: the one that the customer was shown.
 * Otherwise their default serves, which needs no naming.
 */
function ownPaymentMethod({ ended, snapshot }: WorkedOutStart): string | null {
  const own = idOf(ended.default_payment_method);
  return snapshot.paymentMethods.some(({ id }) => id === own) ? own : null;
}

/** A declined card leaves nothing behind; one that was good after all, on another try, is no failure. */
async function settle(
  billing: BillingChange,
  subscription: StripeSubscription,
): Promise<string | null> {
  const outcome = await readOutcome(billing, subscription);
  if (outcome.kind === 'failed' && (await giveUpStart(billing, subscription)) === 'paid') {
    return null;
  }
  return settlePayment(outcome, async () => {});
}
