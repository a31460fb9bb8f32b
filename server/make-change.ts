import type { ServerContext } from './context.ts';
import { carryOut } from './carry-out.ts';
import type { Permit } from './stripe/gateway/bound.ts';

interface Change<T> {
  customerId: string;
  intentId: string;
  /** All of it: the same intent may not be used for another. */
  request: string;
  /** Hears what Stripe calls each write. */
  onWrite: (stripeRequestId: string) => void;
  make: (permit: Permit) => Promise<T>;
}

/**
 * One change: once for one intent, after the customer's one before it, and in time. What was read of
 * the customer is forgotten, however it ended.
 */
export async function makeChange<T>(
  { intents, changes, cache }: Pick<ServerContext, 'intents' | 'changes' | 'cache'>,
  { customerId, intentId, request, onWrite, make }: Change<T>,
): Promise<T> {
  await intents.claim({ customerId, intentId, request });
  let isAnswered = false;
  try {
    return await changes.run(customerId, (awaiting) =>
      carryOut(({ beforeWrite, afterWrite }) => {
        const attempt = make({
          beforeWrite,
          afterWrite(stripeRequestId, isDone) {
            onWrite(stripeRequestId);
            afterWrite?.(stripeRequestId, isDone);
          },
        });
        // One that was given up may have a call on its way still, which nothing else may overtake. A
        // look whether it is there (carry-out.ts) changes nothing: nobody has to wait for that.
        const end = attempt.catch(() => {});
        if (afterWrite) awaiting(end.then(() => isAnswered && cache.forget(customerId)));
        return attempt;
      }),
    );
  } finally {
    isAnswered = true;
    await cache.forget(customerId);
  }
}
