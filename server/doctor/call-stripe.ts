import type { PortalOptions } from '../options.ts';
import { STRIPE_API_VERSION } from '../stripe/client.ts';
import type { Ask } from '../stripe/http/ask.ts';

export interface StripeAnswer {
  status: number;
  /** Stripe's own clock, in Unix seconds; null where it does not say. */
  date: number | null;
  body: unknown;
}

/** One call to Stripe as it is, without the SDK's retries. Rejects where nothing answers. */
export type CallStripe = (
  method: 'GET' | 'POST',
  path: string,
  key?: string,
) => Promise<StripeAnswer>;

const TIMEOUT_MS = 10_000;

export function createCallStripe(
  ask: Ask,
  { stripeApiBase, stripeSecretKey }: PortalOptions,
): CallStripe {
  const base = new URL(stripeApiBase ?? 'https://api.stripe.com');
  return async (method, path, key = stripeSecretKey) => {
    const { status, headers, text } = await ask({
      url: new URL(path, base).href,
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'stripe-version': STRIPE_API_VERSION,
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      body: method === 'POST' ? '' : undefined,
      timeoutMs: TIMEOUT_MS,
    });
    const date = Date.parse(headers['date'] ?? '') / 1000;
    return { status, date: Number.isNaN(date) ? null : date, body: JSON.parse(text) };
  };
}
