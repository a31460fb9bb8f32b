import { Stripe } from 'stripe';

/** The error that the SDK makes of an answer, for tests; it takes more than its own type says. */
export function stripeErrorOf(answer: object): unknown {
  return Stripe.errors.StripeError.generate(answer as never);
}
