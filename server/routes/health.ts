import type { Hono } from 'hono';
import type { ServerContext } from '../context.ts';
import { BASE_HEADERS } from '../reply.ts';

/** `/healthz`: the process runs. `/readyz`: it can reach Stripe, so customers may be sent here. */
export function healthRoutes(app: Hono, { account, log }: ServerContext): void {
  app.get('/healthz', function answerHealth(context) {
    return context.text('ok', 200, BASE_HEADERS);
  });
  app.get('/readyz', async function answerReady(context) {
    try {
      await account.catalogue.get();
      return context.text('ready', 200, BASE_HEADERS);
    } catch {
      log('warn', 'not ready', { advice: 'Stripe did not answer. Is STRIPE_SECRET_KEY valid?' });
      return context.text('not ready', 503, BASE_HEADERS);
    }
  });
}
