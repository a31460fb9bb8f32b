/** Several instances of one server before one small Stripe, which tells them its news. No network. */
import { createHmac } from 'node:crypto';
import type { Overview } from '../../contract/billing.ts';
import { stripeOn } from '../../demo/stripe/sdk.ts';
import { createStripeSimulator, type StripeSimulator } from '../../demo/stripe/simulator.ts';
import { createPortal, type PortalServer } from '../index.ts';
import { createLog } from '../log.ts';
import { readOptions, type Environment } from '../options.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { Store } from '../store/store.ts';
import type { Ask } from '../stripe/http/ask.ts';
import { makeSecret } from '../auth/secrets.ts';
import { NOW, ORIGIN } from './stage.ts';

export interface Instances {
  simulator: StripeSimulator;
  stripe: ReturnType<typeof stripeOn>;
  servers: PortalServer[];
  webhookSecret: string;
  log: string[];
  /** The overview that an instance shows, by its number. */
  view: (instance: number, customerId: string) => Promise<Overview>;
  /** What a server shows that has just been started. */
  truth: (customerId: string) => Promise<Overview>;
}

export interface InstancesOptions {
  count: number;
  environment?: Environment;
  /** Of each instance; by default they share one. */
  store?: (instance: number) => Store;
}

export async function setInstances({
  count,
  environment = {},
  store: storeOf,
}: InstancesOptions): Promise<Instances> {
  const servers: PortalServer[] = [];
  let turn = 0;
  const simulator = createStripeSimulator({
    now: () => NOW,
    async deliver(request) {
      turn += 1;
      return (await servers[turn % count]?.fetch(request)) ?? Response.error();
    },
  });
  const stripe = stripeOn(simulator);
  const { secret: webhookSecret = '' } = await stripe.webhookEndpoints.create({
    url: 'https://portal.example/v1/webhooks/stripe',
    enabled_events: ['*'],
  });
  const secret = makeSecret('test');
  const log: string[] = [];
  const shared = createMemoryStore();
  const start = (store: Store, more: Environment = {}): PortalServer =>
    createPortal(
      readOptions({
        STRIPE_SECRET_KEY: 'sk_test_simulator',
        STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
        STRIPE_WEBHOOK_SECRET: webhookSecret,
        PORTICO_SECRET: secret,
        PORTICO_ALLOWED_ORIGINS: ORIGIN,
        ...environment,
        ...more,
      }),
      {
        now: () => Math.floor(simulator.now()),
        log: createLog((line) => log.push(line)),
        ask: askIn(simulator),
        store,
      },
    );
  for (let instance = 0; instance < count; instance += 1) {
    servers.push(start(storeOf?.(instance) ?? shared));
  }
  const look = async (server: PortalServer | undefined, customerId: string): Promise<Overview> => {
    const hash = createHmac('sha256', secret).update(customerId).digest('hex');
    const response = await server?.fetch(
      new Request('https://portal.example/v1/sessions', {
        method: 'POST',
        headers: { origin: ORIGIN },
        body: JSON.stringify({ customerId, hash }),
      }),
    );
    const answer: { overview: Overview } = await response?.json();
    if (response?.status !== 201) throw new Error(JSON.stringify(answer));
    return answer.overview;
  };
  return {
    simulator,
    stripe,
    servers,
    webhookSecret,
    log,
    view: (instance, customerId) => look(servers[instance], customerId),
    truth: (customerId) =>
      look(start(createMemoryStore(), { PORTICO_CACHE_SECONDS: '0' }), customerId),
  };
}

function askIn(simulator: StripeSimulator): Ask {
  return async ({ url, method, headers, body }) => {
    const response = await simulator.fetch(
      new Request(url, { method, headers, ...(body !== undefined && { body }) }),
    );
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    };
  };
}
