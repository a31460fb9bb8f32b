/** Marks an address as one that we sent the customer away with: other parts of the page use Stripe too. */
export const RETURN_MARK = 'billing_portal_return';

/**
 * After a payment method that works by redirect, Stripe comes back to the page with the SetupIntent
 * in its address. Null where the address carries none of ours.
 * @param search `location.search`
 * @see https://docs.stripe.com/js/setup_intents/confirm_setup
 */
export function returnedSetupIntent(search: string): string | null {
  const params = new URLSearchParams(search);
  return params.has(RETURN_MARK) ? params.get('setup_intent') : null;
}
