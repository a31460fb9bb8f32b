/**
 * The one table from Stripe's errors to our problems. What Stripe says (message, raw body, a
 * PaymentIntent with its client secret) stays here: a problem carries only a code of ours.
 */
import { Stripe } from 'stripe';
import type { PaymentFailure, ProblemCode } from '../../contract/problems.ts';
import { ProblemError } from '../problem.ts';

const AUTHENTICATION_CODES = new Set([
  'authentication_required',
  'invoice_payment_intent_requires_action',
  'subscription_payment_intent_requires_action',
  'payment_intent_action_required',
]);

const FAILURES: Record<string, PaymentFailure> = {
  insufficient_funds: 'insufficient-funds',
  expired_card: 'expired-card',
  expired_payment_method: 'expired-card',
  incorrect_cvc: 'incorrect-cvc',
  invalid_cvc: 'incorrect-cvc',
  processing_error: 'processing-error',
  payment_intent_authentication_failure: 'authentication-failed',
  setup_intent_authentication_failure: 'authentication-failed',
};

export type StripeCall = 'read' | 'write';

/** Any error of the SDK as a problem; everything else is passed on as it is. */
export function fromStripe(error: unknown, call: StripeCall): unknown {
  if (!(error instanceof Stripe.errors.StripeError)) return error;
  const problem = (code: ProblemCode, reason?: PaymentFailure): ProblemError =>
    new ProblemError(code, { cause: error, ...(reason && { reason }) });
  if (needsAuthentication(error)) return problem('payment-needs-authentication');
  if (error instanceof Stripe.errors.StripeCardError) {
    return problem('payment-failed', paymentFailure(error.decline_code || error.code));
  }
  // The second that was shown lies in a period that has ended since.
  if (/proration_date/.test(error.param ?? '')) return problem('amount-changed');
  if (error.code === 'idempotency_key_in_use') return problem('intent-in-progress');
  if (error instanceof Stripe.errors.StripeIdempotencyError) return problem('intent-changed');
  if (error instanceof Stripe.errors.StripeRateLimitError) return problem('stripe-unavailable');
  if (error instanceof Stripe.errors.StripeInvalidRequestError && isAboutDiscount(error)) {
    // To the byte what we answer by ourselves, or guesses could be told apart.
    return new ProblemError('promotion-code-invalid', { cause: error, field: 'promotionCode' });
  }
  if (isAboutPrice(error)) return problem('plan-unavailable');
  if (isWithoutMethod(error)) return problem('payment-method-required');
  if (error.code === 'resource_missing' && isItself(error, call)) return problem('not-found');
  if (isOutage(error)) {
    return problem(call === 'write' ? 'outcome-unknown' : 'stripe-unavailable');
  }
  return problem('internal');
}

/** Why a payment failed, for a customer: what can be acted on by name, the rest as `generic`. */
export function paymentFailure(code: string | null | undefined): PaymentFailure {
  return FAILURES[code ?? ''] ?? 'generic';
}

/** Stripe's own facts on an error, for the log: an allow-list, since the rest holds secrets. */
export function stripeFacts(error: unknown): Record<string, string | number | undefined> {
  if (!(error instanceof Stripe.errors.StripeError)) return {};
  return {
    stripeType: error.type,
    stripeCode: error.code,
    stripeStatus: error.statusCode,
    stripeRequestId: error.requestId,
    stripeParam: error.param,
  };
}

export function isStripeCode(error: unknown, code: string): boolean {
  return error instanceof Stripe.errors.StripeError && error.code === code;
}

/** Whether Stripe's own server said so; not a line that broke, and not a proxy's page. */
export function isAnswerOfStripe(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeAPIError && error.requestId !== undefined;
}

/**
 * Whether Stripe would answer the same key with the same failure. It keeps what it has begun; it does
 * not keep that there were too many calls, or that the key is in use.
 */
export function isAnswerForKey(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeError &&
    error.requestId !== undefined &&
    error.statusCode !== 409 &&
    error.statusCode !== 429 &&
    !(error instanceof Stripe.errors.StripeIdempotencyError)
  );
}

function needsAuthentication(error: Stripe.errors.StripeError): boolean {
  return (
    AUTHENTICATION_CODES.has(error.code ?? '') || AUTHENTICATION_CODES.has(error.decline_code ?? '')
  );
}

/** Why a code cannot be used is not told: a code is money, and answers are guesses' best friend. */
function isAboutDiscount(error: Stripe.errors.StripeError): boolean {
  return /discounts|promotion_code|coupon/.test(error.param ?? '');
}

/** The price was withdrawn, and the news of it has not come yet. */
function isAboutPrice({ param, statusCode }: Stripe.errors.StripeError): boolean {
  return statusCode === 400 && /items\]?\[\d+\]\[price\]$/.test(param ?? '');
}

/** There is nothing to charge: neither a method of the invoice's own nor a default. */
function isWithoutMethod(error: Stripe.errors.StripeError): boolean {
  if (error.code === 'invoice_no_payment_method_types') return true;
  const words = /no attached payment source or default payment method|no `default_payment_method`/;
  return error instanceof Stripe.errors.StripeInvalidRequestError && words.test(error.message);
}

/**
 * Whether it is the object in the path that is missing. On a write it may also be one that we named
 * in a parameter: then the request was wrong, and not what the caller asked for.
 */
function isItself({ param, statusCode }: Stripe.errors.StripeError, call: StripeCall): boolean {
  return call === 'read' || param === 'id' || (param === undefined && statusCode === 404);
}

function isOutage(error: Stripe.errors.StripeError): boolean {
  return error instanceof Stripe.errors.StripeConnectionError || (error.statusCode ?? 0) >= 500;
}
