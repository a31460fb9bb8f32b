import type { BillingChange } from './context.ts';

export type Keys = Pick<BillingChange, 'key' | 'keyOnce'>;

interface Intent {
  customerId: string;
  /** The endpoint's method and path, with the ids in it. */
  call: string;
  /** The UUID that the browser made for this one wish, and sends again when it retries. */
  intentId: string;
}

/**
 * Stripe's idempotency keys for one intent: the same for a double click, a second instance and a
 * retry after a crash; another for every step, so that no step replays another's answer. Stripe takes
 * at most 255 characters: real ids have up to thirty, and the longest call has 55 beside its id.
 * @see https://docs.stripe.com/api/idempotent_requests
 */
export function intentKeys({ customerId, call, intentId }: Intent): Keys {
  return {
    key: (step) => ['portico', customerId, call, intentId.toLowerCase(), step].join(':'),
    keyOnce: (step) => ['portico', customerId, step].join(':'),
  };
}
