import type Stripe from 'stripe';
import {
  clearableMetadata,
  expand,
  mergeMetadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { later, shape, text } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { formatCharge } from './charge.ts';
import { formatDispute } from './dispute.ts';
import { formatMandate } from './mandate.ts';
import { isOfPayment } from './is-of-payment.ts';

const chargeListParams = shape<Stripe.ChargeListParams>()({
  ...pageFields,
  created: timeFilter,
  customer: text,
  payment_intent: text,
  ...later('transfer_group'),
});
const chargeUpdateParams = shape<Stripe.ChargeUpdateParams>()({
  description: text,
  expand,
  metadata: clearableMetadata,
  ...later('customer', 'fraud_details', 'receipt_email', 'shipping', 'transfer_group'),
});
const disputeListParams = shape<Stripe.DisputeListParams>()({
  ...pageFields,
  charge: text,
  created: timeFilter,
  payment_intent: text,
});

export const chargeRoutes: Route[] = [
  route('GET /v1/charges', chargeListParams, (world, { params }) =>
    pageOf(
      world.store.charges.newestOf('customer', params.customer, (row) => isOfPayment(row, params)),
      params,
      { format: (row) => formatCharge(world, row), url: '/v1/charges' },
    ),
  ),
  route(
    'GET /v1/charges/:id',
    shape<Stripe.ChargeRetrieveParams>()({ expand }),
    (world, { path }) => formatCharge(world, world.store.charges.get(path.id)),
  ),
  route('POST /v1/charges/:id', chargeUpdateParams, (world, { path, params }) => {
    const old = world.store.charges.get(path.id);
    const next = world.store.charges.update(path.id, {
      description: params.description ?? old.description,
      metadata: mergeMetadata(old.metadata, params.metadata),
    });
    return formatCharge(world, next);
  }),
  route('GET /v1/disputes', disputeListParams, (world, { params }) =>
    pageOf(
      world.store.disputes.newestOf('charge', params.charge, (row) => isOfPayment(row, params)),
      params,
      { format: (row) => formatDispute(world, row), url: '/v1/disputes' },
    ),
  ),
  route(
    'GET /v1/disputes/:id',
    shape<Stripe.DisputeRetrieveParams>()({ expand }),
    (world, { path }) => formatDispute(world, world.store.disputes.get(path.id)),
  ),
  route(
    'POST /v1/disputes/:id/close',
    shape<Stripe.DisputeCloseParams>()({ expand }),
    (world, { path }) => {
      if (world.store.disputes.get(path.id).status !== 'needs_response') {
        throw refuse('This dispute is already closed');
      }
      return formatDispute(world, world.store.disputes.update(path.id, { status: 'lost' }));
    },
  ),
  route(
    'GET /v1/mandates/:id',
    shape<Stripe.MandateRetrieveParams>()({ expand }),
    (world, { path }) => formatMandate(world, world.store.mandates.get(path.id)),
  ),
];
