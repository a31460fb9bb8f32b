import type Stripe from 'stripe';
import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { expand, pageFields } from '../wire/common-params.ts';
import { noSuch, refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { required, shape, text } from '../wire/params.ts';
import type { Field } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { liveCustomer } from './customer.ts';
import { formatTaxId, taxIdsOf } from './tax-id.ts';
import type { TaxId } from './tax-id.ts';

/** Formats that are checked; a type that is not here is taken as it is. */
const FORMATS: Record<string, RegExp> = {
  eu_vat: /^[A-Z]{2}[0-9A-Z]{8,12}$/,
  gb_vat: /^(GB)?\d{9}(\d{3})?$|^XI\d{9}$/,
  au_abn: /^\d{11}$/,
  us_ein: /^\d{2}-\d{7}$/,
  ch_vat: /^CHE-\d{3}\.\d{3}\.\d{3} (MWST|TVA|IVA)$/,
};

const kind: Field<string> = {
  read(raw, at) {
    const value = text.read(raw, at);
    if (!/^[a-z]{2}_[a-z0-9_]{2,20}$/.test(value)) throw refuse(`Invalid ${at}: ${value}`, at);
    return value;
  },
};
export const taxIdData = shape<Stripe.CustomerCreateParams.TaxIdDatum>()({
  type: required(kind),
  value: required(text),
});
const createParams = shape<Stripe.CustomerCreateTaxIdParams>()({
  type: required(kind),
  value: required(text),
  expand,
});
const listParams = shape<Stripe.CustomerListTaxIdsParams>()({ ...pageFields });
const retrieveParams = shape<Stripe.CustomerRetrieveTaxIdParams>()({ expand });
const noParams = shape<Stripe.CustomerDeleteTaxIdParams>()({});

export const taxIdRoutes: Route[] = [
  route('POST /v1/customers/:id/tax_ids', createParams, (world, { path, params }) =>
    formatTaxId(world, createTaxId(world, liveCustomer(world, path.id).id, params)),
  ),
  route('GET /v1/customers/:id/tax_ids', listParams, (world, { path, params }) =>
    pageOf(taxIdsOf(world, liveCustomer(world, path.id).id), params, {
      format: (row) => formatTaxId(world, row),
      url: `/v1/customers/${path.id}/tax_ids`,
    }),
  ),
  route('GET /v1/customers/:id/tax_ids/:other', retrieveParams, (world, { path }) =>
    formatTaxId(world, ownTaxId(world, path.id, path.other)),
  ),
  route('DELETE /v1/customers/:id/tax_ids/:other', noParams, (world, { path }) => {
    world.store.taxIds.delete(ownTaxId(world, path.id, path.other).id);
    return { id: path.other, object: 'tax_id', deleted: true } satisfies Stripe.DeletedTaxId;
  }),
];

/** Five at most for one customer. @throws `tax_id_invalid` */
export function createTaxId(
  world: World,
  customer: string,
  params: { type: string; value: string },
): TaxId {
  if (FORMATS[params.type]?.test(params.value) === false) {
    throw refuse(`Invalid value for ${params.type}.`, 'value', 'tax_id_invalid');
  }
  if (taxIdsOf(world, customer).length >= 5) throw refuse('A customer can have at most 5 tax IDs.');
  return world.store.taxIds.insert({
    id: longId('txi'),
    created: world.clock.now(),
    customer,
    type: params.type,
    value: params.value,
  });
}

function ownTaxId(world: World, customer: string, id: string): TaxId {
  const taxId = world.store.taxIds.get(id);
  if (taxId.customer !== customer) throw noSuch('tax_id', id);
  return taxId;
}
