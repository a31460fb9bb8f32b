import type Stripe from 'stripe';
import { longId } from '../core/ids.ts';
import { expand, mergeMetadata, metadata, pageFields } from '../wire/common-params.ts';
import { pageOf } from '../wire/page.ts';
import { decimal, flag, later, required, shape, text } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { formatTaxRate } from './tax-rate.ts';

const createParams = shape<Stripe.TaxRateCreateParams>()({
  display_name: required(text),
  inclusive: required(flag),
  percentage: required(decimal),
  active: flag,
  country: text,
  description: text,
  expand,
  jurisdiction: text,
  metadata,
  ...later('state', 'tax_type'),
});
const listParams = shape<Stripe.TaxRateListParams>()({
  ...pageFields,
  active: flag,
  inclusive: flag,
  ...later('created'),
});
const retrieveParams = shape<Stripe.TaxRateRetrieveParams>()({ expand });

export const taxRateRoutes: Route[] = [
  route('POST /v1/tax_rates', createParams, (world, { params }) =>
    formatTaxRate(
      world,
      world.store.taxRates.insert({
        id: longId('txr'),
        created: world.clock.now(),
        active: params.active ?? true,
        displayName: params.display_name,
        inclusive: params.inclusive,
        percentage: Number(params.percentage),
        country: params.country ?? null,
        description: params.description ?? null,
        jurisdiction: params.jurisdiction ?? null,
        metadata: mergeMetadata({}, params.metadata),
      }),
    ),
  ),
  route('GET /v1/tax_rates/:id', retrieveParams, (world, { path }) =>
    formatTaxRate(world, world.store.taxRates.get(path.id)),
  ),
  route('GET /v1/tax_rates', listParams, (world, { params }) =>
    pageOf(
      world.store.taxRates.newest(
        (rate) =>
          (params.active ?? rate.active) === rate.active &&
          (params.inclusive ?? rate.inclusive) === rate.inclusive,
      ),
      params,
      { format: (row) => formatTaxRate(world, row), url: '/v1/tax_rates' },
    ),
  ),
];
