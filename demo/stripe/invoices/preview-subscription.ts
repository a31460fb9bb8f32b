import type { World } from '../core/world.ts';
import { planChange, planEnd } from '../money/plan-change.ts';
import { endByName } from '../subscriptions/cancel-at.ts';
import { settleEndDate } from '../subscriptions/end-date.ts';
import { checkPausable, hasAnything, pauseCredits, pauseInvoice } from '../subscriptions/pause.ts';
import { readChange } from '../subscriptions/read-change.ts';
import { checkResumable, readResume, resumeInvoice } from '../subscriptions/resume.ts';
import { itemsOf } from '../subscriptions/subscription-item.ts';
import { isLive } from '../subscriptions/subscription.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { applyPlan, termsOf } from '../subscriptions/terms.ts';
import { changeInvoice } from '../subscriptions/update.ts';
import { refuse } from '../wire/fault.ts';
import type { InvoiceRequest } from './issue.ts';
import { addPending } from './pending.ts';
import { nextRequest, nothingDue } from './preview-next.ts';
import type { PreviewDetails, PreviewParams } from './preview-params.ts';

/** What a subscription will ask for next, or what a change of it would ask for at once. */
export function requestOfSubscription(
  world: World,
  subscription: Subscription,
  params: PreviewParams,
): InvoiceRequest {
  const details: PreviewDetails = params.subscription_details ?? {};
  checkDetails(details);
  if (!isLive(subscription)) throw nothingDue(`subscription: ${subscription.id}`);
  if (details.resume_at !== undefined) return requestOfResume(world, subscription, details);
  if (details.cancel_now === true) return requestOfEnd(world, subscription, details);
  if (details.pause !== undefined) return requestOfPause(world, subscription, details);
  return requestOfChange(world, subscription, params);
}

function requestOfChange(
  world: World,
  subscription: Subscription,
  params: PreviewParams,
): InvoiceRequest {
  const details: PreviewDetails = params.subscription_details ?? {};
  const anchor = details.billing_cycle_anchor?.type;
  const { discounts, change } = readChange(
    world,
    subscription,
    {
      items: details.items,
      default_tax_rates: details.default_tax_rates,
      proration_behavior: details.proration_behavior,
      proration_date: details.proration_date,
      discounts: params.discounts,
      billing_cycle_anchor:
        anchor === undefined || anchor === 'timestamp' ? undefined : { type: anchor },
      trial_end: details.trial_end,
    },
    'subscription_details',
  );
  const changed = world.store.subscriptions.update(subscription.id, {
    discounts,
    ...taxes(world, subscription, details),
    ...cancellation(world, subscription, details),
  });
  if (change === null) {
    const movesEnd = (details.cancel_at ?? details.cancel_at_period_end) !== undefined;
    const isFree = details.proration_behavior === 'none';
    if (movesEnd && !isFree) settleEndDate(world, subscription.id);
    return nextRequest(world, subscription.id, params);
  }
  const plan = planChange(change);
  if (plan.billing === 'now' && params.preview_mode !== 'recurring') {
    return changeInvoice(world, changed, { plan, change });
  }
  applyPlan(world, subscription.id, plan);
  if (plan.billing === 'pending') addPending(world, subscription, plan.prorations);
  return nextRequest(world, subscription.id, params);
}

function requestOfEnd(
  world: World,
  subscription: Subscription,
  { proration_behavior: behavior, proration_date: date }: PreviewDetails,
): InvoiceRequest {
  const now = world.clock.now();
  const lines = behavior === 'none' ? [] : planEnd(termsOf(world, subscription), date ?? now);
  if (!hasAnything(world, subscription, lines)) {
    throw nothingDue(`subscription: ${subscription.id}`);
  }
  return { ...pauseInvoice(subscription, lines, now), prorationAt: date ?? now };
}

function requestOfPause(
  world: World,
  subscription: Subscription,
  { pause }: PreviewDetails,
): InvoiceRequest {
  checkPausable(subscription);
  const lines = pauseCredits(world, subscription, pause?.bill_for);
  if (pause?.invoicing_behavior !== 'invoice' || !hasAnything(world, subscription, lines)) {
    throw nothingDue(`subscription: ${subscription.id}`);
  }
  return pauseInvoice(subscription, lines, world.clock.now());
}

function requestOfResume(
  world: World,
  subscription: Subscription,
  details: PreviewDetails,
): InvoiceRequest {
  checkResumable(subscription);
  const type = details.billing_cycle_anchor?.type;
  const plan = readResume(world, subscription, {
    billing_cycle_anchor: type === 'unchanged' ? { type } : undefined,
    proration_behavior: details.proration_behavior,
    proration_date: details.proration_date,
  });
  if (plan.billing !== 'now') throw nothingDue(`subscription: ${subscription.id}`);
  return resumeInvoice(world, subscription, plan);
}

function checkDetails(details: PreviewDetails): void {
  const refuseKey = (key: string, why: string) =>
    refuse(`\`subscription_details[${key}]\` ${why}.`, `subscription_details[${key}]`);
  if (details.start_date !== undefined) {
    throw refuseKey('start_date', 'is only for the preview of a new subscription');
  }
  if (details.billing_cycle_anchor?.type === 'timestamp') {
    throw refuseKey('billing_cycle_anchor', 'can be a timestamp for a new subscription only');
  }
  const { proration_date: date, items, trial_end: trial, billing_cycle_anchor: anchor } = details;
  const isForIt = [items, trial, anchor, details.cancel_now, details.resume_at].some(
    (value) => value !== undefined,
  );
  if (date !== undefined && !isForIt) {
    throw refuseKey('proration_date', 'needs items, a trial_end or an anchor that change');
  }
}

function taxes(
  world: World,
  { defaultTaxRates }: Subscription,
  { default_tax_rates: rates }: PreviewDetails,
): Partial<Subscription> {
  if (rates === undefined) return { defaultTaxRates };
  const at = 'subscription_details[default_tax_rates]';
  return { defaultTaxRates: (rates || []).map((id) => world.store.taxRates.get(id, at).id) };
}

function cancellation(
  world: World,
  { id, cancelAt }: Subscription,
  { cancel_at: at, cancel_at_period_end: atPeriodEnd }: PreviewDetails,
): Partial<Subscription> {
  if (atPeriodEnd === true) return { cancelAt: endByName(itemsOf(world, id), 'max_period_end') };
  if (at === '' || atPeriodEnd === false) return { cancelAt: null };
  return { cancelAt: at === undefined ? cancelAt : endByName(itemsOf(world, id), at) };
}
