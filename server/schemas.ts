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

const A_TOKEN = 'Send the previewToken of a preview.';
const id = text('Send an id as this server gave it.', 255);
const promotionCode = trimmed('Send the code as a text of 1 to 500 characters.', 500);
const quantity = wholeNumber('Send a whole number from 1 to 999999.');

/** Of a call without a body, or without a query. */
export const NOTHING = body({});

export const sessionRequest = exactly<SessionRequest>()(
  body({
    customerId: v.exactOptional(text('Send the customer’s Stripe id as a text.', 255)),
    email: v.exactOptional(text('Send the customer’s email as a text.', 320)),
    hash: text('Send the hash that your backend made, as a text.', 512),
    portal: v.exactOptional(text('Send the name of a portal as a text.', 40)),
  }),
);

export const changeRequest = exactly<ChangeRequest>()(
  body({
    priceId: id,
    quantity: v.exactOptional(quantity),
    promotionCode: v.exactOptional(promotionCode),
  }),
);

export const resubscribeRequest = exactly<ResubscribeRequest>()(
  body({
    priceId: v.exactOptional(id),
    quantity: v.exactOptional(quantity),
    promotionCode: v.exactOptional(promotionCode),
  }),
);

export const previewedRequest = exactly<PreviewedRequest>()(
  body({
    previewToken: v.pipe(
      text(A_TOKEN, 4_096),
      // The reader of tokens overlooks white space around one; here it has one spelling.
      v.regex(/^[\w.-]+$/, A_TOKEN),
    ),
  }),
);

export const cancelRequest = exactly<CancelRequest>()(
  body({
    reason: v.exactOptional(
      v.picklist(CANCEL_REASONS, `Send one of: ${CANCEL_REASONS.join(', ')}.`),
    ),
    // Stripe keeps at most 500 characters of a metadata value.
    comment: v.exactOptional(trimmed('Send a text of 1 to 500 characters.', 500)),
  }),
);

export const codeRequest = exactly<{ code: string }>()(body({ code: promotionCode }));

export const payRequest = exactly<{ paymentMethodId?: string }>()(
  body({ paymentMethodId: v.exactOptional(id) }),
);

export const confirmRequest = exactly<{ setupIntentId: string }>()(body({ setupIntentId: id }));

export const subscriptionQuery = exactly<{ subscriptionId?: string }>()(
  body({ subscriptionId: v.exactOptional(id) }),
);

export const invoiceQuery = exactly<{ subscriptionId?: string; cursor?: string }>()(
  body({ subscriptionId: v.exactOptional(id), cursor: v.exactOptional(id) }),
);

/** An object of these fields and no others. */
export function body<Entries extends v.ObjectEntries>(
  entries: Entries,
): v.StrictObjectSchema<Entries, string> {
  return v.strictObject(entries, 'Send a JSON object.');
}

function text(advice: string, maxLength: number) {
  return v.pipe(v.string(advice), v.nonEmpty(advice), v.maxLength(maxLength, advice));
}

function trimmed(advice: string, maxLength: number) {
  return v.pipe(v.string(advice), v.trim(), v.nonEmpty(advice), v.maxLength(maxLength, advice));
}

function wholeNumber(advice: string) {
  return v.pipe(
    v.number(advice),
    v.integer(advice),
    v.minValue(1, advice),
    v.maxValue(999_999, advice),
  );
}

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Flat<T> = { [K in keyof T]: T[K] };

/** A schema of exactly this type: one that takes more, less or something else does not compile. */
export function exactly<T>() {
  return <S extends v.GenericSchema<unknown, T>>(
    schema: Equal<Flat<v.InferOutput<S>>, Flat<T>> extends true ? S : never,
  ): S => schema;
}
