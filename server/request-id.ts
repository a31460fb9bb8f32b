import type { Context } from 'hono';
import { INTENT_HEADER } from '../contract/api.ts';
import type { LogFields } from './log.ts';

export const REQUEST_ID_HEADER = 'x-request-id';

/** What somebody else may call a request: nothing that could be anything but a name. */
const NAME = /^[\w.:+=-]{1,64}$/;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Where a request keeps what Stripe calls its writes, in the order of the answers. */
const WRITTEN = 'stripeRequestIds';

/** @returns what is to hear of each write of this request, so that its line in the log can name it */
export function noteWrites(context: Context): (stripeRequestId: string) => void {
  const ids: string[] = [];
  context.set(WRITTEN, ids);
  return (id) => void ids.push(id);
}

/**
 * What others call a request, to find it again on their side: a proxy's name for it, the customer's
 * intent, which is part of Stripe's idempotency keys, and Stripe's own names for what was written.
 * Only for the log: a name that comes from outside is never ours.
 */
export function namesOf(
  context: Context,
): Pick<LogFields, 'callerRequestId' | 'intentId' | 'stripeRequestIds'> {
  const name = context.req.header(REQUEST_ID_HEADER);
  const intentId = context.req.header(INTENT_HEADER);
  const ids: unknown = context.get(WRITTEN);
  return {
    ...(name !== undefined && NAME.test(name) && { callerRequestId: name }),
    ...(intentId !== undefined && UUID.test(intentId) && { intentId }),
    ...(Array.isArray(ids) && ids.length > 0 && { stripeRequestIds: ids.join(' ') }),
  };
}
