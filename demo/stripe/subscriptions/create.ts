import { isSoldIn } from '../catalogue/price-amount.ts';
import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { liveCustomer } from '../customers/customer.ts';
import type { Customer } from '../customers/customer.ts';
import { redeem } from '../discounts/redeem.ts';
import type { InvoiceRequest } from '../invoices/issue.ts';
import { grossOf } from '../money/plan.ts';
import { planStart } from '../money/plan-start.ts';
import { ownPaymentMethod } from '../payments/attach.ts';
import { defaultMethod } from '../payments/collect.ts';
import { createSetupIntent } from '../payments/create-setup-intent.ts';
import { cleared, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { issueFor } from './bill.ts';
import { collectNow } from './collect-first.ts';
import type { CreateParams } from './create-params.ts';
import { readItems } from './item-params.ts';
import { itemsOf } from './subscription-item.ts';
import type { Subscription } from './subscription.ts';
import { applyPlan, inForce, pricedItem, termsOf } from './terms.ts';

/** What a create needs to know; a preview of a new subscription sends a part of it. */
export type NewSubscription = Partial<CreateParams> & Pick<CreateParams, 'customer' | 'items'>;

/** Starts a subscription and asks for its first money. */
export function createSubscription(world: World, params: NewSubscription): Subscription {
  const request = startSubscription(world, params);
  const invoice = issueFor(world, request);
  const id = request.subscription;
  const isTrial = (world.store.subscriptions.get(id).trialEnd ?? 0) > world.clock.now();
  const isPaid = collectNow(world, invoice, {
    behavior: behaviorOf(params),
    isOffSession: params.off_session ?? false,
  });
  world.store.subscriptions.update(id, {
    status: isPaid ? (isTrial ? 'trialing' : 'active') : 'incomplete',
  });
  askForMethod(world, id, invoice.amountDue);
  return world.store.subscriptions.get(id);
}

/** Everything but the invoice: the subscription, its items, and what its first invoice will say. */
export function startSubscription(
  world: World,
  params: NewSubscription,
): InvoiceRequest & { subscription: string } {
  const customer = liveCustomer(world, params.customer, 'customer');
  const now = world.clock.now();
  const subscription = insertSubscription(world, customer, params);
  const { id, currency } = subscription;
  const scope = { subscription: id, customer: customer.id, currency, at: 'items' };
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
  const plan = planStart(termsOf(world, world.store.subscriptions.get(id)), {
    now,
    hasProrations: params.proration_behavior !== 'none',
    anchor: anchorOf(params, now),
  });
  applyPlan(world, id, plan);
  applyCancelAt(world, id, params);
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

function insertSubscription(
  world: World,
  customer: Customer,
  params: NewSubscription,
): Subscription {
  const now = world.clock.now();
  const trial = trialOf(params, now);
  const method = params.default_payment_method;
  const isInvoiced = params.collection_method === 'send_invoice';
  if (isInvoiced !== (params.days_until_due !== undefined)) {
    throw refuse('days_until_due goes with collection_method=send_invoice.', 'days_until_due');
  }
  const param = 'default_payment_method';
  return world.store.subscriptions.insert({
    id: longId('sub'),
    created: now,
    customer: customer.id,
    status: 'incomplete',
    currency: currencyOf(world, customer, params),
    billingMode: params.billing_mode?.type ?? 'flexible',
    anchor: now,
    cancelAt: null,
    cancelAtPeriodEnd: false,
    canceledAt: null,
    endedAt: null,
    cancellation: { comment: null, feedback: null, reason: null },
    collectionMethod: params.collection_method ?? 'charge_automatically',
    daysUntilDue: params.days_until_due ?? null,
    defaultPaymentMethod:
      method === undefined
        ? null
        : ownPaymentMethod(world, method, { customer: customer.id, param }).id,
    defaultTaxRates: (params.default_tax_rates || []).map(
      (id) => world.store.taxRates.get(id, 'default_tax_rates').id,
    ),
    description: cleared(params.description, null),
    discounts: [],
    latestInvoice: null,
    metadata: mergeMetadata({}, params.metadata),
    pauseCollection: null,
    savesPaymentMethod: params.payment_settings?.save_default_payment_method === 'on_subscription',
    pendingSetupIntent: null,
    pendingUpdate: null,
    schedule: null,
    startDate: now,
    trialStart: trial === null ? null : now,
    trialEnd: trial,
    missingPaymentMethod:
      params.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
  });
}

function trialOf(params: NewSubscription, now: number): number | null {
  const { trial_end: end, trial_period_days: days } = params;
  if (end !== undefined && days !== undefined) {
    throw refuse(
      'You may only specify one of these parameters: trial_end, trial_period_days.',
      'trial_end',
    );
  }
  if (days !== undefined && days > 0) return now + days * 86_400;
  if (end === undefined || end === 'now') return null;
  if (end <= now) throw refuse('trial_end must be in the future.', 'trial_end');
  return end;
}

function anchorOf(params: NewSubscription, now: number): number | null {
  const { billing_cycle_anchor: anchor } = params;
  if (anchor !== undefined && anchor < now) {
    throw refuse('billing_cycle_anchor must be in the future.', 'billing_cycle_anchor');
  }
  return anchor ?? null;
}

/** The one asked for, the customer's if the price has it, or the price's own. */
function currencyOf(world: World, customer: Customer, params: NewSubscription): string {
  const first = params.items[0]?.price;
  if (first === undefined) {
    throw refuse(
      'Missing required param: items[0][price].',
      'items[0][price]',
      'parameter_missing',
    );
  }
  const price = world.store.prices.get(first, 'items[0][price]');
  const own =
    customer.currency !== null && isSoldIn(price, customer.currency) ? customer.currency : null;
  const currency = params.currency ?? own ?? price.currency;
  if (customer.currency !== null && customer.currency !== currency) {
    throw refuse(
      `You cannot combine currencies on a single customer. This customer has had a subscription, coupon, or invoice item with currency ${customer.currency}`,
      'currency',
    );
  }
  return currency;
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
  const ends = itemsOf(world, id).map((item) => item.end);
  const end =
    atPeriodEnd === true || cancelAt === 'max_period_end'
      ? Math.max(...ends)
      : cancelAt === 'min_period_end'
        ? Math.min(...ends)
        : (cancelAt ?? null);
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
