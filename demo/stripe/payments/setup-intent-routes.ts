import type { World } from '../core/world.ts';
import { liveCustomer } from '../customers/customer.ts';
import { isWithin, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { chosenMethod } from './chosen-method.ts';
import { confirmSetup, wrongSetupState } from './confirm-setup.ts';
import { createSetupIntent } from './create-setup-intent.ts';
import {
  cancelParams,
  confirmParams,
  createParams,
  listParams,
  retrieveParams,
  updateParams,
} from './setup-intent-params.ts';
import { formatSetupIntent } from './setup-intent.ts';
import type { SetupIntent } from './setup-intent.ts';

const browser = { isForBrowsers: true };

export const setupIntentRoutes: Route[] = [
  route('POST /v1/setup_intents', createParams, (world, { params }) =>
    formatSetupIntent(world, createIntent(world, params)),
  ),
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
  route('POST /v1/setup_intents/:id', updateParams, (world, { path, params }) =>
    formatSetupIntent(world, updateIntent(world, path.id, params)),
  ),
  route(
    'POST /v1/setup_intents/:id/confirm',
    confirmParams,
    (world, { path, params, isPublishable }) =>
      formatSetupIntent(world, confirmSetup(world, path.id, params, isPublishable)),
    browser,
  ),
  route('POST /v1/setup_intents/:id/cancel', cancelParams, (world, { path, params }) => {
    const intent = world.store.setupIntents.get(path.id);
    if (intent.status === 'succeeded' || intent.status === 'canceled') {
      throw wrongSetupState(intent, 'cancel');
    }
    const next = world.store.setupIntents.update(path.id, {
      status: 'canceled',
      cancellationReason: params.cancellation_reason ?? null,
    });
    return formatSetupIntent(world, next);
  }),
];

function createIntent(world: World, params: Read<typeof createParams>): SetupIntent {
  const customer =
    params.customer === undefined ? null : liveCustomer(world, params.customer, 'customer').id;
  const automatic = params.automatic_payment_methods;
  if (automatic?.enabled === false) {
    throw refuse(
      'Payment methods are only simulated as automatic_payment_methods.',
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
  });
  if (params.confirm === true) return confirmSetup(world, intent.id, params, false);
  return params.payment_method === undefined ? intent : proposeMethod(world, intent, params);
}

function updateIntent(world: World, id: string, params: Read<typeof updateParams>): SetupIntent {
  const old = world.store.setupIntents.get(id);
  if (old.status === 'succeeded' || old.status === 'canceled') throw wrongSetupState(old, 'update');
  const intent = world.store.setupIntents.update(id, {
    customer:
      params.customer === undefined
        ? old.customer
        : liveCustomer(world, params.customer, 'customer').id,
    description: params.description ?? old.description,
    metadata: mergeMetadata(old.metadata, params.metadata),
  });
  return params.payment_method === undefined ? intent : proposeMethod(world, intent, params);
}

function proposeMethod(
  world: World,
  intent: SetupIntent,
  params: { payment_method?: string | undefined },
): SetupIntent {
  return world.store.setupIntents.update(intent.id, {
    paymentMethod: chosenMethod(world, params, intent).id,
    status: 'requires_confirmation',
  });
}
