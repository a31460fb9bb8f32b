import type Stripe from 'stripe';
import { integer, partOf, required, shape, text, later } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { liveCustomer } from '../customers/customer.ts';
import type { World } from '../core/world.ts';
import { clearableMetadata, expand, mergeMetadata, pageFields } from '../wire/common-params.ts';
import { noSuch, refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { adoptPaymentMethod, findOrMake, refuseSpent } from './attach.ts';
import { endMandate } from './mandate.ts';
import {
  billingDetails,
  createFromData,
  methodFields,
  readBilling,
  redisplay,
} from './method-data.ts';
import { formatPaymentMethod } from './payment-method.ts';
import type { PaymentMethod } from './payment-method.ts';
import { checkExpiry } from './read-details.ts';

const createParams = partOf<Stripe.PaymentMethodCreateParams>()({ ...methodFields, expand });
const updateParams = partOf<Stripe.PaymentMethodUpdateParams>()({
  allow_redisplay: redisplay,
  billing_details: billingDetails,
  card: shape<Stripe.PaymentMethodUpdateParams.Card>()({
    exp_month: integer,
    exp_year: integer,
    ...later('networks'),
  }),
  expand,
  metadata: clearableMetadata,
});
const listFields = {
  ...pageFields,
  allow_redisplay: redisplay,
  type: text,
};
const listParams = shape<Stripe.PaymentMethodListParams>()({
  ...listFields,
  customer: required(text),
  ...later('customer_account'),
});
const customerListParams = shape<Stripe.CustomerListPaymentMethodsParams>()({ ...listFields });
const retrieveParams = shape<Stripe.PaymentMethodRetrieveParams>()({ expand });
const attachParams = shape<Stripe.PaymentMethodAttachParams>()({
  customer: required(text),
  expand,
  ...later('customer_account'),
});

export const paymentMethodRoutes: Route[] = [
  route('POST /v1/payment_methods', createParams, (world, { params }) =>
    formatPaymentMethod(world, createFromData(world, params)),
  ),
  route('GET /v1/payment_methods/:id', retrieveParams, (world, { path }) =>
    formatPaymentMethod(world, findOrMake(world, path.id)),
  ),
  route('POST /v1/payment_methods/:id', updateParams, (world, { path, params }) =>
    updateMethod(world, path.id, params),
  ),
  route('POST /v1/payment_methods/:id/attach', attachParams, (world, { path, params }) => {
    const customer = liveCustomer(world, params.customer, 'customer');
    const method = adoptPaymentMethod(world, path.id);
    const next = world.store.paymentMethods.update(method.id, { customer: customer.id });
    return formatPaymentMethod(world, next);
  }),
  route('POST /v1/payment_methods/:id/detach', retrieveParams, (world, { path }) =>
    detach(world, path.id),
  ),
  route('GET /v1/payment_methods', listParams, (world, { params }) =>
    listMethods(world, liveCustomer(world, params.customer, 'customer').id, params),
  ),
  route('GET /v1/customers/:id/payment_methods', customerListParams, (world, { path, params }) =>
    listMethods(world, liveCustomer(world, path.id).id, params),
  ),
  route('GET /v1/customers/:id/payment_methods/:other', retrieveParams, (world, { path }) => {
    const method = world.store.paymentMethods.get(path.other);
    if (method.customer !== path.id) throw noSuch('PaymentMethod', path.other);
    return formatPaymentMethod(world, method);
  }),
];

function updateMethod(world: World, id: string, params: Read<typeof updateParams>) {
  const old = world.store.paymentMethods.get(id);
  if (old.customer === null) {
    throw refuse('You must save this PaymentMethod to a customer before you can update it.');
  }
  const next = world.store.paymentMethods.update(id, {
    allowRedisplay: params.allow_redisplay ?? old.allowRedisplay,
    billing: params.billing_details
      ? { ...old.billing, ...readBilling(params.billing_details) }
      : old.billing,
    details: params.card === undefined ? old.details : changedCard(world, old, params.card),
    metadata: mergeMetadata(old.metadata, params.metadata),
  });
  return formatPaymentMethod(world, next);
}

function changedCard(
  world: World,
  { details }: PaymentMethod,
  params: { exp_month: number | undefined; exp_year: number | undefined },
): PaymentMethod['details'] {
  if (details.type !== 'card') {
    throw refuse(
      `You cannot update \`card\` on a PaymentMethod of type ${details.type}.`,
      'card',
      'payment_method_unexpected_state',
    );
  }
  const { exp_month: expMonth = details.expMonth, exp_year: expYear = details.expYear } = params;
  checkExpiry(world, expMonth, expYear);
  return { ...details, expMonth, expYear };
}

/** For ever. Defaults that pointed to it point to nothing afterwards. */
function detach(world: World, id: string) {
  const method = world.store.paymentMethods.get(id);
  if (method.customer === null) {
    refuseSpent(method);
    throw refuse(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
      'payment_method',
    );
  }
  const next = world.store.paymentMethods.update(id, { customer: null, isSpent: true });
  endMandate(world, id);
  const owner = world.store.customers.get(method.customer);
  if (owner.defaultPaymentMethod === id) {
    world.store.customers.update(owner.id, { defaultPaymentMethod: null });
  }
  for (const subscription of world.store.subscriptions.where('customer', owner.id)) {
    if (subscription.defaultPaymentMethod === id) {
      world.store.subscriptions.update(subscription.id, { defaultPaymentMethod: null });
    }
  }
  return formatPaymentMethod(world, next);
}

function listMethods(world: World, customer: string, params: Read<typeof customerListParams>) {
  const rows = world.store.paymentMethods
    .where('customer', customer)
    .filter(
      (method) =>
        (params.type ?? method.details.type) === method.details.type &&
        (params.allow_redisplay ?? method.allowRedisplay) === method.allowRedisplay,
    )
    .toReversed();
  return pageOf(rows, params, {
    format: (row) => formatPaymentMethod(world, row),
    url: `/v1/customers/${customer}/payment_methods`,
  });
}
