import { Stripe } from 'stripe';

export interface StripeClientOptions {
  secretKey: string;
  /** Where a simulator listens, for a test key only; undefined is Stripe itself. */
  apiBase?: string;
}

/** The version that every type in server/ is written for; the SDK's own. */
export const STRIPE_API_VERSION = '2026-10-28.endive';

/**
 * Short of the SDK's 80 s: a customer is waiting. One retry, so that the whole stays below the
 * 15 s that a change may take.
 */
const TIMEOUT_MS = 6_500;

export function createStripeClient(options: StripeClientOptions): Stripe {
  const base = options.apiBase ? new URL(options.apiBase) : null;
  return new Stripe(options.secretKey, {
    apiVersion: STRIPE_API_VERSION,
    maxNetworkRetries: 1,
    timeout: TIMEOUT_MS,
    telemetry: false,
    appInfo: { name: 'portico', url: 'https://github.com/portico/portico' },
    ...(base && {
      protocol: base.protocol === 'https:' ? 'https' : 'http',
      host: base.hostname,
      port: base.port === '' ? (base.protocol === 'https:' ? 443 : 80) : Number(base.port),
    }),
  });
}
