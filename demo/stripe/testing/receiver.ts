import type Stripe from 'stripe';
import { createStripeSimulator } from '../simulator.ts';
import type { SimulatorOptions } from '../simulator.ts';
import { stripeOn } from '../sdk.ts';
import { START } from './stage.ts';

export interface Received {
  event: Stripe.Event;
  body: string;
  signature: string;
  headers: Headers;
  url: string;
}

/** A simulator whose deliveries come here, and an endpoint that asks for `events`. */
export async function setReceiver(
  events: Stripe.WebhookEndpointCreateParams.EnabledEvent[] = ['*'],
  options: SimulatorOptions = {},
) {
  const clock = { now: START };
  const received: Received[] = [];
  const answers = { status: 200, onEvent: async (_event: Stripe.Event): Promise<void> => {} };
  const simulator = createStripeSimulator({
    ...options,
    now: () => clock.now,
    async deliver(request) {
      const body = await request.text();
      received.push({
        event: JSON.parse(body),
        body,
        signature: request.headers.get('stripe-signature') ?? '',
        headers: request.headers,
        url: request.url,
      });
      await answers.onEvent(JSON.parse(body));
      if (answers.status === 0) throw new TypeError('fetch failed');
      return new Response(null, { status: answers.status });
    },
  });
  const stripe = stripeOn(simulator);
  const endpoint = await stripe.webhookEndpoints.create({
    url: 'https://shop.example/webhooks',
    enabled_events: events,
  });
  const types = () => received.map(({ event }) => event.type);
  return { clock, simulator, stripe, endpoint, received, answers, types };
}
