import { Stripe } from 'stripe';
import type { StripeSimulator } from './simulator.ts';

/** Stripe's own SDK, talking to the simulator without a network. */
export function stripeOn(simulator: StripeSimulator, secretKey = 'sk_test_simulator'): Stripe {
  const inProcess = async (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
    simulator.fetch(new Request(input, init));
  return new Stripe(secretKey, {
    httpClient: Stripe.createFetchHttpClient(inProcess),
    maxNetworkRetries: 0,
    telemetry: false,
  });
}
