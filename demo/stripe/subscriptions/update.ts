import type { World } from '../core/world.ts';
import { dropDiscounts } from '../discounts/redeem.ts';
import { finalizeInvoice } from '../invoices/finalize.ts';
import { draftInvoice, linkBilled } from '../invoices/issue.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { addPending } from '../invoices/pending.ts';
import type { Period } from '../money/period.ts';
import { planChange } from '../money/plan-change.ts';
import type { Change } from '../money/plan-change.ts';
import type { Plan } from '../money/plan.ts';
import { defaultMethod } from '../payments/collect.ts';
import { readAddedItems } from './added-items.ts';
import { refuse } from '../wire/fault.ts';
import { issueFor } from './bill.ts';
import { collectNow, noMethodFault } from './collect-first.ts';
import { dropPendingUpdate } from './pending-update.ts';
import { scheduleRetry } from './dunning.ts';
import { checkUpdate } from './check-update.ts';
import { readChange } from './read-change.ts';
import { settleEndDate } from './end-date.ts';
import { itemsOf } from './subscription-item.ts';
import type { Subscription } from './subscription.ts';
import { applyPlan, inForce } from './terms.ts';
import { applySettings } from './update-settings.ts';
import type { UpdateParams } from './update-params.ts';
import { updateInvoice, type UpdateInvoice } from './update-invoice.ts';

const PENDING_SECONDS = 23 * 3600;

/** @see https://docs.stripe.com/api/subscriptions/update */
export function updateSubscription(world: World, id: string, params: UpdateParams): Subscription {
  const old = world.store.subscriptions.get(id);
  checkUpdate(old, params);
  const { discounts, change } = readChange(world, old, params);
  applySettings(world, id, params);
  world.store.subscriptions.update(id, { discounts });
  const plan = change === null ? null : planChange(change);
  addInvoiceItems(world, old, plan?.items ?? itemsOf(world, id), params);
  if (change === null || plan === null) {
    if (movesEnd(params)) settleEndDate(world, id, params.proration_behavior);
    return world.store.subscriptions.get(id);
  }
  dropPendingUpdate(world, id);
  const behavior = params.payment_behavior ?? 'allow_incomplete';
  if (plan.billing === 'now') {
    if (behavior === 'pending_if_incomplete') holdUntilPaid(world, { id, plan, change, params });
    else applyAndBill(world, { id, plan, change, params });
  } else {
    applyPlan(world, id, plan);
    const subscription = world.store.subscriptions.get(id);
    if (plan.billing === 'pending') addPending(world, subscription, plan.prorations);
  }
  if (movesEnd(params)) settleEndDate(world, id, params.proration_behavior);
  afterTrial(world, id, change);
  return world.store.subscriptions.get(id);
}

/** The invoice that a change asks for at once. The preview draws up the same. */
export function changeInvoice(
  world: World,
  subscription: Subscription,
  { plan, change }: { plan: Plan; change: Change },
): UpdateInvoice {
  return updateInvoice(subscription, {
    lines: [...plan.prorations, ...plan.charges],
    discounts: inForce(world, change.after.discounts),
    prorationAt: plan.prorations.length > 0 ? change.prorationAt : null,
    now: change.now,
  });
}

/** They wait for the next invoice, which may be the one that this update asks for. */
function addInvoiceItems(
  world: World,
  { id, customer, currency }: Subscription,
  periods: Period[],
  { add_invoice_items: params = [] }: UpdateParams,
): void {
  const scope = { customer, subscription: id, currency, periods, at: 'add_invoice_items' };
  addPending(world, scope, readAddedItems(world, params, scope));
}

function movesEnd({ cancel_at: at, cancel_at_period_end: isAtPeriodEnd }: UpdateParams): boolean {
  return (at ?? isAtPeriodEnd) !== undefined;
}

interface Step {
  id: string;
  plan: Plan;
  change: Change;
  params: UpdateParams;
}

function applyAndBill(world: World, { id, plan, change, params }: Step): void {
  applyPlan(world, id, plan);
  const request = changeInvoice(world, world.store.subscriptions.get(id), { plan, change });
  const invoice = issueFor(world, request);
  dropDiscounts(world, id, plan.usedDiscounts);
  const payment = collectNow(world, invoice, {
    behavior: params.payment_behavior ?? 'allow_incomplete',
    isOffSession: params.off_session ?? false,
  });
  const { status } = world.store.subscriptions.get(id);
  if (payment !== 'open' || status === 'incomplete') return;
  if (world.store.invoices.get(invoice.id).attempted) scheduleRetry(world, invoice.id);
  world.store.subscriptions.update(id, { status: 'past_due' });
}

/** The change is kept aside; paying its invoice (now or later) is what makes it. */
function holdUntilPaid(world: World, { id, plan, change, params }: Step): void {
  const subscription = world.store.subscriptions.get(id);
  const request = changeInvoice(world, subscription, { plan, change });
  const draft = draftInvoice(world, request);
  const method = defaultMethod(world, draft);
  if (draft.amountDue > 0 && method === undefined) throw noMethodFault();
  if (method !== undefined && method.details.type !== 'card') throw notForDebits();
  const periodEnd = Math.min(...change.before.items.map((item) => item.end));
  world.store.subscriptions.update(id, {
    latestInvoice: draft.id,
    pendingUpdate: {
      expiresAt: Math.min(change.now + PENDING_SECONDS, periodEnd),
      invoice: draft.id,
      plan,
      anchor: change.isReanchored ? change.now : null,
      trialEnd: typeof params.trial_end === 'number' ? params.trial_end : null,
    },
  });
  const invoice: Invoice = finalizeInvoice(world, draft.id);
  collectNow(world, invoice, {
    behavior: 'pending_if_incomplete',
    isOffSession: params.off_session ?? false,
  });
  linkBilled(world, world.store.invoices.get(draft.id));
}

/** Begins or ends the trial state, where the change did. */
function afterTrial(world: World, id: string, change: Change): void {
  const subscription = world.store.subscriptions.get(id);
  if (subscription.pendingUpdate !== null) return;
  const isTrial = subscription.trialEnd !== null && subscription.trialEnd > change.now;
  if (isTrial && subscription.status !== 'trialing') {
    const trialStart = subscription.trialStart ?? change.now;
    world.store.subscriptions.update(id, { status: 'trialing', trialStart });
  } else if (!isTrial && subscription.status === 'trialing') {
    world.store.subscriptions.update(id, { status: 'active' });
  }
}

function notForDebits() {
  return refuse(
    'payment_behavior=pending_if_incomplete is not supported for bank debits.',
    'payment_behavior',
  );
}
