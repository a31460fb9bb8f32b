/**
 * How long a request may take, and what is said of a change whose outcome is not known. A customer
 * is told one of three things: it was done, it was not done, or it is being checked.
 */
import { isProblem, ProblemError } from './problem.ts';
import type { Permit } from './stripe/gateway/bound.ts';
import { isAnswerOfStripe } from './stripe/errors.ts';

/** A read ends within 8 seconds, a change within 15: with the wait for the one before it. */
export const READ_MS = 7_500;
export const CHANGE_MS = 9_000;
export const LOOK_MS = 3_000;

/** For an endpoint that is not declared as a change. */
export const READ_ONLY: Permit = { beforeWrite: refuseToChange };

export function refuseToChange(): never {
  throw new Error('An endpoint that is not declared as a change may not change anything.');
}

/** A read that is given up in time. */
export function readInTime<T>(work: () => Promise<T>): Promise<T> {
  return within(READ_MS, work(), 'stripe-unavailable');
}

/**
 * Makes a change; where its outcome is not known, looks whether it is there. Every handler finds
 * what is already so and answers as if it had just done it, so looking is the same handler again
 * with a gateway that may only read: if it gets by without a write, the change is there. If it would
 * have to write, the change is not there; that is final only where Stripe had answered (a 500 is
 * the end of its work, a broken line is not).
 */
export async function carryOut<T>(attempt: (permit: Permit) => Promise<T>): Promise<T> {
  let isOver = false;
  const beforeWrite = (): void => {
    if (isOver) throw new ProblemError('outcome-unknown');
  };
  try {
    return await within(CHANGE_MS, attempt({ beforeWrite }), 'outcome-unknown');
  } catch (error) {
    isOver = true;
    if (!isProblem(error, 'outcome-unknown')) throw error;
    return await look(attempt, error);
  }
}

async function look<T>(attempt: (permit: Permit) => Promise<T>, unknown: ProblemError): Promise<T> {
  try {
    const looking = attempt({ beforeWrite: refuseAsNotDone });
    return await within(LOOK_MS, looking, 'outcome-unknown');
  } catch (error) {
    if (!isProblem(error, 'not-applied')) throw isSure(error) ? error : unknown;
    throw isAnswerOfStripe(unknown.cause)
      ? new ProblemError('not-applied', { cause: unknown.cause })
      : unknown;
  }
}

function refuseAsNotDone(): never {
  throw new ProblemError('not-applied');
}

/** What the look found out for certain: a declined payment, a subscription that has ended … */
function isSure(error: unknown): boolean {
  return (
    error instanceof ProblemError &&
    !isProblem(error, 'stripe-unavailable') &&
    !isProblem(error, 'outcome-unknown') &&
    !isProblem(error, 'internal')
  );
}

function within<T>(
  limitMs: number,
  work: Promise<T>,
  late: 'stripe-unavailable' | 'outcome-unknown',
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProblemError(late)), limitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
