import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import {
  clearableMetadata,
  expand,
  mergeMetadata,
  pageFields,
  timeFilter,
} from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { integer, later, oneOf, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import type { Charge } from './charge.ts';
import { formatRefund, refundCharge } from './refund.ts';
import { isOfPayment } from './is-of-payment.ts';

const createParams = shape<Stripe.RefundCreateParams>()({
  amount: integer,
  charge: text,
  expand,
  metadata: clearableMetadata,
  payment_intent: text,
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
  ...later('currency', 'customer', 'instructions_email', 'origin'),
  ...later('refund_application_fee', 'reverse_transfer'),
});
const updateParams = shape<Stripe.RefundUpdateParams>()({ expand, metadata: clearableMetadata });
const listParams = shape<Stripe.RefundListParams>()({
  ...pageFields,
  charge: text,
  created: timeFilter,
  payment_intent: text,
});

export const refundRoutes: Route[] = [
  route('POST /v1/refunds', createParams, (world, { params }) => {
    const { amount, reason } = params;
    const refund = refundCharge(world, chargeToRefund(world, params), {
      metadata: mergeMetadata({}, params.metadata),
      ...(amount === undefined ? {} : { amount }),
      ...(reason === undefined ? {} : { reason }),
    });
    return formatRefund(world, refund);
  }),
  route('GET /v1/refunds', listParams, (world, { params }) =>
    pageOf(
      world.store.refunds.newestOf('charge', params.charge, (row) => isOfPayment(row, params)),
      params,
      { format: (row) => formatRefund(world, row), url: '/v1/refunds' },
    ),
  ),
  route(
    'GET /v1/refunds/:id',
    shape<Stripe.RefundRetrieveParams>()({ expand }),
    (world, { path }) => formatRefund(world, world.store.refunds.get(path.id)),
  ),
  route('POST /v1/refunds/:id', updateParams, (world, { path, params }) => {
    const old = world.store.refunds.get(path.id);
    const metadata = mergeMetadata(old.metadata, params.metadata);
    return formatRefund(world, world.store.refunds.update(path.id, { metadata }));
  }),
  route(
    'POST /v1/refunds/:id/cancel',
    shape<Stripe.RefundCancelParams>()({ expand }),
    (world, { path }) => {
      const { status } = world.store.refunds.get(path.id);
      throw refuse(
        `You cannot cancel this refund because it has a status of ${status}. Only a refund with the status requires_action may be canceled.`,
      );
    },
  ),
];

/** Exactly one of charge and payment_intent names it. */
function chargeToRefund(world: World, params: Read<typeof createParams>): Charge {
  const { charge, payment_intent: intentId } = params;
  if (charge !== undefined && intentId === undefined) {
    return world.store.charges.get(charge, 'charge');
  }
  if (charge !== undefined || intentId === undefined) {
    throw refuse(
      'One of the following params should be provided for this request: payment_intent or charge.',
      undefined,
      'parameter_missing',
    );
  }
  const intent = world.store.paymentIntents.get(intentId, 'payment_intent');
  const found =
    intent.status === 'succeeded' ? world.store.charges.find(intent.latestCharge) : null;
  if (found) return found;
  throw refuse(
    `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
    'payment_intent',
    'payment_intent_unexpected_state',
  );
}
