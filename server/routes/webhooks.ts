import type { Context, Hono } from 'hono';
import { readText } from '../body.ts';
import type { ServerContext } from '../context.ts';
import { BASE_HEADERS } from '../reply.ts';
import { ProblemError, asProblemError, problemResponse } from '../problem.ts';

/** An event carries a whole object; Stripe's largest stay well below this. */
const MAX_EVENT_BYTES = 512 * 1024;

/**
 * Stripe's news. An event only says that something is no longer as it was read: what it carries is
 * never applied, because deliveries repeat and overtake each other.
 */
export function webhookRoutes(app: Hono, server: ServerContext): void {
  app.post('/v1/webhooks/stripe', async function receiveEvent(context: Context) {
    try {
      await receive(context, server);
      return context.json({ received: true }, 200, BASE_HEADERS);
    } catch (error) {
      return problemResponse(asProblemError(error), crypto.randomUUID());
    }
  });
}

async function receive(context: Context, server: ServerContext): Promise<void> {
  const { options, account, cache, log } = server;
  const secret = options.stripeWebhookSecret;
  if (secret === null) {
    throw new ProblemError('not-found', { detail: 'Set STRIPE_WEBHOOK_SECRET to take events.' });
  }
  const body = await readText(context.req.raw, MAX_EVENT_BYTES);
  const signature = context.req.header('stripe-signature') ?? '';
  const event = await account.readEvent({ body, signature, secret });
  if (!event) {
    log('warn', 'webhook refused', {
      advice: 'Is STRIPE_WEBHOOK_SECRET that of this endpoint, and is the clock right?',
    });
    throw new ProblemError('invalid-request', { detail: 'The signature is not valid.' });
  }
  if (event.isLive !== (options.mode === 'live')) {
    log('warn', 'webhook of the other mode ignored', { eventId: event.id });
    return;
  }
  if (event.customerId !== null) await cache.forget(event.customerId);
  if (/^(product|price|coupon|promotion_code)\./.test(event.type)) await cache.forgetAll();
  log('info', 'webhook', { eventId: event.id, type: event.type });
}
