import type Stripe from 'stripe';
import { currencyCode } from '../catalogue/price-params.ts';
import {
  clearableMetadata,
  expand,
  isWithin,
  mergeMetadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
import { noSuch, refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { integer, later, required, shape, text } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { formatBalanceTransaction, moveBalance } from './balance-transaction.ts';
import { liveCustomer } from './customer.ts';

const createParams = shape<Stripe.CustomerCreateBalanceTransactionParams>()({
  amount: required(integer),
  currency: required(currencyCode),
  description: text,
  expand,
  metadata: clearableMetadata,
});
const listParams = shape<Stripe.CustomerListBalanceTransactionsParams>()({
  ...pageFields,
  created: timeFilter,
  ...later('invoice'),
});
const retrieveParams = shape<Stripe.CustomerRetrieveBalanceTransactionParams>()({ expand });

export const balanceRoutes: Route[] = [
  route('POST /v1/customers/:id/balance_transactions', createParams, (world, { path, params }) => {
    const customer = liveCustomer(world, path.id);
    if (customer.currency !== null && customer.currency !== params.currency) {
      throw refuse(`The customer's currency is ${customer.currency}.`, 'currency');
    }
    const entry = moveBalance(world, {
      customer: path.id,
      amount: params.amount,
      currency: params.currency,
      type: 'adjustment',
      invoice: null,
      metadata: mergeMetadata({}, params.metadata),
      ...(params.description === undefined ? {} : { description: params.description }),
    });
    return formatBalanceTransaction(world, entry);
  }),
  route('GET /v1/customers/:id/balance_transactions', listParams, (world, { path, params }) =>
    pageOf(
      world.store.balanceTransactions.newestOf(
        'customer',
        liveCustomer(world, path.id).id,
        (entry) => isWithin(entry.created, params.created),
      ),
      params,
      {
        format: (row) => formatBalanceTransaction(world, row),
        url: `/v1/customers/${path.id}/balance_transactions`,
      },
    ),
  ),
  route('GET /v1/customers/:id/balance_transactions/:other', retrieveParams, (world, { path }) => {
    const entry = world.store.balanceTransactions.get(path.other);
    if (entry.customer !== path.id) throw noSuch('balance transaction', path.other);
    return formatBalanceTransaction(world, entry);
  }),
];
