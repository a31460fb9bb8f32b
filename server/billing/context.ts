import type { Clock } from '../clock.ts';
import type { Settings } from '../settings.ts';
import type { TokenSigner } from '../auth/token.ts';
import type { CatalogueCache } from '../stripe/catalogue.ts';
import type { CustomerGateway } from '../stripe/gateway.ts';

/** What every billing function works with: one customer of one portal. */
export interface Billing {
  gateway: CustomerGateway;
  catalogue: CatalogueCache;
  settings: Settings;
  previews: TokenSigner;
  publishableKey: string;
  now: Clock;
}

/** Billing for a request that changes something: `key` makes Stripe do each step of it once. */
export interface BillingChange extends Billing {
  /** A Stripe idempotency key for one step of what the customer wants. */
  key: (step: string) => string;
  /** One that is not of this intent but of what it starts from: the same for whoever wants it. */
  keyOnce: (step: string) => string;
}
