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
  let isWritten = false;
  const beforeWrite = (): void => {
    if (isOver) throw new ProblemError('outcome-unknown');
  };
  const afterWrite = (_: string, isDone: boolean): void => {
    isWritten ||= isDone;
  };
  try {
    return await within(CHANGE_MS, attempt({ beforeWrite, afterWrite }), 'outcome-unknown');
  } catch (error) {
    isOver = true;
    if (isProblem(error, 'outcome-unknown')) return await look(attempt, verdictsOn(error));
    // Something is done, and what would say so was refused: all of it, perhaps.
    if (isWritten && isProblem(error, 'stripe-unavailable')) {
      const unsure = new ProblemError('outcome-unknown', { cause: error.cause });
      return await look(attempt, { notThere: error, unsure });
    }
    throw error;
  }
}

/** What is said where the change was looked for and is not there, or could not be looked for. */
interface Verdicts {
  notThere: ProblemError;
  unsure: ProblemError;
}

function verdictsOn(unknown: ProblemError): Verdicts {
  const { cause } = unknown;
  const notThere = isAnswerOfStripe(cause) ? new ProblemError('not-applied', { cause }) : unknown;
  return { notThere, unsure: unknown };
}

async function look<T>(attempt: (permit: Permit) => Promise<T>, verdicts: Verdicts): Promise<T> {
  try {
    const looking = attempt({ beforeWrite: refuseAsNotDone });
    return await within(LOOK_MS, looking, 'outcome-unknown');
  } catch (error) {
    if (isProblem(error, 'not-applied')) throw verdicts.notThere;
    throw isSure(error) ? error : verdicts.unsure;
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
