import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { WireContext } from './context.ts';
import { faultBody } from './fault.ts';
import type { StripeFault } from './fault.ts';

/** Stripe.js calls from any site. */
export const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, stripe-version, idempotency-key',
  'access-control-expose-headers': 'request-id',
};

export interface Answer {
  status: number;
  body: string;
}

/** An answer with the headers that all of Stripe's have. */
export function reply(
  context: WireContext,
  answer: Answer,
  headers: Record<string, string> = {},
): Response {
  const version = context.req.header('stripe-version');
  return context.body(answer.body, answer.status as ContentfulStatusCode, {
    ...CORS,
    'content-type': 'application/json',
    'request-id': context.var.requestId,
    ...(version === undefined ? {} : { 'stripe-version': version }),
    ...headers,
  });
}

export function replyFault(context: WireContext, fault: StripeFault): Response {
  return reply(context, { status: fault.status, body: JSON.stringify(faultBody(fault)) });
}
