import { Stripe } from 'stripe';

/** The error that the SDK makes of an answer, for tests. */
export function stripeErrorOf(answer: object): unknown {
  return Stripe.errors.StripeError.generate(answer);
}
