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

/** Whether the customer's money may have moved; `said` where the problem's own words tell it. */
export type Money = 'no' | 'unknown' | 'said';

/** What a view shows of something that failed. */
export type Failure =
  | { kind: 'problem'; problem: Problem; money: Money }
  | { kind: 'connection'; fault: ConnectionFault; money: Money }
  /** Words made for the customer by Stripe.js, in the customer's language. */
  | { kind: 'message'; text: string }
  /** A part of the widget's own code could not be loaded, or has a fault. */
  | { kind: 'code' };

/** Turns whatever was thrown into something to show; a fault of ours is also reported to the page. */
export function toFailure(error: unknown): Failure {
  if (error instanceof ProblemError)
    return { kind: 'problem', problem: error.problem, money: moneyAfter(error) };
  if (error instanceof ConnectionError)
    return {
      kind: 'connection',
      fault: error.fault,
      money: error.isMutation && error.fault !== 'offline' ? 'unknown' : 'no',
    };
  reportError(error);
  return { kind: 'code' };
}

/** What the page is told: a code for its own records, and what to quote to support. */
export function briefly(failure: Failure): { code: string; requestId: string | null } {
  if (failure.kind === 'problem')
    return { code: failure.problem.code, requestId: failure.problem.requestId };
  return { code: failure.kind === 'connection' ? failure.fault : failure.kind, requestId: null };
}

/** True where the server may have done the work although we were not told: the same intent must be sent again. */
export function isOutcomeOpen(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true;
  return OPEN.has(error.problem.code);
}

export function isSessionEnded(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'session-expired';
}

const OPEN = new Set<string>([
  'internal',
  'stripe-unavailable',
  'outcome-unknown',
  'intent-in-progress',
  'session-expired',
  'too-many-requests',
]);

function moneyAfter({ problem, isMutation }: ProblemError): Money {
  if (problem.code !== 'internal' && problem.code !== 'stripe-unavailable') return 'said';
  return isMutation ? 'unknown' : 'no';
}
