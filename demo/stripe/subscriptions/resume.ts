import type { World } from '../core/world.ts';
import { finalizeInvoice } from '../invoices/finalize.ts';
import { draftInvoice } from '../invoices/issue.ts';
import { addPending } from '../invoices/pending.ts';
import { periodAround } from '../money/period.ts';
import { planResume } from '../money/plan-resume.ts';
import { recurrenceOf } from '../money/plan.ts';
import type { Plan, Terms } from '../money/plan.ts';
import { collect } from '../payments/collect.ts';
import { refuse } from '../wire/fault.ts';
import type { ResumeParams } from './pause-params.ts';
import { finishResume } from './settle-resume.ts';
import type { Subscription } from './subscription.ts';
import { inForce, termsOf } from './terms.ts';
import { updateInvoice, type UpdateInvoice } from './update-invoice.ts';

const ATTEMPT_SECONDS = 23 * 3600;

/**
 * Lets a paused subscription go on. Where there is an invoice, its payment decides: the default
 * waits for an attempt, which is not made here; `resume_on_payment_success` tries at once.
 * @see https://docs.stripe.com/api/subscriptions/resume
 */
export function resumeSubscription(world: World, id: string, params: ResumeParams): Subscription {
  const subscription = world.store.subscriptions.get(id);
  checkResumable(subscription);
  const plan = readResume(world, subscription, params);
  if (plan.billing !== 'now') {
    if (plan.billing === 'pending') addPending(world, subscription, plan.prorations);
    return finishResume(world, id, { plan, status: 'active' });
  }
  const draft = draftInvoice(world, resumeInvoice(world, subscription, plan));
  const needsSuccess = params.payment_behavior === 'resume_on_payment_success';
  world.store.subscriptions.update(id, {
    latestInvoice: draft.id,
    resumption: {
      invoice: draft.id,
      plan,
      needsSuccess,
      expiresAt: world.clock.now() + ATTEMPT_SECONDS,
    },
  });
  finalizeInvoice(world, draft.id);
  if (needsSuccess) collect(world, draft.id, { isOffSession: true });
  return world.store.subscriptions.get(id);
}

export function checkResumable({ status, collectionMethod, resumption }: Subscription): void {
  if (status !== 'paused') {
    throw refuse(`You can only resume a paused subscription. This one is \`${status}\`.`);
  }
  if (collectionMethod !== 'charge_automatically') {
    throw refuse('You can only resume subscriptions with collection_method=charge_automatically.');
  }
  if (resumption !== null) {
    throw refuse('This subscription is being resumed already: its invoice has to be paid.');
  }
}

/** Previews ask for the same. */
export function readResume(
  world: World,
  subscription: Subscription,
  params: Pick<ResumeParams, 'billing_cycle_anchor' | 'proration_behavior' | 'proration_date'>,
): Plan {
  const now = world.clock.now();
  const terms = termsOf(world, subscription);
  const isReanchored = params.billing_cycle_anchor?.type !== 'unchanged';
  const behavior = params.proration_behavior ?? 'create_prorations';
  const date = params.proration_date;
  if (date !== undefined) checkDate(terms, { date, isNone: behavior === 'none', now });
  return planResume(terms, { now, isReanchored, behavior, prorationAt: date ?? now });
}

export function resumeInvoice(world: World, subscription: Subscription, plan: Plan): UpdateInvoice {
  const now = world.clock.now();
  return updateInvoice(subscription, {
    lines: [...plan.prorations, ...plan.charges],
    discounts: inForce(world, subscription.discounts),
    prorationAt: plan.prorations.length > 0 ? now : null,
    now,
  });
}

function checkDate(
  terms: Terms,
  { date, isNone, now }: { date: number; isNone: boolean; now: number },
): void {
  if (isNone) {
    throw refuse(
      'You cannot specify `proration_date` with `proration_behavior=none`.',
      'proration_date',
    );
  }
  const isInside = terms.items.every((item) => {
    const period = periodAround(terms.anchor, recurrenceOf(item.priceOf), now);
    return date >= period.start && date <= period.end;
  });
  if (isInside) return;
  const message = '`proration_date` must be within the current period of the subscription.';
  throw refuse(message, 'proration_date');
}
