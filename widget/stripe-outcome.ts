import type { PaymentIntent, SetupIntent, StripeError } from '@stripe/stripe-js';

/** What became of an intent: done, still with the bank, or not, with words for the customer. */
export type Outcome =
  { status: 'succeeded' | 'processing'; intentId: string } | { status: 'failed'; message: string };

type Payment = Pick<PaymentIntent, 'id' | 'status'>;
type Setup = Pick<SetupIntent, 'id' | 'status'>;
type Failure = Pick<StripeError, 'type' | 'code' | 'message'>;

/** What Stripe.js answers to a confirmation: one of the three, and of those what matters here. */
export interface StripeAnswer {
  paymentIntent?: Payment | undefined;
  setupIntent?: Setup | undefined;
  error?: (Failure & { payment_intent?: Payment; setup_intent?: Setup }) | undefined;
}

/**
 * Reads an answer of Stripe.js. An error that comes with an intent which is already through (a
 * second try after a lost connection) is a success: nobody should be asked to pay again.
 * @param fallback What to say where Stripe's message is meant for developers.
 */
export function outcomeOf(answer: StripeAnswer, fallback: string | undefined): Outcome {
  const { error } = answer;
  const intent =
    answer.paymentIntent ?? answer.setupIntent ?? error?.payment_intent ?? error?.setup_intent;
  switch (intent?.status) {
    case 'succeeded':
    case 'requires_capture':
      return { status: 'succeeded', intentId: intent.id };
    case 'processing':
      return { status: 'processing', intentId: intent.id };
    default:
      return failed(error, fallback);
  }
}

/** Stripe's own message where it was written for the customer, else the fallback. */
export function failed(
  error: Failure | undefined,
  fallback: string | undefined,
): { status: 'failed'; message: string } {
  const own = error?.message;
  const message = error && isForCustomer(error) ? (own ?? fallback) : (fallback ?? own);
  return { status: 'failed', message: message ?? 'The payment method could not be confirmed.' };
}

/** @see https://docs.stripe.com/js/errors */
function isForCustomer({ type, code }: Failure): boolean {
  return (
    type === 'card_error' ||
    type === 'validation_error' ||
    code === 'payment_intent_authentication_failure' ||
    code === 'setup_intent_authentication_failure'
  );
}
