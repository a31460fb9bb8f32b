import { Stripe } from 'stripe';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createCatalogueCache, type CatalogueCache } from './catalogue.ts';
import { createStripeClient, type StripeClientOptions } from './client.ts';
import { findCustomerByEmail } from './find-customer.ts';
import { forCustomer, type CustomerGateway } from './gateway.ts';
import type { Permit } from './gateway/bound.ts';

/** One Stripe account: all that the rest of the server can reach of it. */
export interface StripeAccount {
  catalogue: CatalogueCache;
  forCustomer(customerId: string, permit: Permit): CustomerGateway;
  findCustomerByEmail(email: string): Promise<string | null>;
  /**
   * Rejects unless Stripe answers, and takes our key, within two seconds. Too many calls are no reason
   * to send customers elsewhere: everywhere else there would be more of them.
   */
  check(): Promise<void>;
}

const CHECK_MS = 2_000;

export function createStripeAccount(
  options: StripeClientOptions,
  parts: { now: Clock; log: Log },
): StripeAccount {
  const stripe = createStripeClient(options);
  return {
    catalogue: createCatalogueCache(stripe, parts),
    forCustomer: (customerId, permit) => forCustomer(stripe, customerId, permit),
    findCustomerByEmail: (email) => findCustomerByEmail(stripe, email),
    async check() {
      try {
        await stripe.products.list({ limit: 1 }, { timeout: CHECK_MS, maxNetworkRetries: 0 });
      } catch (error) {
        if (!(error instanceof Stripe.errors.StripeRateLimitError)) throw error;
      }
    },
  };
}
