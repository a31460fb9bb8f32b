import { isSoldIn } from '../catalogue/price-amount.ts';
import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import type { Customer } from '../customers/customer.ts';
import { ownPaymentMethod } from '../payments/attach.ts';
import { cleared, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import type { NewSubscription } from './create.ts';
import { readBackdate, readTrialEnd } from './read-start.ts';
import type { Subscription } from './subscription.ts';

/** The row of a new subscription, without items, plan or invoice. */
export function insertSubscription(
  world: World,
  customer: Customer,
  params: NewSubscription,
): Subscription {
  const now = world.clock.now();
  const trial = readTrialEnd(params, now);
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
    ...billingModeOf(params),
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
    methodTypes: params.payment_settings?.payment_method_types || null,
    paused: null,
    resumption: null,
    savesPaymentMethod: params.payment_settings?.save_default_payment_method === 'on_subscription',
    pendingSetupIntent: null,
    pendingUpdate: null,
    schedule: null,
    startDate: readBackdate(params, now) ?? now,
    trialStart: trial === null ? null : now,
    trialEnd: trial,
    missingPaymentMethod:
      params.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
  });
}

/** @see https://docs.stripe.com/billing/subscriptions/billing-mode */
export function billingModeOf(
  params: Pick<NewSubscription, 'billing_mode'>,
): Pick<Subscription, 'billingMode' | 'prorationDiscounts' | 'billingModeUpdatedAt'> {
  const { type: billingMode = 'flexible', flexible } = params.billing_mode ?? {};
  if (billingMode === 'classic' && flexible !== undefined) {
    throw refuse(
      'You can only set `billing_mode[flexible]` with billing_mode[type]=flexible.',
      'billing_mode[flexible]',
    );
  }
  const prorationDiscounts = flexible?.proration_discounts ?? 'included';
  return { billingMode, prorationDiscounts, billingModeUpdatedAt: null };
}

/** The one asked for, the customer's if the price has it, or the price's own. */
function currencyOf(world: World, customer: Customer, params: NewSubscription): string {
  const [first] = params.items;
  if (first?.price === undefined && first?.price_data === undefined) {
    throw refuse(
      'Missing required param: items[0][price].',
      'items[0][price]',
      'parameter_missing',
    );
  }
  const currency = params.currency ?? firstCurrency(world, customer, first);
  if (customer.currency !== null && customer.currency !== currency) {
    throw refuse(
      `You cannot combine currencies on a single customer. This customer has had a subscription, coupon, or invoice item with currency ${customer.currency}`,
      'currency',
    );
  }
  return currency;
}

function firstCurrency(
  world: World,
  customer: Customer,
  first: NewSubscription['items'][number],
): string {
  if (first.price === undefined) return first.price_data?.currency ?? 'usd';
  const price = world.store.prices.get(first.price, 'items[0][price]');
  const { currency } = customer;
  return currency !== null && isSoldIn(price, currency) ? currency : price.currency;
}
