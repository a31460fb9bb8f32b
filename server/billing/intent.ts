interface Intent {
  customerId: string;
  /** The endpoint's method and path, with the ids in it. */
  call: string;
  /** The UUID that the browser made for this one wish, and sends again when it retries. */
  intentId: string;
}

/**
 * Stripe's idempotency keys for one intent: the same for a double click, a second instance and a
 * retry after a crash; another for every step, so that no step replays another's answer. Below
 * Stripe's limit of 255 characters by the shapes of its parts.
 * @see https://docs.stripe.com/api/idempotent_requests
 */
export function intentKeys({ customerId, call, intentId }: Intent): (step: string) => string {
  return (step) => ['portico', customerId, call, intentId.toLowerCase(), step].join(':');
}
