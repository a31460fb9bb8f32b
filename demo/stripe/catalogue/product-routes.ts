import type Stripe from 'stripe';
import { shortId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import {
  clearableMetadata,
  cleared,
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
  clearableText,
  flag,
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
import { formatProduct } from './product.ts';

const features = listOf(shape<{ name: string }>()({ name: required(text) }));

const createParams = shape<Stripe.ProductCreateParams>()({
  name: required(text),
  id: text,
  active: flag,
  description: text,
  expand,
  images: listOf(text),
  marketing_features: features,
  metadata,
  shippable: flag,
  statement_descriptor: text,
  tax_code: text,
  type: oneOf('service', 'good'),
  unit_label: text,
  url: text,
  ...later('default_price_data', 'package_dimensions', 'tax_details'),
});

const updateParams = shape<Stripe.ProductUpdateParams>()({
  active: flag,
  default_price: text,
  description: clearableText,
  expand,
  images: clearable(listOf(text)),
  marketing_features: clearable(features),
  metadata: clearableMetadata,
  name: text,
  shippable: flag,
  statement_descriptor: text,
  tax_code: clearableText,
  unit_label: clearableText,
  url: clearableText,
  ...later('package_dimensions', 'tax_details'),
});

const listParams = shape<Stripe.ProductListParams>()({
  ...pageFields,
  active: flag,
  created: timeFilter,
  ids: listOf(text),
  shippable: flag,
  type: oneOf('service', 'good'),
  url: text,
});

const retrieveParams = shape<Stripe.ProductRetrieveParams>()({ expand });

export const productRoutes: Route[] = [
  route('POST /v1/products', createParams, (world, { params }) => createProduct(world, params)),
  route('GET /v1/products/:id', retrieveParams, (world, { path }) =>
    formatProduct(world, world.store.products.get(path.id)),
  ),
  route('POST /v1/products/:id', updateParams, (world, { path, params }) =>
    updateProduct(world, path.id, params),
  ),
  route('GET /v1/products', listParams, (world, { params }) =>
    pageOf(
      world.store.products.newest(
        (product) =>
          (params.active ?? product.active) === product.active &&
          (params.shippable ?? product.shippable) === product.shippable &&
          (params.type ?? 'service') === 'service' &&
          (params.url ?? product.url) === product.url &&
          (params.ids ?? [product.id]).includes(product.id) &&
          isWithin(product.created, params.created),
      ),
      params,
      { format: (row) => formatProduct(world, row), url: '/v1/products' },
    ),
  ),
];

function createProduct(world: World, params: Read<typeof createParams>) {
  const id = params.id ?? shortId('prod');
  if (world.store.products.find(id) !== undefined) {
    throw refuse('Product already exists.', 'id', 'resource_already_exists');
  }
  const now = world.clock.now();
  const product = world.store.products.insert({
    id,
    created: now,
    updated: now,
    active: params.active ?? true,
    name: params.name,
    description: params.description ?? null,
    defaultPrice: null,
    images: params.images ?? [],
    marketingFeatures: (params.marketing_features ?? []).map(({ name }) => name),
    metadata: mergeMetadata({}, params.metadata),
    unitLabel: params.unit_label ?? null,
    taxCode: params.tax_code ?? null,
    statementDescriptor: params.statement_descriptor ?? null,
    shippable: params.shippable ?? null,
    url: params.url ?? null,
  });
  return formatProduct(world, product);
}

function updateProduct(world: World, id: string, params: Read<typeof updateParams>) {
  const { prices, products } = world.store;
  const old = products.get(id);
  if (params.default_price !== undefined) {
    const price = prices.get(params.default_price, 'default_price');
    if (price.product !== id)
      throw refuse('The price does not belong to the product.', 'default_price');
  }
  const listed = params.marketing_features;
  const next = products.update(id, {
    updated: world.clock.now(),
    active: params.active ?? old.active,
    defaultPrice: params.default_price ?? old.defaultPrice,
    description: cleared(params.description, old.description),
    images: params.images === '' ? [] : (params.images ?? old.images),
    marketingFeatures:
      listed === undefined
        ? old.marketingFeatures
        : listed === ''
          ? []
          : listed.map(({ name }) => name),
    metadata: mergeMetadata(old.metadata, params.metadata),
    name: params.name ?? old.name,
    shippable: params.shippable ?? old.shippable,
    statementDescriptor: params.statement_descriptor ?? old.statementDescriptor,
    taxCode: cleared(params.tax_code, old.taxCode),
    unitLabel: cleared(params.unit_label, old.unitLabel),
    url: cleared(params.url, old.url),
  });
  return formatProduct(world, next);
}
