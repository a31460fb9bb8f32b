import type { World } from '../core/world.ts';
import { liveCustomer } from '../customers/customer.ts';
import { redeem } from '../discounts/redeem.ts';
import type { InvoiceRequest } from '../invoices/issue.ts';
import { pendingItems } from '../invoices/invoice-item.ts';
import { addPending } from '../invoices/pending.ts';
import { grossOf } from '../money/plan.ts';
import type { Plan } from '../money/plan.ts';
import { planStart } from '../money/plan-start.ts';
import { defaultMethod } from '../payments/collect.ts';
import { createSetupIntent } from '../payments/create-setup-intent.ts';
import { refuseManySubscriptions } from '../test-clocks/members.ts';
import { refuse } from '../wire/fault.ts';
import { readAddedItems } from './added-items.ts';
import { issueFirst } from './bill.ts';
import { collectNow } from './collect-first.ts';
import type { CreateParams } from './create-params.ts';
import { insertSubscription } from './insert-subscription.ts';
import { readItems } from './item-params.ts';
import type { ItemParams, ItemScope } from './item-params.ts';
import { readAnchor, readBackdate } from './read-start.ts';
import { itemsOf } from './subscription-item.ts';
import { endByName } from './cancel-at.ts';
import type { Subscription } from './subscription.ts';
import { applyPlan, inForce, pricedItem, termsOf } from './terms.ts';

/** What a create needs to know; a preview of a new subscription sends a part of it. */
export type NewSubscription = Partial<Omit<CreateParams, 'items'>> &
  Pick<CreateParams, 'customer'> & { items: ItemParams[] };

/**
 * Starts a subscription and asks for its first money. Where there is nothing to ask for (the time
 * until the anchor is free), there is no invoice either.
 */
export function createSubscription(world: World, params: NewSubscription): Subscription {
  refuseManySubscriptions(world, params.customer);
  const request = startSubscription(world, params);
  const id = request.subscription;
  if (request.lines.length === 0 && pendingItems(world, request).length === 0) {
    world.store.subscriptions.update(id, { status: 'active' });
    askForMethod(world, id, 0);
    return world.store.subscriptions.get(id);
  }
  const invoice = issueFirst(world, request);
  const isTrial = (world.store.subscriptions.get(id).trialEnd ?? 0) > world.clock.now();
  const payment = collectNow(world, invoice, {
    behavior: behaviorOf(params),
    isOffSession: params.off_session ?? false,
  });
  world.store.subscriptions.update(id, {
    status: payment === 'paid' ? (isTrial ? 'trialing' : 'active') : 'incomplete',
  });
  askForMethod(world, id, invoice.amountDue);
  return world.store.subscriptions.get(id);
}

/** Everything but the invoice: the subscription, its items, and what its first invoice will say. */
export function startSubscription(
  world: World,
  params: NewSubscription,
  options: Pick<ItemScope, 'allowsArchived'> = {},
): InvoiceRequest & { subscription: string } {
  const customer = liveCustomer(world, params.customer, 'customer');
  const subscription = insertSubscription(world, customer, params);
  const { id, currency } = subscription;
  const { billingMode } = subscription;
  const scope = {
    subscription: id,
    customer: customer.id,
    currency,
    billingMode,
    ...options,
    at: 'items',
  };
  const items = readItems(world, params.items, [], scope).map((item) => pricedItem(world, item));
  for (const { priceOf: _price, productName: _name, ...item } of items) {
    world.store.subscriptionItems.insert(item);
  }
  if (params.discounts !== undefined && params.discounts !== '') {
    const orderAmount = items.reduce((sum, item) => sum + grossOf(item, currency), 0);
    const products = items.map((item) => item.priceOf.product);
    const redeemed = redeem(world, params.discounts, {
      customer: customer.id,
      subscription: id,
      subscriptionItem: null,
      currency,
      products,
      orderAmount,
      present: [],
      param: 'discounts',
    });
    world.store.subscriptions.update(id, { discounts: redeemed });
  }
  const now = world.clock.now();
  const cancelAt = typeof params.cancel_at === 'number' ? params.cancel_at : null;
  const terms = { ...termsOf(world, world.store.subscriptions.get(id)), cancelAt };
  const plan = planStart(terms, {
    now,
    hasProrations: params.proration_behavior !== 'none',
    anchor: readAnchor(params, items, now),
    backdatedTo: readBackdate(params, now),
  });
  checkTrialOnAnchor(plan, params);
  applyPlan(world, id, plan);
  applyCancelAt(world, id, params);
  const owner = { customer: customer.id, subscription: id, currency, periods: plan.items };
  const added = { ...owner, at: 'add_invoice_items' };
  addPending(world, owner, readAddedItems(world, params.add_invoice_items ?? [], added));
  return {
    customer: customer.id,
    subscription: id,
    currency,
    lines: plan.charges,
    discounts: inForce(world, world.store.subscriptions.get(id).discounts),
    reason: 'subscription_create',
    prorationAt: null,
    period: { start: now, end: now },
    takesPending: true,
  };
}

/** After a trial that ends before the anchor, the time in between is charged in proportion. */
function checkTrialOnAnchor(plan: Plan, params: NewSubscription): void {
  if (plan.trialEnd === null || plan.anchor === plan.trialEnd) return;
  if (plan.anchor < plan.trialEnd) {
    throw refuse('billing_cycle_anchor cannot be before trial_end.', 'billing_cycle_anchor');
  }
  if (params.proration_behavior === 'none') {
    const message =
      'The simulator does not combine a trial, an anchor after it and proration_behavior=none yet.';
    throw refuse(message, 'proration_behavior');
  }
}

function behaviorOf(params: NewSubscription) {
  const behavior = params.payment_behavior ?? 'allow_incomplete';
  if (behavior === 'pending_if_incomplete') {
    throw refuse(
      'pending_if_incomplete can only be used when a subscription is updated.',
      'payment_behavior',
    );
  }
  return behavior;
}

function applyCancelAt(world: World, id: string, params: NewSubscription): void {
  const { cancel_at: cancelAt, cancel_at_period_end: atPeriodEnd } = params;
  if (cancelAt === undefined && atPeriodEnd !== true) return;
  if (cancelAt !== undefined && atPeriodEnd === true) {
    throw refuse('You cannot set both `cancel_at` and `cancel_at_period_end`.', 'cancel_at');
  }
  const end = endByName(itemsOf(world, id), cancelAt ?? 'max_period_end');
  if (end <= world.clock.now()) throw refuse('cancel_at must be in the future.', 'cancel_at');
  world.store.subscriptions.update(id, {
    cancelAt: end,
    cancelAtPeriodEnd: atPeriodEnd === true,
    canceledAt: world.clock.now(),
    cancellation: { comment: null, feedback: null, reason: 'cancellation_requested' },
  });
}

/** Nothing is due now and there is no method for later: the browser may save one. */
function askForMethod(world: World, id: string, amountDue: number): void {
  const subscription = world.store.subscriptions.get(id);
  const { customer, collectionMethod } = subscription;
  if (amountDue > 0 || collectionMethod === 'send_invoice') return;
  const scope = { customer, subscription: id, defaultPaymentMethod: null };
  if (defaultMethod(world, scope) !== undefined) return;
  const intent = createSetupIntent(world, { customer });
  world.store.subscriptions.update(id, { pendingSetupIntent: intent.id });
}
