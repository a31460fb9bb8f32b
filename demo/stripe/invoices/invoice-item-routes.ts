import type Stripe from 'stripe';
import { amountFor, unitDecimalIn } from '../catalogue/price-amount.ts';
import { currencyCode } from '../catalogue/price-params.ts';
import type { World } from '../core/world.ts';
import { liveCustomer } from '../customers/customer.ts';
import { isOfPayment } from '../payments/is-of-payment.ts';
import {
  clearableMetadata,
  count,
  expand,
  isWithin,
  mergeMetadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { flag, integer, later, oneOf, required, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { formatInvoiceItem } from './invoice-item.ts';
import { formatInvoicePayment } from './invoice-payment.ts';
import { addPending } from './pending.ts';

const createParams = shape<Stripe.InvoiceItemCreateParams>()({
  amount: integer,
  currency: currencyCode,
  customer: required(text),
  description: text,
  discountable: flag,
  expand,
  metadata: clearableMetadata,
  period: shape<Stripe.InvoiceItemCreateParams.Period>()({
    end: required(integer),
    start: required(integer),
  }),
  pricing: shape<Stripe.InvoiceItemCreateParams.Pricing>()({ price: text }),
  quantity: count,
  subscription: text,
  ...later('customer_account', 'discounts', 'invoice', 'price_data', 'quantity_decimal'),
  ...later('tax_behavior', 'tax_code', 'tax_rates', 'unit_amount_decimal'),
});
const listParams = shape<Stripe.InvoiceItemListParams>()({
  ...pageFields,
  created: timeFilter,
  customer: text,
  invoice: text,
  pending: flag,
  ...later('customer_account'),
});
const retrieveParams = shape<Stripe.InvoiceItemRetrieveParams>()({ expand });
const paymentListParams = shape<Stripe.InvoicePaymentListParams>()({
  ...pageFields,
  created: timeFilter,
  invoice: text,
  payment: shape<Stripe.InvoicePaymentListParams.Payment>()({
    payment_intent: text,
    type: required(oneOf('payment_intent')),
    ...later('payment_record'),
  }),
  status: oneOf('canceled', 'open', 'paid'),
});

export const invoiceItemRoutes: Route[] = [
  route('POST /v1/invoiceitems', createParams, (world, { params }) => createItem(world, params)),
  route('GET /v1/invoiceitems', listParams, (world, { params }) =>
    pageOf(
      world.store.invoiceItems.newestOf(
        'customer',
        params.customer,
        (row) =>
          (params.invoice === undefined || params.invoice === row.invoice) &&
          (params.pending === undefined || params.pending === (row.invoice === null)) &&
          isWithin(row.created, params.created),
      ),
      params,
      { format: (row) => formatInvoiceItem(world, row), url: '/v1/invoiceitems' },
    ),
  ),
  route('GET /v1/invoiceitems/:id', retrieveParams, (world, { path }) =>
    formatInvoiceItem(world, world.store.invoiceItems.get(path.id)),
  ),
  route('GET /v1/invoice_payments', paymentListParams, (world, { params }) =>
    pageOf(
      world.store.invoicePayments.newestOf(
        'invoice',
        params.invoice,
        (row) =>
          (params.status ?? row.status) === row.status &&
          isOfPayment(row, { ...params.payment, created: params.created }),
      ),
      params,
      { format: (row) => formatInvoicePayment(world, row), url: '/v1/invoice_payments' },
    ),
  ),
  route(
    'GET /v1/invoice_payments/:id',
    shape<Stripe.InvoicePaymentRetrieveParams>()({ expand }),
    (world, { path }) => formatInvoicePayment(world, world.store.invoicePayments.get(path.id)),
  ),
];

function createItem(world: World, params: Read<typeof createParams>) {
  const customer = liveCustomer(world, params.customer, 'customer');
  const subscription = world.store.subscriptions.find(params.subscription ?? null);
  if (params.subscription !== undefined && subscription?.customer !== customer.id) {
    throw refuse(
      `No such subscription: '${params.subscription}'`,
      'subscription',
      'resource_missing',
    );
  }
  const price =
    params.pricing?.price === undefined
      ? undefined
      : world.store.prices.get(params.pricing.price, 'pricing[price]');
  if ((price === undefined) === (params.amount === undefined)) {
    throw refuse('You must pass exactly one of amount and pricing.', 'amount', 'parameter_missing');
  }
  const currency = params.currency ?? price?.currency;
  if (currency === undefined) {
    throw refuse('Missing required param: currency.', 'currency', 'parameter_missing');
  }
  const quantity = params.quantity ?? 1;
  const now = world.clock.now();
  const product = world.store.products.find(price?.product ?? null);
  const [item] = addPending(world, { customer: customer.id, currency }, [
    {
      amount: price === undefined ? (params.amount ?? 0) : amountFor(price, currency, quantity),
      description: params.description ?? product?.name ?? '',
      period: params.period ?? { start: now, end: now },
      price: price?.id ?? null,
      product: price?.product ?? null,
      unitDecimal: price === undefined ? null : unitDecimalIn(price, currency),
      quantity,
      isProration: false,
      isDiscountable: params.discountable ?? (params.amount ?? 0) >= 0,
      itemDiscounts: [],
      carriedDiscounts: [],
      taxRates: [],
      isTaxFixed: false,
      subscription: params.subscription ?? null,
      subscriptionItem: null,
      invoiceItem: null,
      credited: null,
      metadata: mergeMetadata({}, params.metadata),
    },
  ]);
  if (item === undefined) throw refuse('Nothing to add.');
  const metadata = mergeMetadata({}, params.metadata);
  return formatInvoiceItem(world, world.store.invoiceItems.update(item.id, { metadata }));
}
