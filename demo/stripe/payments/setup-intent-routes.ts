import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { liveCustomer } from '../customers/customer.ts';
import {
  expand,
  isWithin,
  mergeMetadata,
  metadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
import { noSuch, refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { flag, later, oneOf, partOf, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { cardFault, cardOf, findOrMake, refuseSpent } from './attach.ts';
import { createSetupIntent } from './create-setup-intent.ts';
import { createFromData, methodData } from './card-data.ts';
import type { PaymentMethod } from './payment-method.ts';
import { formatSetupIntent } from './setup-intent.ts';
import type { SetupIntent } from './setup-intent.ts';

/** No `payment_method_types`: Stripe took it away with 2026-09-30. */
const createParams = shape<Stripe.SetupIntentCreateParams>()({
  automatic_payment_methods: shape<Stripe.SetupIntentCreateParams.AutomaticPaymentMethods>()({
    allow_redirects: oneOf('always', 'never'),
    enabled: required(flag),
  }),
  confirm: flag,
  customer: text,
  description: text,
  expand,
  metadata,
  payment_method: text,
  payment_method_data: methodData,
  return_url: text,
  usage: oneOf('off_session', 'on_session'),
  ...later('allowed_payment_method_types', 'attach_to_self', 'confirmation_token'),
  ...later('customer_account', 'excluded_payment_method_types', 'flow_directions', 'mandate_data'),
  ...later('on_behalf_of', 'payment_method_configuration', 'payment_method_options', 'single_use'),
  ...later('use_stripe_sdk'),
});
const confirmParams = partOf<Stripe.SetupIntentConfirmParams & BrowserParams>()({
  expand,
  payment_method: text,
  payment_method_data: methodData,
  return_url: text,
  use_stripe_sdk: flag,
  client_secret: text,
  key: text,
  expected_payment_method_type: text,
  ...later('confirmation_token', 'mandate_data', 'payment_method_options'),
});
/** What Stripe.js sends besides. */
export interface BrowserParams {
  client_secret: string;
  key: string;
  expected_payment_method_type: string;
}
const retrieveParams = partOf<Stripe.SetupIntentRetrieveParams & BrowserParams>()({
  expand,
  client_secret: text,
  key: text,
});
const cancelParams = shape<Stripe.SetupIntentCancelParams>()({
  cancellation_reason: oneOf('abandoned', 'duplicate', 'requested_by_customer'),
  expand,
});
const listParams = shape<Stripe.SetupIntentListParams>()({
  ...pageFields,
  created: timeFilter,
  customer: text,
  payment_method: text,
  ...later('attach_to_self', 'customer_account'),
});
const browser = { isForBrowsers: true };

export const setupIntentRoutes: Route[] = [
  route('POST /v1/setup_intents', createParams, (world, { params }) => createIntent(world, params)),
  route('GET /v1/setup_intents', listParams, (world, { params }) =>
    pageOf(
      world.store.setupIntents.newestOf(
        'customer',
        params.customer,
        (row) =>
          (params.payment_method === undefined || params.payment_method === row.paymentMethod) &&
          isWithin(row.created, params.created),
      ),
      params,
      { format: (row) => formatSetupIntent(world, row), url: '/v1/setup_intents' },
    ),
  ),
  route(
    'GET /v1/setup_intents/:id',
    retrieveParams,
    (world, { path }) => formatSetupIntent(world, world.store.setupIntents.get(path.id)),
    browser,
  ),
  route(
    'POST /v1/setup_intents/:id/confirm',
    confirmParams,
    (world, { path, params }) => formatSetupIntent(world, confirmIntent(world, path.id, params)),
    browser,
  ),
  route('POST /v1/setup_intents/:id/cancel', cancelParams, (world, { path, params }) => {
    const intent = world.store.setupIntents.get(path.id);
    if (intent.status === 'succeeded' || intent.status === 'canceled')
      throw wrongState(intent, 'cancel');
    const next = world.store.setupIntents.update(path.id, {
      status: 'canceled',
      cancellationReason: params.cancellation_reason ?? null,
    });
    return formatSetupIntent(world, next);
  }),
];

/** The method is the customer's from now on, also while they are away. */
export function succeedSetup(
  world: World,
  intent: SetupIntent,
  method: PaymentMethod,
): SetupIntent {
  if (method.customer !== null && method.customer !== intent.customer) {
    throw refuse('The payment method is already attached to another customer.', 'payment_method');
  }
  if (intent.customer !== null) {
    world.store.paymentMethods.update(method.id, { customer: intent.customer, isSetUp: true });
  }
  return world.store.setupIntents.update(intent.id, {
    status: 'succeeded',
    paymentMethod: method.id,
    lastError: null,
  });
}

function createIntent(world: World, params: Read<typeof createParams>) {
  const customer =
    params.customer === undefined ? null : liveCustomer(world, params.customer, 'customer').id;
  const automatic = params.automatic_payment_methods;
  if (automatic?.enabled === false) {
    throw refuse(
      'Only card is simulated, and it comes with automatic_payment_methods.',
      'automatic_payment_methods[enabled]',
    );
  }
  if (params.confirm !== true && params.payment_method_data !== undefined) {
    throw refuse('payment_method_data goes with confirm=true.', 'payment_method_data');
  }
  const intent = createSetupIntent(world, {
    customer,
    description: params.description ?? null,
    metadata: mergeMetadata({}, params.metadata),
    usage: params.usage ?? 'off_session',
    automaticPaymentMethods: { allowRedirects: automatic?.allow_redirects ?? 'always' },
    ...(params.payment_method === undefined
      ? {}
      : {
          paymentMethod: findOrMake(world, params.payment_method, 'payment_method').id,
          status: 'requires_confirmation' as const,
        }),
  });
  if (params.confirm !== true) return formatSetupIntent(world, intent);
  return formatSetupIntent(world, confirmIntent(world, intent.id, params));
}

function confirmIntent(
  world: World,
  id: string,
  params: Pick<Read<typeof confirmParams>, 'payment_method' | 'payment_method_data'>,
): SetupIntent {
  const intent = world.store.setupIntents.get(id);
  if (intent.status === 'succeeded' || intent.status === 'canceled')
    throw wrongState(intent, 'confirm');
  const method = chosenMethod(world, params, intent.paymentMethod);
  refuseSpent(method);
  if (method.customer !== null && method.customer !== intent.customer) {
    throw noSuch('PaymentMethod', method.id, 'payment_method');
  }
  const card = cardOf(method);
  if (card.isRefusedOnSave && card.charge !== null) {
    const lastError = { decline: card.charge, method: method.id };
    const failed = world.store.setupIntents.update(id, {
      status: 'requires_payment_method',
      paymentMethod: null,
      lastError,
    });
    const setupIntent = { ...formatSetupIntent(world, failed) };
    throw cardFault(world, card.charge, { method, setupIntent });
  }
  if (card.authentication === 'until-set-up' || card.authentication === 'always') {
    return world.store.setupIntents.update(id, {
      status: 'requires_action',
      paymentMethod: method.id,
      lastError: null,
    });
  }
  return succeedSetup(world, intent, method);
}

/** The one sent, or else the one that the intent already has. */
export function chosenMethod(
  world: World,
  params: Pick<Read<typeof confirmParams>, 'payment_method' | 'payment_method_data'>,
  present: string | null,
): PaymentMethod {
  if (params.payment_method_data !== undefined)
    return createFromData(world, params.payment_method_data);
  const id = params.payment_method ?? present;
  if (id !== null) return findOrMake(world, id, 'payment_method');
  throw refuse(
    'You cannot confirm this intent because it is missing a payment method. You can either update it with a payment method and then confirm it again, or confirm it again directly with a payment method.',
    undefined,
    'parameter_missing',
  );
}

function wrongState(intent: SetupIntent, verb: string) {
  return refuse(
    `You cannot ${verb} this SetupIntent because it has a status of ${intent.status}.`,
    undefined,
    'setup_intent_unexpected_state',
  );
}
