import type { Clock } from '../clock.ts';
import { createCatalogueCache, type CatalogueCache } from './catalogue.ts';
import { createStripeClient, type StripeClientOptions } from './client.ts';
import { findCustomerByEmail } from './find-customer.ts';
import { forCustomer, type CustomerGateway } from './gateway.ts';
import type { Permit } from './gateway/bound.ts';
import { readEvent, type WebhookEvent } from './webhook.ts';

/** One Stripe account: all that the rest of the server can reach of it. */
export interface StripeAccount {
  catalogue: CatalogueCache;
  forCustomer(customerId: string, permit: Permit): CustomerGateway;
  findCustomerByEmail(email: string): Promise<string>;
  /** Null for a delivery that is not Stripe's, or too old, or of the other mode. */
  readEvent(delivery: WebhookDelivery): Promise<WebhookEvent | null>;
}

export interface WebhookDelivery {
  /** The body as it came, to the byte. */
  body: string;
  signature: string;
  secret: string;
}

export function createStripeAccount(options: StripeClientOptions, now: Clock): StripeAccount {
  const stripe = createStripeClient(options);
  return {
    catalogue: createCatalogueCache(stripe, now),
    forCustomer: (customerId, permit) => forCustomer(stripe, customerId, permit),
    findCustomerByEmail: (email) => findCustomerByEmail(stripe, email),
    readEvent: (delivery) => readEvent(stripe, delivery, now()),
  };
}
