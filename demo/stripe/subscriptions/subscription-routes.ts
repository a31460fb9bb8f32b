import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { testClockOf } from '../test-clocks/members.ts';
import { expand, isWithin, pageFields, timeFilter } from '../wire/common-params.ts';
import { noSuch, refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { later, oneOf, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { cancelSubscription } from './cancel.ts';
import { createParams } from './create-params.ts';
import { createSubscription } from './create.ts';
import { itemsOf } from './subscription-item.ts';
import { formatSubscription, isLive } from './subscription.ts';
import type { Subscription } from './subscription.ts';
import { cancelParams, updateParams } from './update-params.ts';
import { readCancellation } from './update-settings.ts';
import { updateSubscription } from './update.ts';

const listParams = shape<Stripe.SubscriptionListParams>()({
  ...pageFields,
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  created: timeFilter,
  current_period_end: timeFilter,
  current_period_start: timeFilter,
  customer: text,
  price: text,
  test_clock: text,
  status: oneOf(
    'active',
    'all',
    'canceled',
    'ended',
    'incomplete',
    'incomplete_expired',
    'past_due',
    'paused',
    'trialing',
    'unpaid',
  ),
  ...later('automatic_tax', 'customer_account', 'plan'),
});
const retrieveParams = shape<Stripe.SubscriptionRetrieveParams>()({ expand });
const noParams = shape<Stripe.SubscriptionDeleteDiscountParams>()({});

export const subscriptionRoutes: Route[] = [
  route('POST /v1/subscriptions', createParams, (world, { params }) =>
    formatSubscription(world, createSubscription(world, params)),
  ),
  route('GET /v1/subscriptions', listParams, (world, { params }) =>
    pageOf(
      world.store.subscriptions.newestOf('customer', params.customer, (row) =>
        isListed(world, row, params),
      ),
      params,
      { format: (row) => formatSubscription(world, row), url: '/v1/subscriptions' },
    ),
  ),
  route('GET /v1/subscriptions/:id', retrieveParams, (world, { path }) =>
    formatSubscription(world, world.store.subscriptions.get(path.id)),
  ),
  route('POST /v1/subscriptions/:id', updateParams, (world, { path, params }) =>
    formatSubscription(world, updateSubscription(world, path.id, params)),
  ),
  route('DELETE /v1/subscriptions/:id', cancelParams, (world, { path, params }) => {
    const old = world.store.subscriptions.get(path.id);
    if (!isLive(old)) throw noSuch('subscription', path.id);
    refuseScheduled(old);
    const ended = cancelSubscription(world, path.id, {
      invoiceNow: params.invoice_now ?? false,
      prorate: params.prorate ?? false,
      cancellation: readCancellation(old.cancellation, params.cancellation_details),
    });
    return formatSubscription(world, {
      ...ended,
      cancellation: { ...ended.cancellation, reason: 'cancellation_requested' },
    });
  }),
  route('DELETE /v1/subscriptions/:id/discount', noParams, (world, { path }) => {
    const [first] = world.store.subscriptions.get(path.id).discounts;
    if (first === undefined) {
      throw refuse('No active discount for subscription.', 'id', 'resource_missing');
    }
    world.store.subscriptions.update(path.id, { discounts: [] });
    return deletedDiscount(world, first);
  }),
];

/** Without a status everything but the canceled ones is listed; `ended` is both kinds of end. */
function isListed(world: World, row: Subscription, params: Read<typeof listParams>): boolean {
  const { status } = params;
  const hasStatus =
    status === undefined
      ? row.status !== 'canceled' && row.status !== 'incomplete_expired'
      : status === 'all' || (status === 'ended' ? !isLive(row) : row.status === status);
  const items = itemsOf(world, row.id);
  const clock = testClockOf(world, row.customer);
  const isAsked = params.customer !== undefined && params.test_clock === undefined;
  return (
    hasStatus &&
    (isAsked || clock === (params.test_clock ?? null)) &&
    (params.collection_method ?? row.collectionMethod) === row.collectionMethod &&
    (params.price === undefined || items.some(({ price }) => price === params.price)) &&
    items.some((item) => isWithin(item.end, params.current_period_end)) &&
    items.some((item) => isWithin(item.start, params.current_period_start)) &&
    isWithin(row.created, params.created)
  );
}

function refuseScheduled(subscription: Subscription): void {
  if (subscription.schedule === null) return;
  throw refuse(
    `The subscription is managed by the subscription schedule \`${subscription.schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
  );
}

function deletedDiscount(world: World, id: string): Stripe.DeletedDiscount {
  const discount = world.store.discounts.get(id);
  return {
    id,
    object: 'discount',
    deleted: true,
    checkout_session: null,
    customer: discount.customer,
    customer_account: null,
    invoice: null,
    invoice_item: null,
    promotion_code: discount.promotionCode,
    source: { coupon: discount.coupon, type: 'coupon' },
    start: discount.start,
    subscription: discount.subscription,
    subscription_item: discount.subscriptionItem,
  };
}
