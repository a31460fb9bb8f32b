import type { Context } from 'hono';
import type { ServerContext } from './context.ts';
import { asProblemError, problemReply, type ProblemError } from './problem.ts';
import type { Reply } from './reply.ts';
import { namesOf } from './request-id.ts';
import { stripeFacts } from './stripe/errors.ts';

interface Refusal {
  error: unknown;
  requestId: string;
  /** The route, as it is declared: no id of the caller's. */
  call: string;
  context: Context;
}

/** Logs what went wrong, with the id that the caller is given, and answers with the problem alone. */
export function refuse(
  { log, meter }: Pick<ServerContext, 'log' | 'meter'>,
  { error, requestId, call, context }: Refusal,
): Reply {
  const problem = asProblemError(error);
  meter.refusal(call, problem.code);
  const { advice } = problem.details;
  log(levelOf(problem), 'refused', {
    requestId,
    ...namesOf(context),
    call,
    code: problem.code,
    advice,
    ...stripeFacts(problem.cause),
    ...(problem.code === 'internal' &&
      problem.cause instanceof Error && { error: firstLines(problem.cause) }),
  });
  return problemReply(problem, requestId);
}

function levelOf({ code, details }: ProblemError): 'info' | 'warn' | 'error' {
  if (code === 'internal') return 'error';
  return details.advice === undefined ? 'info' : 'warn';
}

/** An own error's stack without the message of a Stripe error, which may quote what was sent. */
function firstLines(error: Error): string {
  const isStripes = Object.keys(stripeFacts(error)).length > 0;
  const stack = (error.stack ?? '').split('\n');
  return (isStripes ? stack.slice(1) : stack).slice(0, 6).join('\n');
}
