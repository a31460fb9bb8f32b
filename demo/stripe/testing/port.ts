import { createAdaptorServer } from '@hono/node-server';
import { Stripe } from 'stripe';
import { onTestFinished } from 'vitest';
import type { StripeSimulator } from '../simulator.ts';

/** The simulator behind a real port of this machine, until the test is over. */
export async function listen(simulator: StripeSimulator): Promise<number> {
  const server = createAdaptorServer({ fetch: (request, env) => simulator.fetch(request, env) });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  return address.port;
}

/** Stripe's SDK with Node's own HTTP client, or with `fetch`, over that port. */
export function stripeAt(port: number, client: 'node' | 'fetch' = 'node', retries = 0): Stripe {
  return new Stripe('sk_test_simulator', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: retries,
    telemetry: false,
    httpClient: client === 'node' ? Stripe.createNodeHttpClient() : Stripe.createFetchHttpClient(),
  });
}
