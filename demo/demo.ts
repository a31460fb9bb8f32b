import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readAssets } from '../server/assets.ts';
import { createPortal } from '../server/index.ts';
import { makeSecret } from '../server/auth/secrets.ts';
import { createLimits } from '../server/limits/limits.ts';
import { createMemoryLimiter } from '../server/limits/memory-limiter.ts';
import { noLog, type Log } from '../server/log.ts';
import { readOptions, type Environment } from '../server/options.ts';
import { WEBHOOK_EVENTS } from '../server/webhook-events.ts';
import { readTextFile } from '../server/text-file.ts';
import { openDemoPorts } from './demo-ports.ts';
import type { Handler } from './open-port.ts';
import { portalSettings } from './portal-settings.ts';
import { seedDemo, type SeededCustomer } from './seed/seed.ts';
import { createShop } from './site/shop.ts';
import { createStripeJs } from './stripe-js/routes.ts';
import { stripeOn } from './stripe/sdk.ts';
import {
  createStripeSimulator,
  type SimulatorOptions,
  type StripeSimulator,
} from './stripe/simulator.ts';
import { createTimeMachine } from './time-machine.ts';

const WIDGET_FOLDER = new URL('../dist/widget/', import.meta.url);

export interface DemoOptions {
  /** The shop's port; the portal server and the simulator take the next two. 0: any three free ones. */
  port: number;
  /** Where the portal looks for Stripe instead of the simulator: room for a proxy between them. */
  stripeApiBase?: string;
  /** Hears every call of the simulator's, those of the seed too. */
  onExchange?: SimulatorOptions['onExchange'];
  /** Laid over the portal's environment. */
  environment?: Environment;
  /** Where the built widget is; by default where a build from the source tree puts it. */
  widgetFolder?: URL;
  /** Say nothing even when the portal meets something unexpected. */
  quiet?: boolean;
}

export interface Demo {
  shopUrl: string;
  portalUrl: string;
  /** The simulator; the stand-in for Stripe.js is at `/stripe-js/stripe.js` of the same origin. */
  stripeUrl: string;
  simulator: StripeSimulator;
  customers: SeededCustomer[];
  /** With which the shop signs, for whoever wants to try a hash of their own. */
  secret: string;
  stop: () => Promise<void>;
}

/**
 * Shop, portal server and simulator in this process, with customers in every state. All three go
 * by the simulator's clock, so that a test may move time for all of them at once.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { shop, portal, stripe, closeAll } = await openDemoPorts(options.port);
  const folder = await mkdtemp(path.join(tmpdir(), 'portico-demo-'));
  const stop = async (): Promise<void> => {
    await closeAll();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const simulator = createStripeSimulator({
      documentsUrl: stripe.url,
      ...(options.onExchange && { onExchange: options.onExchange }),
    });
    const { customers, catalogue } = await seedDemo(simulator);
    const portalFile = path.join(folder, 'portal.json');
    await writeFile(portalFile, JSON.stringify(portalSettings(catalogue), null, 2));
    const environment = {
      STRIPE_SECRET_KEY: 'sk_test_simulator',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
      STRIPE_API_BASE: options.stripeApiBase ?? stripe.url,
      PORTICO_SECRET: makeSecret('test'),
      PORTICO_ALLOWED_ORIGINS: shop.url,
      PORTICO_CONFIG: portalFile,
      STRIPE_WEBHOOK_SECRET: await createWebhookEndpoint(simulator, portal.url),
      ...options.environment,
    };
    const time = createTimeMachine(simulator);
    const portalApp = createPortal(readOptions(environment, readTextFile), {
      assets: await readAssets(fileURLToPath(options.widgetFolder ?? WIDGET_FOLDER)),
      now: () => time.now(),
      limits: createLimits((one) => createMemoryLimiter(one, () => time.now() * 1000)),
      log: options.quiet ? noLog : logTrouble,
    });
    const urls = { shopUrl: shop.url, portalUrl: portal.url, stripeUrl: stripe.url };
    const secret = environment.PORTICO_SECRET;
    const shopApp = createShop({ ...urls, customers, secret, time });
    shop.serve((request) => shopApp.fetch(request));
    portal.serve((request) => portalApp.fetch(request));
    stripe.serve(stripeWithScripts(simulator));
    return { ...urls, simulator, customers, secret, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As a site owner does it: the portal hears what changes, and shows it at once. */
async function createWebhookEndpoint(
  simulator: StripeSimulator,
  portalUrl: string,
): Promise<string> {
  const { secret = '' } = await stripeOn(simulator).webhookEndpoints.create({
    url: `${portalUrl}/v1/webhooks/stripe`,
    enabled_events: [...WEBHOOK_EVENTS],
  });
  return secret;
}

/** The API and the stand-in for Stripe.js at one origin. */
function stripeWithScripts(simulator: StripeSimulator): Handler {
  const stripeJs = createStripeJs();
  return (request, env) => {
    const isScript = new URL(request.url).pathname.startsWith('/stripe-js/');
    return isScript ? stripeJs.fetch(request) : simulator.fetch(request, env);
  };
}

const logTrouble: Log = (level, event, fields = {}) => {
  if (level !== 'info') process.stderr.write(`${level}: ${event} ${JSON.stringify(fields)}\n`);
};
