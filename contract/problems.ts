/**
 * Every problem that the server can answer with: `application/problem+json`, RFC 9457.
 * The widget has words for each code in each language; a code without words does not compile.
 */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'invalid-identity': { status: 401, title: 'This sign-in is not valid' },
  'session-expired': { status: 401, title: 'The session has ended' },
  'origin-not-allowed': { status: 403, title: 'This site may not embed the portal' },
  'action-not-allowed': { status: 403, title: 'This is not available here' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'customer-not-found': { status: 404, title: 'There is no such customer' },
  'subscription-not-found': { status: 404, title: 'There is no such subscription' },
  'invoice-not-found': { status: 404, title: 'There is no such invoice' },
  'payment-method-not-found': { status: 404, title: 'There is no such payment method' },
  'method-not-allowed': { status: 405, title: 'This cannot be done here with this method' },
  'customer-ambiguous': { status: 409, title: 'Several customers share this email' },
  'intent-changed': { status: 409, title: 'This request was already used for something else' },
  'intent-in-progress': { status: 409, title: 'The same request is still being worked on' },
  'preview-expired': { status: 409, title: 'The preview is no longer valid' },
  'amount-changed': { status: 409, title: 'The amount is no longer what was shown' },
  'subscription-ended': { status: 409, title: 'The subscription has already ended' },
  'already-subscribed': { status: 409, title: 'There is already a subscription to this' },
  'invoice-not-open': { status: 409, title: 'The invoice is not open' },
  'payment-method-required': { status: 409, title: 'A payment method is needed first' },
  'payment-method-in-use': { status: 409, title: 'The payment method is still needed' },
  'too-large': { status: 413, title: 'The request is too large' },
  'payment-failed': { status: 402, title: 'The payment did not go through' },
  'payment-needs-authentication': { status: 402, title: 'The bank wants this payment confirmed' },
  'plan-unavailable': { status: 422, title: 'This plan cannot be chosen' },
  'quantity-invalid': { status: 422, title: 'This quantity cannot be chosen' },
  'promotion-code-invalid': { status: 422, title: 'This code cannot be used' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  busy: { status: 503, title: 'The server has too much to do at this moment' },
  'stripe-unavailable': { status: 503, title: 'The payment provider cannot be reached' },
  'not-applied': { status: 503, title: 'This was not done' },
  'outcome-unknown': { status: 503, title: 'It is not known yet whether this was done' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of every error answer. */
export interface Problem {
  /** Always `about:blank#<code>`, so that `code` and `type` cannot disagree. */
  type: string;
  code: ProblemCode;
  title: string;
  status: number;
  /** What went wrong this time, in English, for the developer; never customer data. */
  detail?: string;
  /** The field of the body that is wrong, where there is one. */
  field?: string;
  /** Why a card was declined; the widget has words for each. Only with `payment-failed`. */
  reason?: PaymentFailure;
  requestId: string;
  /** When it is worth another try; only with `too-many-requests`. */
  retryAfterS?: number;
}

/** Reasons of a decline that the customer can do something about; the rest is `generic`. */
export const PAYMENT_FAILURES = [
  'insufficient-funds',
  'expired-card',
  'incorrect-cvc',
  'processing-error',
  'authentication-failed',
  'generic',
] as const;
export type PaymentFailure = (typeof PAYMENT_FAILURES)[number];
