import type { Stripe } from 'stripe';
import type { ProblemCode } from '../../../contract/problems.ts';
import { ProblemError, isProblem } from '../../problem.ts';
import { fromStripe, isStripeCode, stripeFacts, type StripeCall } from '../errors.ts';
import { idOf, isId, type IdKind } from '../ids.ts';

/** A Stripe client bound to one customer: what every part of the gateway works with. */
export interface Bound extends Permit {
  stripe: Stripe;
  customerId: string;
}

/** What a request may still do. Every write asks first. */
export interface Permit {
  /** Throws where nothing may be changed, or not any more. */
  beforeWrite: () => void;
  /** Hears what Stripe calls a write that it has answered, well or not. */
  afterWrite?: (stripeRequestId: string, isDone: boolean) => void;
}

/** What a read finds, or null where Stripe knows no such thing. */
export async function unlessMissing<T>(run: () => Promise<T>): Promise<T | null> {
  return calling('read', async () => {
    try {
      return await run();
    } catch (error) {
      if (isStripeCode(error, 'resource_missing')) return null;
      throw error;
    }
  });
}

interface Owned {
  customer?: string | { id: string } | null;
}

/** Runs one call and turns the SDK's errors into problems. */
export async function calling<T>(call: StripeCall, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw fromStripe(error, call);
  }
}

/** Runs one call that changes something, if that is allowed. */
export async function writing<T>(
  { beforeWrite, afterWrite }: Permit,
  run: () => Promise<Stripe.Response<T>>,
): Promise<T> {
  beforeWrite();
  return calling('write', async () => {
    try {
      const answer = await run();
      afterWrite?.(answer.lastResponse.requestId, true);
      return answer;
    } catch (error) {
      const { stripeRequestId } = stripeFacts(error);
      if (typeof stripeRequestId === 'string') afterWrite?.(stripeRequestId, false);
      throw error;
    }
  });
}

/**
 * Reads one object and gives it out only if it is this customer's. A foreign id, an unknown id and
 * an id of the wrong shape all end in the same `code`.
 */
export async function readOwned<T extends Owned>(
  bound: Bound,
  id: string,
  options: { kind: IdKind; code: ProblemCode; read: () => Promise<T> },
): Promise<T> {
  if (!isId(options.kind, id)) throw new ProblemError(options.code);
  try {
    const object = await calling('read', options.read);
    if (isOwned(bound, object)) return object;
  } catch (error) {
    if (!isProblem(error, 'not-found')) throw error;
  }
  throw new ProblemError(options.code);
}

/** Throws unless an object that Stripe answered with is this customer's: a last line of defence. */
export function assertOwned<T extends Owned>(bound: Bound, object: T): T {
  if (!isOwned(bound, object)) {
    throw new Error('Stripe answered with an object of another customer.');
  }
  return object;
}

function isOwned(bound: Bound, object: Owned): boolean {
  const owner = idOf(object.customer);
  return owner !== null && owner === bound.customerId;
}
