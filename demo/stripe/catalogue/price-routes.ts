import type Stripe from 'stripe';
import { longId, shortId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import {
  clearableMetadata,
  expand,
  isWithin,
  mergeMetadata,
  metadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import {
  clearable,
  flag,
  integer,
  later,
  listOf,
  oneOf,
  required,
  shape,
  text,
} from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { checkRecurrence } from './check-recurrence.ts';
import {
  changeOptions,
  currencyCode,
  currencyOptions,
  readAmounts,
  readPackages,
  tiers,
  unitDecimal,
} from './price-params.ts';
import { formatPrice } from './price.ts';

const taxBehavior = oneOf('unspecified', 'exclusive', 'inclusive');
const interval = oneOf('day', 'week', 'month', 'year');

const createParams = shape<Stripe.PriceCreateParams>()({
  currency: required(currencyCode),
  active: flag,
  billing_scheme: oneOf('per_unit', 'tiered'),
  currency_options: currencyOptions,
  expand,
  lookup_key: text,
  metadata,
  nickname: text,
  product: text,
  product_data: shape<Stripe.PriceCreateParams.ProductData>()({
    active: flag,
    id: text,
    metadata,
    name: required(text),
    unit_label: text,
    ...later('statement_descriptor', 'tax_code', 'tax_details'),
  }),
  recurring: shape<Stripe.PriceCreateParams.Recurring>()({
    interval: required(interval),
    interval_count: integer,
    trial_period_days: integer,
    usage_type: oneOf('licensed'),
    ...later('meter'),
  }),
  tax_behavior: taxBehavior,
  tiers,
  tiers_mode: oneOf('graduated', 'volume'),
  transfer_lookup_key: flag,
  unit_amount: integer,
  unit_amount_decimal: unitDecimal,
  transform_quantity: shape<Stripe.PriceCreateParams.TransformQuantity>()({
    divide_by: required(integer),
    round: required(oneOf('down', 'up')),
  }),
  ...later('custom_unit_amount'),
});

const updateParams = shape<Stripe.PriceUpdateParams>()({
  active: flag,
  currency_options: clearable(currencyOptions),
  expand,
  lookup_key: text,
  metadata: clearableMetadata,
  nickname: text,
  tax_behavior: taxBehavior,
  transfer_lookup_key: flag,
});

const listParams = shape<Stripe.PriceListParams>()({
  ...pageFields,
  active: flag,
  created: timeFilter,
  currency: currencyCode,
  lookup_keys: listOf(text),
  product: text,
  recurring: shape<Stripe.PriceListParams.Recurring>()({
    interval,
    usage_type: oneOf('licensed', 'metered'),
    ...later('meter'),
  }),
  type: oneOf('one_time', 'recurring'),
});

const retrieveParams = shape<Stripe.PriceRetrieveParams>()({ expand });

export const priceRoutes: Route[] = [
  route('POST /v1/prices', createParams, (world, { params }) => createPrice(world, params)),
  route('GET /v1/prices/:id', retrieveParams, (world, { path }) =>
    formatPrice(world, world.store.prices.get(path.id)),
  ),
  route('POST /v1/prices/:id', updateParams, (world, { path, params }) =>
    updatePrice(world, path.id, params),
  ),
  route('GET /v1/prices', listParams, (world, { params }) => listPrices(world, params)),
];

function createPrice(world: World, params: Read<typeof createParams>) {
  if ((params.product === undefined) === (params.product_data === undefined)) {
    throw refuse('You must pass exactly one of product and product_data.', 'product');
  }
  const { recurring } = params;
  const product = productOf(world, params);
  const amounts = readAmounts(params);
  const lookupKey = params.lookup_key ?? null;
  claimLookupKey(world, lookupKey, params.transfer_lookup_key ?? false);
  const price = world.store.prices.insert({
    id: longId('price'),
    created: world.clock.now(),
    active: params.active ?? true,
    currency: params.currency,
    nickname: params.nickname ?? null,
    lookupKey,
    metadata: mergeMetadata({}, params.metadata),
    product,
    recurring: recurring
      ? {
          ...checkRecurrence(recurring, 'recurring'),
          trialPeriodDays: recurring.trial_period_days ?? null,
        }
      : null,
    taxBehavior: params.tax_behavior ?? 'unspecified',
    amounts,
    tiersMode: params.billing_scheme === 'tiered' ? (params.tiers_mode ?? null) : null,
    transformQuantity: readPackages(params),
  });
  return formatPrice(world, price);
}

function productOf(world: World, params: Read<typeof createParams>): string {
  const data = params.product_data;
  if (data === undefined) return world.store.products.get(params.product ?? '', 'product').id;
  const now = world.clock.now();
  return world.store.products.insert({
    id: data.id ?? shortId('prod'),
    created: now,
    updated: now,
    active: data.active ?? true,
    name: data.name,
    description: null,
    defaultPrice: null,
    images: [],
    marketingFeatures: [],
    metadata: mergeMetadata({}, data.metadata),
    unitLabel: data.unit_label ?? null,
    taxCode: null,
    statementDescriptor: null,
    shippable: null,
    url: null,
  }).id;
}

function claimLookupKey(world: World, key: string | null, isTransfer: boolean): void {
  if (key === null) return;
  const owner = world.store.prices.all().find((price) => price.lookupKey === key && price.active);
  if (owner === undefined) return;
  if (!isTransfer) {
    const message = `A price (\`${owner.id}\`) already uses that lookup key.`;
    throw refuse(message, 'lookup_key', 'resource_already_exists');
  }
  world.store.prices.update(owner.id, { lookupKey: null });
}

function updatePrice(world: World, id: string, params: Read<typeof updateParams>) {
  const old = world.store.prices.get(id);
  const { lookup_key: key } = params;
  if (key !== undefined && key !== old.lookupKey) {
    claimLookupKey(world, key, params.transfer_lookup_key ?? false);
  }
  if (params.tax_behavior !== undefined && old.taxBehavior !== 'unspecified') {
    throw refuse('The tax_behavior cannot be changed once it is set.', 'tax_behavior');
  }
  const next = world.store.prices.update(id, {
    active: params.active ?? old.active,
    amounts: changeOptions(old, params.currency_options),
    lookupKey: key ?? old.lookupKey,
    metadata: mergeMetadata(old.metadata, params.metadata),
    nickname: params.nickname ?? old.nickname,
    taxBehavior: params.tax_behavior ?? old.taxBehavior,
  });
  return formatPrice(world, next);
}

function listPrices(world: World, params: Read<typeof listParams>) {
  const { recurring, lookup_keys: keys } = params;
  const rows = world.store.prices.newest(
    (price) =>
      (params.active ?? price.active) === price.active &&
      (params.currency ?? price.currency) === price.currency &&
      (params.product ?? price.product) === price.product &&
      (keys === undefined || keys.includes(price.lookupKey ?? '')) &&
      (params.type === undefined || (params.type === 'recurring') === (price.recurring !== null)) &&
      (recurring?.interval === undefined || price.recurring?.interval === recurring.interval) &&
      recurring?.usage_type !== 'metered' &&
      isWithin(price.created, params.created),
  );
  return pageOf(rows, params, { format: (row) => formatPrice(world, row), url: '/v1/prices' });
}
