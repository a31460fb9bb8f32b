import { StripeFault } from '../wire/fault.ts';

export type LimitReason = 'global-rate' | 'endpoint-rate' | 'resource-specific';

/** A limit, other than a lock, says its reason in a header, and does not ask to be tried again. */
export function tooMany(reason: LimitReason, what = 'Request rate limit exceeded.'): StripeFault {
  return new StripeFault({
    status: 429,
    message: `${what} You can learn more about rate limits here https://docs.stripe.com/rate-limits.`,
    details: { code: 'rate_limit' },
    headers: { 'stripe-rate-limited-reason': reason },
  });
}
