/** Schemas of what a browser may send, each type-tested equal to its twin in contract/api.ts. */
import * as v from 'valibot';
import type {
  CancelRequest,
  ChangeRequest,
  PreviewedRequest,
  ResubscribeRequest,
  SessionRequest,
} from '../contract/api.ts';
import { CANCEL_REASONS } from '../contract/portal.ts';

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(255));
const quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999));
const promotionCode = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500));

export const sessionRequest = exactly<SessionRequest>()(
  v.strictObject({
    customerId: v.exactOptional(id),
    email: v.exactOptional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(320))),
    hash: v.pipe(v.string(), v.nonEmpty(), v.maxLength(512)),
    portal: v.exactOptional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(40))),
  }),
);

export const changeRequest = exactly<ChangeRequest>()(
  v.strictObject({
    priceId: id,
    quantity: v.exactOptional(quantity),
    promotionCode: v.exactOptional(promotionCode),
  }),
);

export const resubscribeRequest = exactly<ResubscribeRequest>()(
  v.strictObject({
    priceId: v.exactOptional(id),
    quantity: v.exactOptional(quantity),
    promotionCode: v.exactOptional(promotionCode),
  }),
);

export const previewedRequest = exactly<PreviewedRequest>()(
  v.strictObject({ previewToken: v.pipe(v.string(), v.nonEmpty(), v.maxLength(4_096)) }),
);

export const cancelRequest = exactly<CancelRequest>()(
  v.strictObject({
    reason: v.exactOptional(v.picklist(CANCEL_REASONS)),
    // Stripe keeps at most 500 characters of a metadata value.
    comment: v.exactOptional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500))),
  }),
);

export const codeRequest = exactly<{ code: string }>()(v.strictObject({ code: promotionCode }));

export const payRequest = exactly<{ paymentMethodId?: string }>()(
  v.strictObject({ paymentMethodId: v.exactOptional(id) }),
);

export const confirmRequest = exactly<{ setupIntentId: string }>()(
  v.strictObject({ setupIntentId: id }),
);

export const subscriptionQuery = exactly<{ subscriptionId?: string }>()(
  v.strictObject({ subscriptionId: v.exactOptional(id) }),
);

export const invoiceQuery = exactly<{ subscriptionId?: string; cursor?: string }>()(
  v.strictObject({ subscriptionId: v.exactOptional(id), cursor: v.exactOptional(id) }),
);

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = { [K in keyof T]: T[K] };

/** A schema of exactly this type: one that takes more, less or something else does not compile. */
function exactly<T>() {
  return <S extends v.GenericSchema<unknown, T>>(
    schema: Equal<Flat<v.InferOutput<S>>, Flat<T>> extends true ? S : never,
  ): S => schema;
}
