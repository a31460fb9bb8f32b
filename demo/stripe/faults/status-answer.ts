import type { Answer } from '../wire/reply.ts';
import type { StatusFault } from './fault-rule.ts';

/** What Stripe says with such a status, unless the fault says otherwise. */
export function statusAnswer(fault: StatusFault): Answer {
  const usual = USUAL[fault.status] ?? (fault.status >= 500 ? BROKEN : REFUSED);
  const { type = usual.type, code = usual.code, message = usual.message, shouldRetry } = fault;
  const error = {
    ...(code === undefined ? {} : { code }),
    ...(fault.declineCode === undefined ? {} : { decline_code: fault.declineCode }),
    message,
    type,
  };
  return {
    status: fault.status,
    body: JSON.stringify({ error }),
    headers: {
      ...(code === usual.code ? usual.headers : {}),
      ...(shouldRetry === undefined ? {} : { 'stripe-should-retry': String(shouldRetry) }),
      ...fault.headers,
    },
  };
}

interface Usual {
  type: string;
  code?: string;
  message: string;
  headers?: Record<string, string>;
}

const BROKEN: Usual = {
  type: 'api_error',
  message: 'Sorry! There was an error while talking to one of our backends.',
};
const REFUSED: Usual = {
  type: 'invalid_request_error',
  message: 'The request was refused by a fault of the simulator.',
};
const USUAL: Record<number, Usual> = {
  401: { type: 'invalid_request_error', message: 'Invalid API Key provided.' },
  402: { type: 'card_error', code: 'card_declined', message: 'Your card was declined.' },
  403: {
    type: 'invalid_request_error',
    code: 'more_permissions_required',
    message: 'The provided key does not have the required permissions for this endpoint.',
  },
  409: {
    type: 'invalid_request_error',
    code: 'idempotency_key_in_use',
    message: 'There is currently another in-progress request using this Idempotent Key.',
  },
  429: {
    type: 'invalid_request_error',
    code: 'rate_limit',
    message: 'Request rate limit exceeded.',
    headers: { 'stripe-rate-limited-reason': 'global-rate' },
  },
};
