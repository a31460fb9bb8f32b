import type { Context } from 'hono';
import { INTENT_HEADER } from '../contract/api.ts';
import type { LogFields } from './log.ts';

export const REQUEST_ID_HEADER = 'x-request-id';

/** What somebody else may call a request: nothing that could be anything but a name. */
const NAME = /^[\w.:+=-]{1,64}$/;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * What a caller says of its request, to find it again on the other side: a proxy's name for it, and
 * the customer's intent, which is part of Stripe's idempotency keys. Only for the log: a name that
 * comes from outside is never ours.
 */
export function namesOf(context: Context): Pick<LogFields, 'callerRequestId' | 'intentId'> {
  const name = context.req.header(REQUEST_ID_HEADER);
  const intentId = context.req.header(INTENT_HEADER);
  return {
    ...(name !== undefined && NAME.test(name) && { callerRequestId: name }),
    ...(intentId !== undefined && UUID.test(intentId) && { intentId }),
  };
}
