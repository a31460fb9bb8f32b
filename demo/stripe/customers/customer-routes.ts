import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { adoptPaymentMethod, ownPaymentMethod } from '../payments/attach.ts';
import { refuseFull } from '../test-clocks/members.ts';
import {
  clearableMetadata,
  cleared,
  expand,
  isWithin,
  mergeMetadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
import { pageOf } from '../wire/page.ts';
import {
  clearable,
  clearableText,
  integer,
  later,
  listOf,
  oneOf,
  shape,
  text,
} from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { moveBalance } from './balance-transaction.ts';
import {
  addressParams,
  email,
  invoiceSettings,
  placeAfter,
  shippingParams,
} from './customer-params.ts';
import { blankCustomer } from './blank-customer.ts';
import { formatCustomer, liveCustomer } from './customer.ts';
import type { Customer } from './customer.ts';
import { deleteCustomer } from './delete-customer.ts';
import { createTaxId, taxIdData } from './tax-id-routes.ts';

const taxParams = shape<Stripe.CustomerUpdateParams.Tax>()({
  ip_address: clearableText,
  validate_location: oneOf('auto', 'deferred', 'immediately'),
});
const sharedFields = {
  address: clearable(addressParams),
  balance: integer,
  business_name: clearableText,
  description: clearableText,
  email,
  expand,
  individual_name: clearableText,
  invoice_settings: invoiceSettings,
  metadata: clearableMetadata,
  name: clearableText,
  phone: clearableText,
  preferred_locales: listOf(text),
  shipping: clearable(shippingParams),
  tax: taxParams,
  tax_exempt: clearable(oneOf('none', 'exempt', 'reverse')),
};

const createParams = shape<Stripe.CustomerCreateParams>()({
  ...sharedFields,
  payment_method: text,
  tax_id_data: listOf(taxIdData),
  test_clock: text,
  ...later('cash_balance', 'invoice_prefix', 'next_invoice_sequence', 'source'),
  ...later('validate'),
});
const updateParams = shape<Stripe.CustomerUpdateParams>()({
  ...sharedFields,
  ...later('cash_balance', 'invoice_prefix', 'next_invoice_sequence', 'source', 'validate'),
  ...later('default_source'),
});
const listParams = shape<Stripe.CustomerListParams>()({
  ...pageFields,
  created: timeFilter,
  email: text,
  test_clock: text,
});
const retrieveParams = shape<Stripe.CustomerRetrieveParams>()({ expand });
const noParams = shape<Stripe.CustomerDeleteParams>()({});

export const customerRoutes: Route[] = [
  route('POST /v1/customers', createParams, (world, { params }) => createCustomer(world, params)),
  route('GET /v1/customers/:id', retrieveParams, (world, { path }) =>
    formatCustomer(world, world.store.customers.get(path.id)),
  ),
  route('POST /v1/customers/:id', updateParams, (world, { path, params }) =>
    updateCustomer(world, path.id, params),
  ),
  route('DELETE /v1/customers/:id', noParams, (world, { path }) => deleteCustomer(world, path.id)),
  route('GET /v1/customers', listParams, (world, { params }) =>
    pageOf(
      world.store.customers.newestOf(
        'email',
        params.email,
        (customer) =>
          !customer.isDeleted &&
          customer.testClock === (params.test_clock ?? null) &&
          isWithin(customer.created, params.created),
      ),
      params,
      { format: (row) => formatCustomer(world, row), url: '/v1/customers' },
    ),
  ),
];

function createCustomer(world: World, params: Read<typeof createParams>) {
  const clock = params.test_clock ?? null;
  if (clock !== null) {
    refuseFull(world, world.store.testClocks.get(clock, 'test_clock').id, 'test_clock');
  }
  const blank = blankCustomer(world, clock);
  const { id } = world.store.customers.insert({ ...blank, ...changesOf(blank, params) });
  const card = adoptCard(world, id, params.payment_method);
  for (const data of params.tax_id_data ?? []) createTaxId(world, id, data);
  // A test token (`pm_card_visa`) that is named in both places is one card.
  if (card !== undefined && defaultOf(params) === params.payment_method) {
    world.store.customers.update(id, { defaultPaymentMethod: card });
    return formatCustomer(world, applyMoney(world, id, { ...params, invoice_settings: undefined }));
  }
  return formatCustomer(world, applyMoney(world, id, params));
}

function adoptCard(world: World, customer: string, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const method = adoptPaymentMethod(world, id, 'payment_method');
  return world.store.paymentMethods.update(method.id, { customer }).id;
}

function updateCustomer(world: World, id: string, params: Read<typeof updateParams>) {
  const old = liveCustomer(world, id);
  world.store.customers.update(id, changesOf(old, params));
  return formatCustomer(world, applyMoney(world, id, params));
}

type SharedParams = Omit<Read<typeof updateParams>, 'default_source'>;

function changesOf(old: Customer, params: SharedParams): Partial<Customer> {
  return {
    name: cleared(params.name, old.name),
    email: cleared(params.email, old.email),
    phone: cleared(params.phone, old.phone),
    description: cleared(params.description, old.description),
    businessName: cleared(params.business_name, old.businessName),
    individualName: cleared(params.individual_name, old.individualName),
    ...placeAfter(old, params),
    preferredLocales: params.preferred_locales ?? old.preferredLocales,
    metadata: mergeMetadata(old.metadata, params.metadata),
    taxExempt: params.tax_exempt === '' ? 'none' : (params.tax_exempt ?? old.taxExempt),
    ipAddress: cleared(params.tax?.ip_address, old.ipAddress),
    footer: cleared(params.invoice_settings?.footer, old.footer),
  };
}

function defaultOf({ invoice_settings: settings }: SharedParams): string | undefined {
  return settings?.default_payment_method;
}

function applyMoney(world: World, id: string, params: SharedParams): Customer {
  const method = defaultOf(params);
  if (method !== undefined) {
    const at = 'invoice_settings[default_payment_method]';
    const chosen =
      method === '' ? null : ownPaymentMethod(world, method, { customer: id, param: at }).id;
    world.store.customers.update(id, { defaultPaymentMethod: chosen });
  }
  const customer = world.store.customers.get(id);
  if (params.balance !== undefined && params.balance !== customer.balance) {
    const amount = params.balance - customer.balance;
    moveBalance(world, { customer: id, amount, type: 'adjustment', invoice: null });
  }
  return world.store.customers.get(id);
}
