import { Hono } from 'hono';
import type { Assets } from './assets.ts';
import { createAuthenticate } from './auth/authenticate.ts';
import { createHashVerifier } from './auth/signature.ts';
import { createTokenSigner } from './auth/token.ts';
import { createKept } from './cache/kept.ts';
import { createCustomerCache } from './cache/customer-cache.ts';
import { systemClock, type Clock } from './clock.ts';
import type { PortalContext, ServerContext } from './context.ts';
import { createGate, gatedCache } from './gate.ts';
import { createIntents } from './intents.ts';
import { clientNetwork, type Peer } from './limits/client-ip.ts';
import type { CreateLimiter } from './limits/limiter.ts';
import { createLimits, type Limits } from './limits/limits.ts';
import { createMemoryLimiter } from './limits/memory-limiter.ts';
import { createLocks } from './lock.ts';
import { noLog, type Log } from './log.ts';
import { redacting } from './logs/redacting.ts';
import { noMeter, type Meter } from './metrics/meter.ts';
import { observedAsk, observedCache, observedLocks } from './metrics/observed.ts';
import type { Portal, PortalOptions } from './options.ts';
import { createReadiness } from './readiness.ts';
import { refuse } from './refuse.ts';
import { HTTPS_HEADER, respond } from './reply.ts';
import { REQUEST_ID_HEADER } from './request-id.ts';
import { healthRoutes } from './routes/health.ts';
import { invoiceRoutes } from './routes/invoices.ts';
import { metricsRoute, type MetricsPage } from './routes/metrics.ts';
import { otherMethods } from './routes/other-methods.ts';
import { overviewRoutes } from './routes/overview.ts';
import { paymentMethodRoutes } from './routes/payment-methods.ts';
import { scriptRoutes } from './routes/scripts.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { subscriptionRoutes } from './routes/subscriptions.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { createMemoryStore } from './store/memory-store.ts';
import type { Store } from './store/store.ts';
import { createTroubleReport } from './store/trouble.ts';
import type { Ask } from './stripe/http/ask.ts';
import { createFetchAsk } from './stripe/http/fetch-ask.ts';
import { createStripeAccount } from './stripe/account.ts';
import { createWebhookReader } from './stripe/webhook.ts';

export interface PortalServer {
  /** `peer` is for the limits on failed sign-ins: without it, all are counted as one. */
  fetch(request: Request, peer?: Peer): Promise<Response>;
}

/** The same for whoever runs it. */
export interface PortalApp extends PortalServer {
  /** From now on `/readyz` says that no more customers should be sent here. */
  drain(): void;
  /** All that it answers to, like `GET /healthz`. */
  routes(): string[];
}

/** Of sessions that were shown lately: some 16,000. */
const MAX_SESSION_BYTES = 16 * 1024 * 1024;

interface PortalParts {
  /** The built widget; without it the server serves only the API. */
  assets?: Assets;
  /** Shared with the other instances of the same server; left out where this is the only one. */
  store?: Store;
  /** For tests. */
  limits?: Limits;
  now?: Clock;
  log?: Log;
  /** How a call gets to Stripe; by default with the platform's `fetch`. */
  ask?: Ask;
  /** What counts and times, and the page that shows it to whoever knows the token. */
  metrics?: MetricsPage & { meter: Meter; token: string };
}

/** The whole server as one Web-standard fetch handler: for Node, Workers, Bun and Deno. */
export function createPortal(options: PortalOptions, parts: PortalParts = {}): PortalApp {
  const server = createContext(options, parts);
  const app = new Hono();
  sessionRoutes(app, server);
  overviewRoutes(app, server);
  subscriptionRoutes(app, server);
  invoiceRoutes(app, server);
  paymentMethodRoutes(app, server);
  webhookRoutes(app, server);
  healthRoutes(app, server);
  if (parts.assets) scriptRoutes(app, parts.assets);
  otherMethods(app);
  // After the others, so that a wrong method says no more of it than a wrong token.
  if (parts.metrics) metricsRoute(app, parts.metrics, parts.metrics.token);
  app.onError((error, context) => {
    const requestId = crypto.randomUUID();
    const reply = refuse(server, { error, requestId, call: 'unknown', context });
    return respond(reply, { [REQUEST_ID_HEADER]: requestId }, undefined);
  });
  return {
    drain: () => server.readiness.stop(),
    routes: () =>
      app.routes.flatMap(({ method, path }) =>
        method === 'ALL' || method === 'OPTIONS' ? [] : [`${method} ${path}`],
      ),
    async fetch(request, peer = {}) {
      const forwardedFor = request.headers.get('x-forwarded-for');
      const { trustedProxies } = options;
      const network = clientNetwork({ ip: peer.ip, forwardedFor, trustedProxies });
      const response = await app.fetch(request, { network });
      // Never so on Node, where touching the headers now would cost time (reply.ts, serve.ts).
      if (request.url.startsWith('https:')) response.headers.set(...HTTPS_HEADER);
      return response;
    },
  };
}

function createContext(options: PortalOptions, parts: PortalParts): ServerContext {
  const now = parts.now ?? systemClock;
  const log = redacting(parts.log ?? noLog);
  const { stripeSecretKey, stripeApiBase } = options;
  const meter = parts.metrics?.meter ?? noMeter;
  const account = createStripeAccount(
    {
      secretKey: stripeSecretKey,
      ...(stripeApiBase !== null && { apiBase: stripeApiBase }),
      ...(parts.ask && { ask: parts.ask }),
      ...(parts.metrics && { ask: observedAsk(parts.ask ?? createFetchAsk(), meter) }),
    },
    { now, log },
  );
  const portals = new Map(
    [...options.portals.values()].map((portal): [string, PortalContext] => [
      portal.name,
      createPortalContext(portal, now),
    ]),
  );
  const store = parts.store ?? createMemoryStore();
  const onTrouble = createTroubleReport({ log, meter });
  const cache = createCustomerCache({
    store,
    now,
    portals: [...options.portals.keys()],
    lifetimeS: options.cacheSeconds,
    onForgetAll: () => account.catalogue.invalidate(),
    onTrouble: onTrouble('cache'),
  });
  const limits = parts.limits ?? createLimits(limitersOf(store, onTrouble('limits')));
  const gate = createGate();
  const changes = createLocks({ store, onTrouble: onTrouble('locks') });
  return {
    options,
    account,
    readWebhook: createWebhookReader({
      secrets: options.stripeWebhookSecrets,
      mode: options.mode,
      now,
    }),
    portals,
    authenticate: createAuthenticate({
      portals,
      known: createKept({ maxBytes: MAX_SESSION_BYTES, now }),
      limits,
      now,
    }),
    store,
    cache: gatedCache(parts.metrics ? observedCache(cache, meter) : cache, gate),
    changes: parts.metrics ? observedLocks(changes, meter) : changes,
    gate,
    intents: createIntents({ store, now, onTrouble: onTrouble('intents') }),
    limits,
    meter,
    readiness: createReadiness({ account, store, log }),
    now,
    log,
  };
}

function limitersOf({ limiters }: Store, onTrouble: () => void): CreateLimiter {
  return limiters ? (allowance) => limiters(allowance, onTrouble) : createMemoryLimiter;
}

function createPortalContext(portal: Portal, now: Clock): PortalContext {
  const { name, secrets, settings } = portal;
  return {
    ...portal,
    hashes: createHashVerifier({ secrets, accepted: settings.acceptedHashes, now }),
    sessions: createTokenSigner({ purpose: 'session', portal: name, secrets, now }),
    previews: createTokenSigner({ purpose: 'preview', portal: name, secrets, now }),
  };
}
