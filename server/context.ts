import type { Authenticate } from './auth/authenticate.ts';
import type { CustomerCache } from './cache/customer-cache.ts';
import type { Clock } from './clock.ts';
import type { Gate } from './gate.ts';
import type { Meter } from './metrics/meter.ts';
import type { Readiness } from './readiness.ts';
import type { HashVerifier } from './auth/signature.ts';
import type { TokenSigner } from './auth/token.ts';
import type { Limits } from './limits/limits.ts';
import type { Log } from './log.ts';
import type { Portal, PortalOptions } from './options.ts';
import type { Intents } from './intents.ts';
import type { Locks } from './lock.ts';
import type { Store } from './store/store.ts';
import type { StripeAccount } from './stripe/account.ts';
import type { WebhookReader } from './stripe/webhook.ts';

/** All that a running server has: made once, given to every route. */
export interface ServerContext {
  options: PortalOptions;
  account: StripeAccount;
  readWebhook: WebhookReader;
  portals: Map<string, PortalContext>;
  /** Changes of one customer come one after the other. */
  authenticate: Authenticate;
  cache: CustomerCache;
  changes: Locks;
  /** Bounds how much is worked on at once. */
  gate: Gate;
  intents: Intents;
  limits: Limits;
  meter: Meter;
  readiness: Readiness;
  store: Store;
  now: Clock;
  log: Log;
}

/** One portal with what checks its customers and remembers its previews. */
export interface PortalContext extends Portal {
  hashes: HashVerifier;
  sessions: TokenSigner;
  previews: TokenSigner;
}
