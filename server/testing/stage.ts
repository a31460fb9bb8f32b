/** A whole server before a seeded simulator, and a browser's side of the conversation. */
import { INTENT_HEADER, type Body, type Endpoint, type Result } from '../../contract/api.ts';
import type { Problem } from '../../contract/problems.ts';
import { seedDemo, type Seed } from '../../demo/seed/seed.ts';
import { stripeOn } from '../../demo/stripe/sdk.ts';
import { createStripeSimulator, type StripeSimulator } from '../../demo/stripe/simulator.ts';
import { signHash } from '../auth/signature.ts';
import { makeSecret } from '../auth/secrets.ts';
import { PERMISSIONS } from '../doctor/permissions.ts';
import { createPortal, type PortalApp, type PortalServer } from '../index.ts';
import { createLog } from '../log.ts';
import type { Limits } from '../limits/limits.ts';
import { readOptions, type Environment, type PortalOptions } from '../options.ts';
import { listen } from '../serve.ts';
import { readTextFile } from '../text-file.ts';
import { NOW } from './now.ts';
import { unlimited } from './unlimited.ts';

export { NOW } from './now.ts';

export const ORIGIN = 'https://shop.example';
/** All that the server does, it does with the permissions that docs/doctor.md asks for. */
const STRIPE_KEY = 'rk_test_portal';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
  /** The body as a problem, where it is one. */
  problem: Problem;
}

export interface CallOptions<E extends Endpoint> {
  id?: string;
  body?: Body<E>;
  query?: Record<string, string>;
  /** A UUID; a new one by default. */
  intent?: string;
  headers?: Record<string, string>;
}

export type Caller = <E extends Endpoint>(
  name: E,
  options?: CallOptions<E>,
) => Promise<Answer<Result<E>>>;

export interface Stage extends Seed {
  simulator: StripeSimulator;
  stripe: ReturnType<typeof stripeOn>;
  server: PortalApp;
  options: PortalOptions;
  /** Where the simulator listens, for one more server before it. */
  stripeUrl: string;
  secret: string;
  log: string[];
  customerId(key: string): string;
  /** Signs in by customer id and calls as a browser on the allowed site would. */
  as(key: string): Promise<Caller>;
  /** Calls without a session, or with a token of one's own. */
  call(token?: string): Caller;
  /** Stripe writes since they were last forgotten; previews are POSTs, but change nothing. */
  writes(): string[];
  stop(): Promise<void>;
}

export async function setStage(
  environment: Environment = {},
  parts: { limits?: Limits } = {},
): Promise<Stage> {
  const simulator = createStripeSimulator({
    now: () => NOW,
    restrictedKeys: { [STRIPE_KEY]: PERMISSIONS.map(({ id }) => id) },
  });
  const seed = await seedDemo(simulator);
  const stripeServer = await listen({ fetch: (request) => simulator.fetch(request) }, 0);
  const stripeUrl = `http://localhost:${stripeServer.port}`;
  const secret = makeSecret('test');
  const log: string[] = [];
  const options = readOptions(
    {
      STRIPE_SECRET_KEY: STRIPE_KEY,
      STRIPE_PUBLISHABLE_KEY: 'pk_test_simulator',
      STRIPE_API_BASE: stripeUrl,
      PORTICO_SECRET: secret,
      PORTICO_ALLOWED_ORIGINS: ORIGIN,
      // Tests change things behind the server's back, and look at once.
      PORTICO_CACHE_SECONDS: '0',
      ...environment,
    },
    readTextFile,
  );
  const server = createPortal(options, {
    now: () => Math.floor(simulator.now()),
    limits: parts.limits ?? unlimited,
    log: createLog((line) => log.push(line)),
  });
  const customerId = (key: string): string =>
    seed.customers.find((one) => one.key === key)?.customerId ?? '';
  const call = (token?: string): Caller => caller(server, token);
  return {
    ...seed,
    simulator,
    stripe: stripeOn(simulator),
    server,
    options,
    stripeUrl,
    secret,
    log,
    customerId,
    call,
    async as(key) {
      const id = customerId(key);
      const hash = await signHash(secret, { type: 'customer', id }, null);
      const answer = await call()('POST /v1/sessions', { body: { customerId: id, hash } });
      return call(answer.body.token);
    },
    writes: () =>
      simulator
        .requests()
        .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/create_preview'))
        .map(({ method, path }) => `${method} ${path}`),
    stop: () => stripeServer.stop(),
  };
}

/** A browser on the allowed site, before any server. */
export function caller(server: PortalServer, token?: string): Caller {
  return async (name, options = {}) => {
    const [method = '', path = ''] = name.split(' ');
    const url = new URL(path.replace(':id', options.id ?? ''), 'https://portal.example');
    for (const [key, value] of Object.entries(options.query ?? {})) {
      url.searchParams.set(key, value);
    }
    const response = await server.fetch(
      new Request(url, {
        method,
        headers: {
          origin: ORIGIN,
          [INTENT_HEADER]: options.intent ?? crypto.randomUUID(),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(options.body !== undefined && { 'content-type': 'application/json' }),
          ...options.headers,
        },
        ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      }),
    );
    const body: unknown = await response.json();
    return {
      status: response.status,
      headers: response.headers,
      body: body as Result<typeof name>,
      problem: body as Problem,
    };
  };
}
