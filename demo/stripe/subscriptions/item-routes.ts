import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { clearableMetadata, count, expand, metadata, pageFields } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { clearable, flag, integer, later, listOf, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { inlineRecurring } from '../catalogue/inline-price.ts';
import { paymentBehavior, prorationBehavior } from './create-params.ts';
import { discountParams } from './item-params.ts';
import { formatSubscriptionItem, itemsOf } from './subscription-item.ts';
import type { SubscriptionItem } from './subscription-item.ts';
import type { UpdateParams } from './update-params.ts';
import { updateSubscription } from './update.ts';

const changing = {
  payment_behavior: paymentBehavior,
  proration_behavior: prorationBehavior,
  proration_date: integer,
};
const describing = {
  discounts: discountParams,
  expand,
  price: text,
  price_data: inlineRecurring,
  quantity: count,
  tax_rates: clearable(listOf(text)),
  ...later('billing_thresholds', 'current_trial', 'plan'),
};
const createParams = shape<Stripe.SubscriptionItemCreateParams>()({
  ...changing,
  ...describing,
  metadata,
  subscription: required(text),
});
const updateParams = shape<Stripe.SubscriptionItemUpdateParams>()({
  ...changing,
  ...describing,
  metadata: clearableMetadata,
  off_session: flag,
});
const deleteParams = shape<Stripe.SubscriptionItemDeleteParams>()({
  ...changing,
  ...later('clear_usage'),
});
const listParams = shape<Stripe.SubscriptionItemListParams>()({
  ...pageFields,
  subscription: required(text),
});
const retrieveParams = shape<Stripe.SubscriptionItemRetrieveParams>()({ expand });

/** Items as a resource of their own: each change is an update of the subscription. */
export const subscriptionItemRoutes: Route[] = [
  route('GET /v1/subscription_items', listParams, (world, { params }) =>
    pageOf(
      itemsOf(world, world.store.subscriptions.get(params.subscription, 'subscription').id),
      params,
      { format: (row) => formatSubscriptionItem(world, row), url: '/v1/subscription_items' },
    ),
  ),
  route('GET /v1/subscription_items/:id', retrieveParams, (world, { path }) =>
    formatSubscriptionItem(world, world.store.subscriptionItems.get(path.id)),
  ),
  route('POST /v1/subscription_items', createParams, (world, { params }) => {
    const { id } = world.store.subscriptions.get(params.subscription, 'subscription');
    const before = itemsOf(world, id);
    updateSubscription(world, id, updateOf(params, {}));
    const added = itemsAfter(world, id).find((item) => !before.some((old) => old.id === item.id));
    if (added === undefined) throw refuse('The item was not added.');
    return formatSubscriptionItem(world, added);
  }),
  route('POST /v1/subscription_items/:id', updateParams, (world, { path, params }) => {
    const { subscription } = world.store.subscriptionItems.get(path.id);
    updateSubscription(world, subscription, updateOf(params, { id: path.id }));
    return formatSubscriptionItem(world, world.store.subscriptionItems.get(path.id));
  }),
  route('DELETE /v1/subscription_items/:id', deleteParams, (world, { path, params }) => {
    const { subscription } = world.store.subscriptionItems.get(path.id);
    updateSubscription(world, subscription, updateOf(params, { id: path.id, deleted: true }));
    return {
      id: path.id,
      object: 'subscription_item',
      deleted: true,
    } satisfies Stripe.DeletedSubscriptionItem;
  }),
];

type Described = Partial<Read<typeof updateParams>> & { subscription?: string };

/** The update that says the same. */
function updateOf(params: Described, named: { id?: string; deleted?: boolean }): UpdateParams {
  const { discounts, metadata: data, price, price_data, quantity, tax_rates, ...rest } = params;
  const { subscription: _subscription, expand: _expand, ...changes } = rest;
  const item = { discounts, metadata: data, price, price_data, quantity, tax_rates, ...named };
  return { ...changes, items: [item] };
}

/** With a pending update, the items that there will be. */
function itemsAfter(world: World, id: string): SubscriptionItem[] {
  return world.store.subscriptions.get(id).pendingUpdate?.plan.items ?? itemsOf(world, id);
}
