import type Stripe from 'stripe';
import { isSoldIn } from '../catalogue/price-amount.ts';
import { createInlinePrice, inlineRecurring } from '../catalogue/inline-price.ts';
import { shortId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { redeem } from '../discounts/redeem.ts';
import { recurrenceOf } from '../money/plan.ts';
import { clearableMetadata, count, mergeMetadata } from '../wire/common-params.ts';
import { noSuch, refuse } from '../wire/fault.ts';
import { clearable, flag, later, listOf, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { checkIntervals } from './check-intervals.ts';
import type { SubscriptionItem } from './subscription-item.ts';

export const discountParams = clearable(
  listOf(
    shape<Stripe.SubscriptionUpdateParams.Discount>()({
      coupon: text,
      discount: text,
      promotion_code: text,
    }),
  ),
);

export const itemParams = shape<Stripe.SubscriptionUpdateParams.Item>()({
  deleted: flag,
  discounts: discountParams,
  id: text,
  metadata: clearableMetadata,
  price: text,
  price_data: inlineRecurring,
  quantity: count,
  tax_rates: clearable(listOf(text)),
  ...later('billing_thresholds', 'clear_usage', 'current_trial', 'plan'),
});
export const newItemParams = shape<Stripe.SubscriptionCreateParams.Item>()({
  discounts: discountParams,
  metadata: clearableMetadata,
  price: text,
  price_data: inlineRecurring,
  quantity: count,
  tax_rates: clearable(listOf(text)),
  ...later('billing_thresholds', 'current_trial', 'plan'),
});
export type ItemParams = Partial<Read<typeof itemParams>>;

export interface ItemScope {
  subscription: string;
  customer: string;
  currency: string;
  billingMode: 'classic' | 'flexible';
  /** A schedule names prices that were checked when it was made. */
  allowsArchived?: boolean;
  at: string;
}

/**
 * The items that a subscription will have. An entry without `id` adds an item; a new price sets
 * the quantity back to 1 unless one is sent. Periods are left to the plan.
 */
export function readItems(
  world: World,
  params: ItemParams[],
  current: SubscriptionItem[],
  scope: ItemScope,
): SubscriptionItem[] {
  const items = [...current];
  params.forEach((param, index) => {
    const at = `${scope.at}[${index}]`;
    if (param.id === undefined) {
      items.push(newItem(world, param, scope, at));
      return;
    }
    const position = items.findIndex(({ id }) => id === param.id);
    const old = items[position];
    if (old === undefined) throw noSuch('subscription item', param.id, `${at}[id]`);
    if (param.deleted === true) items.splice(position, 1);
    else items[position] = changedItem(world, old, param, { scope, at });
  });
  checkTogether(world, items, scope);
  return items;
}

function newItem(world: World, param: ItemParams, scope: ItemScope, at: string): SubscriptionItem {
  if (param.deleted === true) throw refuse('Missing required param: id.', `${at}[id]`);
  const price = newPrice(world, param, scope, at);
  if (price === undefined) {
    throw refuse(`Missing required param: ${at}[price].`, `${at}[price]`, 'parameter_missing');
  }
  const id = shortId('si');
  return {
    id,
    created: world.clock.now(),
    subscription: scope.subscription,
    price,
    quantity: param.quantity ?? 1,
    metadata: mergeMetadata({}, param.metadata),
    discounts: readDiscounts(world, param, [], { ...scope, item: id, price, at }),
    taxRates: readTaxRates(world, param.tax_rates, [], at),
    start: 0,
    end: 0,
    billed: null,
    billedBefore: [],
  };
}

function changedItem(
  world: World,
  old: SubscriptionItem,
  param: ItemParams,
  { scope, at }: { scope: ItemScope; at: string },
): SubscriptionItem {
  const isSame = param.price === old.price && param.price_data === undefined;
  const price = isSame ? old.price : (newPrice(world, param, scope, at) ?? old.price);
  return {
    ...old,
    price,
    quantity: param.quantity ?? (price === old.price ? old.quantity : 1),
    metadata: mergeMetadata(old.metadata, param.metadata),
    discounts: readDiscounts(world, param, old.discounts, { ...scope, item: old.id, price, at }),
    taxRates: readTaxRates(world, param.tax_rates, old.taxRates, at),
  };
}

/** The price that the entry names or describes, if it does. */
function newPrice(
  world: World,
  { price, price_data: data }: ItemParams,
  scope: ItemScope,
  at: string,
): string | undefined {
  if (data === undefined) {
    return price === undefined ? undefined : usablePrice(world, price, scope, `${at}[price]`);
  }
  if (price !== undefined) {
    throw refuse('You may only specify one of these parameters: price, price_data.', at);
  }
  if (data.currency !== scope.currency) {
    const message = `The price specified only supports \`${data.currency}\`. This doesn't match the expected currency: \`${scope.currency}\`.`;
    throw refuse(message, `${at}[price_data][currency]`);
  }
  return createInlinePrice(world, data, `${at}[price_data]`).id;
}

function usablePrice(world: World, id: string, scope: ItemScope, at: string): string {
  const price = world.store.prices.get(id, at);
  if (!price.active && scope.allowsArchived !== true) {
    throw refuse('The price specified is inactive. This field only accepts active prices.', at);
  }
  if (!world.store.products.get(price.product).active && scope.allowsArchived !== true) {
    throw refuse('The product of the price specified is inactive.', at);
  }
  if (price.recurring === null) {
    throw refuse(
      'The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.',
      at,
    );
  }
  if (!isSoldIn(price, scope.currency)) {
    throw refuse(
      `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${scope.currency}\`.`,
      at,
    );
  }
  return id;
}

function readDiscounts(
  world: World,
  param: ItemParams,
  old: string[],
  scope: ItemScope & { item: string; price: string },
): string[] {
  if (param.discounts === undefined) return old;
  if (param.discounts === '') return [];
  return redeem(world, param.discounts, {
    ...scope,
    subscriptionItem: scope.item,
    products: [world.store.prices.get(scope.price).product],
    orderAmount: null,
    present: old,
    param: `${scope.at}[discounts]`,
  });
}

function readTaxRates(
  world: World,
  ids: string[] | '' | undefined,
  old: string[],
  at: string,
): string[] {
  if (ids === undefined) return old;
  if (ids === '') return [];
  return ids.map((id) => world.store.taxRates.get(id, `${at}[tax_rates]`).id);
}

function checkTogether(world: World, items: SubscriptionItem[], scope: ItemScope): void {
  const { at } = scope;
  if (items.length === 0) {
    throw refuse('A subscription must have at least one active price.', at);
  }
  if (items.length > 20) throw refuse('A subscription can have at most 20 items.', at);
  const prices = items.map(({ price }) => price);
  const twin = prices.find((price, index) => prices.indexOf(price) !== index);
  if (twin !== undefined) {
    throw refuse(`Cannot add multiple subscription items with the same price: ${twin}`, at);
  }
  const recurrences = prices.map((id) => recurrenceOf(world.store.prices.get(id)));
  checkIntervals(recurrences, { billingMode: scope.billingMode, at });
}
