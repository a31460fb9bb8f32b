import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { expand, isWithin, pageFields, timeFilter } from '../wire/common-params.ts';
import { noSuch, refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { flag, later, partOf, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { cardFault, refuseSpent } from './attach.ts';
import { charge } from './collect.ts';
import { methodData } from './card-data.ts';
import { formatPaymentIntent } from './payment-intent.ts';
import { chosenMethod } from './setup-intent-routes.ts';
import type { BrowserParams } from './setup-intent-routes.ts';

const retrieveParams = partOf<Stripe.PaymentIntentRetrieveParams & BrowserParams>()({
  expand,
  client_secret: text,
  key: text,
});
const confirmParams = partOf<Stripe.PaymentIntentConfirmParams & BrowserParams>()({
  expand,
  off_session: flag,
  payment_method: text,
  payment_method_data: methodData,
  return_url: text,
  use_stripe_sdk: flag,
  client_secret: text,
  key: text,
  expected_payment_method_type: text,
  ...later('confirmation_token', 'mandate_data', 'payment_method_options', 'setup_future_usage'),
  ...later('error_on_requires_action', 'shipping', 'receipt_email'),
});
const listParams = shape<Stripe.PaymentIntentListParams>()({
  ...pageFields,
  created: timeFilter,
  customer: text,
  ...later('customer_account'),
});
const browser = { isForBrowsers: true };

export const paymentIntentRoutes: Route[] = [
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
  route(
    'POST /v1/payment_intents/:id/confirm',
    confirmParams,
    (world, { path, params }) => confirmIntent(world, path.id, params),
    browser,
  ),
];

function confirmIntent(world: World, id: string, params: Read<typeof confirmParams>) {
  const intent = world.store.paymentIntents.get(id);
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    throw refuse(
      `You cannot confirm this PaymentIntent because it has already ${intent.status}.`,
      undefined,
      'payment_intent_unexpected_state',
    );
  }
  const method = chosenMethod(world, params, intent.paymentMethod);
  refuseSpent(method);
  if (method.customer !== null && method.customer !== intent.customer) {
    throw noSuch('PaymentMethod', method.id, 'payment_method');
  }
  const invoice = world.store.invoices.get(intent.invoice);
  const attemptCount = invoice.attemptCount + 1;
  world.store.invoices.update(intent.invoice, { attempted: true, attemptCount });
  const outcome = charge(world, intent, { method, isOffSession: params.off_session ?? false });
  const next = formatPaymentIntent(world, world.store.paymentIntents.get(id));
  if (outcome.kind === 'declined') {
    throw cardFault(world, outcome.decline, { method, paymentIntent: { ...next } });
  }
  return next;
}
