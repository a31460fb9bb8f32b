import { Stripe } from 'stripe';
import type { Ask } from './http/ask.ts';
import { createFetchAsk } from './http/fetch-ask.ts';
import { WholeAnswers } from './http/http-client.ts';

export interface StripeClientOptions {
  secretKey: string;
  /** Where a simulator listens, for a test key only; undefined is Stripe itself. */
  apiBase?: string;
  /** How a call gets to Stripe; by default with the platform's `fetch`. */
  ask?: Ask;
}

/** The version that every type in server/ is written for; the SDK's own. */
export const STRIPE_API_VERSION = '2026-10-28.endive';

/**
 * For one call, short of the SDK's 80 s: a customer is waiting. With the one retry a call ends after
 * some 14 s at the latest. A change makes several calls one after another, so with Stripe that slow
 * it may outlast the browser's patience; the same intent sent again then goes on where it was.
 */
const TIMEOUT_MS = 6_500;

export function createStripeClient(options: StripeClientOptions): Stripe {
  const base = options.apiBase ? new URL(options.apiBase) : null;
  return new Stripe(options.secretKey, {
    apiVersion: STRIPE_API_VERSION,
    maxNetworkRetries: 1,
    timeout: TIMEOUT_MS,
    httpClient: new WholeAnswers(options.ask ?? createFetchAsk()),
    telemetry: false,
    appInfo: { name: 'portico', url: 'https://github.com/portico/portico' },
    ...(base && {
      protocol: base.protocol === 'https:' ? 'https' : 'http',
      host: base.hostname,
      port: base.port === '' ? (base.protocol === 'https:' ? 443 : 80) : Number(base.port),
    }),
  });
}
