import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { API_VERSION } from './api-version.ts';
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
  /** Beside those that every answer has. */
  headers?: Record<string, string>;
}

/** An answer with the headers that all of Stripe's have. */
export function reply(context: WireContext, answer: Answer): Response {
  const { body, status } = answer;
  return context.body(body, status as ContentfulStatusCode, headersOf(context, answer));
}

export function headersOf(context: WireContext, answer: Answer): Record<string, string> {
  return {
    ...CORS,
    'content-type': 'application/json',
    'request-id': context.var.requestId,
    'stripe-version': API_VERSION,
    ...answer.headers,
  };
}

/** A refusal, in the words of Stripe's error object. */
export function faultAnswer(fault: StripeFault): Answer {
  const { status, headers } = fault;
  return { status, body: JSON.stringify(faultBody(fault)), headers };
}
