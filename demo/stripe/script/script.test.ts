import { createAdaptorServer } from '@hono/node-server';
import { Stripe } from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStripeSimulator } from '../simulator.ts';
import { CHAPTERS, OPENING, storyOn } from './chapters.ts';

/**
 * Told with Stripe's own package over a real port. `STRIPE_SCRIPT_PORT` fixes the simulator's port,
 * and `STRIPE_SCRIPT_BASE` points the package somewhere else: at a proxy that watches, say.
 */
describe.sequential("Stripe's package, step by step", () => {
  const simulator = createStripeSimulator({ now: () => OPENING });
  const server = createAdaptorServer({ fetch: (request, env) => simulator.fetch(request, env) });
  const story = { ...storyOn(simulator), stripe: new Stripe('sk_test_not_yet') };

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      const port = Number(process.env.STRIPE_SCRIPT_PORT ?? 0);
      server.listen(port, '127.0.0.1', () => resolve());
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    story.stripe = pointedAt(process.env.STRIPE_SCRIPT_BASE ?? `http://127.0.0.1:${port}`);
  });
  afterAll(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });

  for (const [chapter, steps] of CHAPTERS) {
    describe.sequential(chapter, () => {
      it.each(steps)('%s', async (_line, run) => run(story));
    });
  }

  it('is told in at least seventy steps', () => {
    expect(CHAPTERS.flatMap(([, steps]) => steps).length).toBeGreaterThanOrEqual(70);
  });
});

function pointedAt(base: string): Stripe {
  const { hostname: host, port } = new URL(base);
  return new Stripe('sk_test_simulator', {
    host,
    port,
    protocol: 'http',
    httpClient: Stripe.createNodeHttpClient(),
    maxNetworkRetries: 0,
    telemetry: false,
  });
}
