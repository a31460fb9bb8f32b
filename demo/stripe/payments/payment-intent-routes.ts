import type { World } from '../core/world.ts';
import { liveCustomer } from '../customers/customer.ts';
import { minimumCharge } from '../money/totals.ts';
import { isWithin, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { cancelPayment } from './cancel-payment.ts';
import { chosenMethod } from './chosen-method.ts';
import { confirmPayment } from './confirm-payment.ts';
import { createPaymentIntent } from './create-payment-intent.ts';
import { refuseWrongType } from './method-types.ts';
import {
  cancelParams,
  confirmParams,
  createParams,
  listParams,
  retrieveParams,
  updateParams,
} from './payment-intent-params.ts';
import { formatPaymentIntent } from './payment-intent.ts';
import type { PaymentIntent } from './payment-intent.ts';

const browser = { isForBrowsers: true };
const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action', 'processing'];

export const paymentIntentRoutes: Route[] = [
  route('POST /v1/payment_intents', createParams, (world, { params }) =>
    formatPaymentIntent(world, createIntent(world, params)),
  ),
  route('GET /v1/payment_intents', listParams, (world, { params }) =>
    pageOf(
      world.store.paymentIntents.newestOf('customer', params.customer, (row) =>
        isWithin(row.created, params.created),
      ),
      params,
      { format: (row) => formatPaymentIntent(world, row), url: '/v1/payment_intents' },
    ),
  ),
  route(
    'GET /v1/payment_intents/:id',
    retrieveParams,
    (world, { path }) => formatPaymentIntent(world, world.store.paymentIntents.get(path.id)),
    browser,
  ),
  route('POST /v1/payment_intents/:id', updateParams, (world, { path, params }) =>
    formatPaymentIntent(world, updateIntent(world, path.id, params)),
  ),
  route(
    'POST /v1/payment_intents/:id/confirm',
    confirmParams,
    (world, { path, params, isPublishable }) =>
      formatPaymentIntent(world, confirmPayment(world, path.id, params, isPublishable)),
    browser,
  ),
  route('POST /v1/payment_intents/:id/cancel', cancelParams, (world, { path, params }) =>
    formatPaymentIntent(world, cancelIntent(world, path.id, params.cancellation_reason ?? null)),
  ),
];

function createIntent(world: World, params: Read<typeof createParams>): PaymentIntent {
  const { amount, currency, customer, automatic_payment_methods: automatic } = params;
  checkAmount(amount, currency);
  if (params.confirm !== true && (params.off_session ?? params.mandate_data) !== undefined) {
    throw refuse('off_session and mandate_data go with confirm=true.', 'confirm');
  }
  const intent = createPaymentIntent(world, {
    amount,
    currency,
    customer: customer === undefined ? null : liveCustomer(world, customer, 'customer').id,
    description: params.description ?? null,
    metadata: mergeMetadata({}, params.metadata),
    setupFutureUsage: params.setup_future_usage ?? null,
    ...(automatic?.enabled === false
      ? { methodTypes: ['card'] }
      : { automaticPaymentMethods: { allowRedirects: automatic?.allow_redirects ?? 'always' } }),
  });
  if (params.confirm === true) return confirmPayment(world, intent.id, params, false);
  if ((params.payment_method ?? params.payment_method_data) === undefined) return intent;
  return proposeMethod(world, intent, params);
}

/** A payment that a bill made follows the bill: only what it says about itself can be changed. */
function updateIntent(world: World, id: string, params: Read<typeof updateParams>): PaymentIntent {
  const old = world.store.paymentIntents.get(id);
  if (!OPEN.includes(old.status) && (params.amount ?? params.payment_method) !== undefined) {
    throw wrongState(old, 'update', ['requires_payment_method', 'requires_confirmation']);
  }
  const fixed = (['amount', 'currency', 'customer', 'setup_future_usage'] as const).find(
    (key) => params[key] !== undefined,
  );
  if (old.invoice !== null && fixed !== undefined) {
    throw refuse(
      `You cannot update \`${fixed}\` of a PaymentIntent that was created by an invoice.`,
      fixed,
      'payment_intent_invalid_parameter',
    );
  }
  const { amount = old.amount, currency = old.currency, customer } = params;
  checkAmount(amount, currency);
  const intent = world.store.paymentIntents.update(id, {
    amount,
    currency,
    customer: customer === undefined ? old.customer : liveCustomer(world, customer, 'customer').id,
    description: params.description ?? old.description,
    metadata: mergeMetadata(old.metadata, params.metadata),
    setupFutureUsage:
      params.setup_future_usage === undefined
        ? old.setupFutureUsage
        : params.setup_future_usage || null,
  });
  return params.payment_method === undefined ? intent : proposeMethod(world, intent, params);
}

function proposeMethod(
  world: World,
  intent: PaymentIntent,
  params: Parameters<typeof chosenMethod>[1],
): PaymentIntent {
  const method = chosenMethod(world, params, intent);
  refuseWrongType(intent, method);
  const change = { paymentMethod: method.id, status: 'requires_confirmation' as const };
  return world.store.paymentIntents.update(intent.id, change);
}

function cancelIntent(
  world: World,
  id: string,
  cancellationReason: PaymentIntent['cancellationReason'],
): PaymentIntent {
  const intent = world.store.paymentIntents.get(id);
  if (!OPEN.includes(intent.status)) throw wrongState(intent, 'cancel', OPEN);
  if (intent.invoice !== null) {
    throw refuse(
      'You cannot cancel this PaymentIntent because it was created by an invoice. Void the invoice instead.',
      undefined,
      'payment_intent_unexpected_state',
    );
  }
  return cancelPayment(world, id, cancellationReason);
}

function checkAmount(amount: number, currency: string): void {
  if (amount >= minimumCharge(currency)) return;
  throw refuse(
    `Amount must be at least ${minimumCharge(currency)} ${currency}.`,
    'amount',
    'amount_too_small',
  );
}

function wrongState(intent: PaymentIntent, verb: string, allowed: string[]) {
  return refuse(
    `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${verb === 'cancel' ? 'canceled' : `${verb}d`}: ${allowed.join(', ')}.`,
    undefined,
    'payment_intent_unexpected_state',
  );
}
