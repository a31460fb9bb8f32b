import type { Problem } from '../contract/problems.ts';

/** The server answered with a problem (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  /** True where the request was meant to change something. */
  readonly isMutation: boolean;

  constructor(problem: Problem, isMutation: boolean) {
    super(problem.title);
    this.problem = problem;
    this.isMutation = isMutation;
  }
}

export type ConnectionFault = 'offline' | 'unreachable' | 'timeout';

/** No usable answer came. After a mutation nobody knows whether it was done. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly fault: ConnectionFault;
  readonly isMutation: boolean;

  constructor(fault: ConnectionFault, isMutation: boolean) {
    super(`No answer: ${fault}`);
    this.fault = fault;
    this.isMutation = isMutation;
  }
}

/** What a view shows of something that failed. */
export type Failure =
  | { kind: 'problem'; problem: Problem; isMutation: boolean }
  | { kind: 'connection'; fault: ConnectionFault; isMutation: boolean }
  /** Words made for the customer by Stripe.js, in the customer's language. */
  | { kind: 'message'; text: string }
  /** A part of the widget's own code could not be loaded, or has a fault. */
  | { kind: 'code' };

/** Turns whatever was thrown into something to show; a fault of ours is also reported to the page. */
export function toFailure(error: unknown): Failure {
  if (error instanceof ProblemError) {
    const { problem, isMutation } = error;
    return { kind: 'problem', problem, isMutation };
  }
  if (error instanceof ConnectionError) {
    const { fault, isMutation } = error;
    return { kind: 'connection', fault, isMutation };
  }
  reportError(error);
  return { kind: 'code' };
}

/** What the page is told: a code for its own records, and what to quote to support. */
export function briefly(failure: Failure): { code: string; requestId: string | null } {
  if (failure.kind === 'problem')
    return { code: failure.problem.code, requestId: failure.problem.requestId };
  return { code: failure.kind === 'connection' ? failure.fault : failure.kind, requestId: null };
}
