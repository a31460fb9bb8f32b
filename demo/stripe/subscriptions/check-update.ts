import { refuse } from '../wire/fault.ts';
import { isLive } from './subscription.ts';
import type { Subscription } from './subscription.ts';
import type { UpdateParams } from './update-params.ts';

/** All that may be sent with `pending_if_incomplete`. */
const PENDING_PARAMS = new Set([
  'add_invoice_items',
  'items',
  'proration_behavior',
  'proration_date',
  'billing_cycle_anchor',
  'trial_end',
  'trial_from_plan',
  'payment_behavior',
  'off_session',
  'expand',
]);
const ENDED_PARAMS = new Set(['metadata', 'cancellation_details', 'expand']);

/** @throws for what the subscription's state does not allow. */
export function checkUpdate(subscription: Subscription, params: UpdateParams): void {
  const sent = Object.keys(params);
  if (!isLive(subscription)) {
    const wrong = sent.find((key) => !ENDED_PARAMS.has(key));
    if (wrong !== undefined) {
      throw refuse(
        'A canceled subscription can only update its cancellation_details and metadata.',
        wrong,
        'invalid_canceled_subscription_fields',
      );
    }
  }
  checkCancellation(subscription, params);
  checkPending(subscription, params, sent);
  if (
    subscription.status === 'incomplete' &&
    (params.items ?? params.billing_cycle_anchor) !== undefined
  ) {
    throw refuse(
      'This subscription is missing a payment. Its first invoice must be paid before it can be changed.',
      'items',
    );
  }
  if (subscription.status === 'paused') checkPaused(params);
}

/** A paused subscription starts a new cycle only by being resumed. */
function checkPaused(params: UpdateParams): void {
  const key =
    params.billing_cycle_anchor?.type === 'now'
      ? 'billing_cycle_anchor'
      : params.trial_end === undefined
        ? undefined
        : 'trial_end';
  if (key === undefined) return;
  const message = `You cannot set \`${key}\` on a paused subscription. Resume it instead.`;
  throw refuse(message, key);
}

function checkCancellation(subscription: Subscription, params: UpdateParams): void {
  const { cancel_at: at, cancel_at_period_end: atPeriodEnd } = params;
  if (at === undefined && atPeriodEnd === undefined) return;
  if (subscription.schedule !== null) {
    throw refuse(
      `The subscription is managed by the subscription schedule \`${subscription.schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
    );
  }
  if (at !== undefined && at !== '' && atPeriodEnd === true) {
    throw refuse('You cannot set both `cancel_at` and `cancel_at_period_end`.', 'cancel_at');
  }
}

function checkPending(subscription: Subscription, params: UpdateParams, sent: string[]): void {
  if (params.payment_behavior !== 'pending_if_incomplete') return;
  if (subscription.collectionMethod === 'send_invoice') {
    throw refuse(
      'payment_behavior=pending_if_incomplete is only for collection_method=charge_automatically.',
      'payment_behavior',
    );
  }
  const wrong = sent.find((key) => !PENDING_PARAMS.has(key));
  if (wrong !== undefined) {
    throw refuse(`You cannot set \`${wrong}\` with payment_behavior=pending_if_incomplete.`, wrong);
  }
  for (const item of params.items ?? []) {
    const field = (['metadata', 'discounts', 'tax_rates', 'price_data'] as const).find(
      (key) => item[key] !== undefined,
    );
    if (field !== undefined) {
      const message = `You cannot set \`items[${field}]\` with payment_behavior=pending_if_incomplete.`;
      throw refuse(message, `items[0][${field}]`);
    }
  }
}
