import {
  PROBLEMS,
  type PaymentFailure,
  type Problem,
  type ProblemCode,
} from '../contract/problems.ts';

import { respond, type Reply } from './reply.ts';

interface ProblemDetails {
  /** For the developer, in English; never customer data. */
  detail?: string;
  field?: string;
  reason?: PaymentFailure;
  retryAfterS?: number;
  /** For the site owner's log only. */
  advice?: string;
  cause?: unknown;
}

/** An answer that is not a success. Thrown anywhere below `endpoint()`, sent as problem+json by it. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? PROBLEMS[code].title, { cause: details.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
  }
}

/** Whether what was thrown is this problem. */
export function isProblem(error: unknown, code: ProblemCode): error is ProblemError {
  return error instanceof ProblemError && error.code === code;
}

/** Anything thrown, as a problem. What was not thrown on purpose says nothing but `internal`. */
export function asProblemError(error: unknown): ProblemError {
  return error instanceof ProblemError ? error : new ProblemError('internal', { cause: error });
}

/** The problem+json answer to one request (RFC 9457). */
export function problemReply(error: ProblemError, requestId: string): Reply {
  const { status, title } = PROBLEMS[error.code];
  const { detail, field, reason, retryAfterS } = error.details;
  const problem: Problem = {
    type: `about:blank#${error.code}`,
    code: error.code,
    title,
    status,
    requestId,
    ...(detail !== undefined && { detail }),
    ...(field !== undefined && { field }),
    ...(reason !== undefined && { reason }),
    ...(retryAfterS !== undefined && { retryAfterS }),
  };
  const text = JSON.stringify(problem);
  return { text, status, type: 'application/problem+json', retryAfterS };
}

/** Where there is no request to be told apart by origin or encoding. */
export function problemResponse(
  error: ProblemError,
  requestId: string,
  headers: Record<string, string> = {},
): Response {
  return respond(
    problemReply(error, requestId),
    { ...headers, 'x-request-id': requestId },
    undefined,
  );
}
