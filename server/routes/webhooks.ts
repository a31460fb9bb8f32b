import type { Context, Hono } from 'hono';
import { readBytes } from '../raw-body.ts';
import { forgetUntrue } from '../cache/forget-untrue.ts';
import type { ServerContext } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { refuse } from '../refuse.ts';
import { PRIVATE_HEADERS, respond } from '../reply.ts';
import { REQUEST_ID_HEADER } from '../request-id.ts';
import type { News } from '../stripe/news.ts';

const CALL = 'POST /v1/webhooks/stripe';
/** An event carries a whole object; Stripe's largest stay well below this. */
const MAX_EVENT_BYTES = 512 * 1024;
/** As long as one signature may be shown: five minutes too early, and five too late. */
const SEEN_MS = 10 * 60 * 1_000;

/** What the news need of a running server. */
export interface WebhookContext extends Pick<
  ServerContext,
  'readWebhook' | 'cache' | 'store' | 'meter' | 'now' | 'log'
> {
  options: Pick<ServerContext['options'], 'stripeWebhookSecrets'>;
}

/**
 * Stripe's news. An event only says that something is no longer as it was read: what it carries is
 * never applied, because deliveries repeat and overtake each other.
 */
export function webhookRoutes(app: Hono, server: WebhookContext): void {
  app.post('/v1/webhooks/stripe', async function receiveEvent(context: Context) {
    try {
      await receive(context, server);
      return context.json({ received: true }, 200, PRIVATE_HEADERS);
    } catch (error) {
      const requestId = crypto.randomUUID();
      const reply = refuse(server, { error, requestId, call: CALL, context });
      return respond(reply, { [REQUEST_ID_HEADER]: requestId }, undefined);
    }
  });
}

async function receive(context: Context, server: WebhookContext): Promise<void> {
  const { options, readWebhook, log, meter, now } = server;
  if (options.stripeWebhookSecrets.length === 0) {
    throw new ProblemError('not-found', { detail: 'Set STRIPE_WEBHOOK_SECRET to take events.' });
  }
  const reading = await readWebhook({
    signature: context.req.header('stripe-signature') ?? '',
    readBody: () => readBytes(context.req.raw, MAX_EVENT_BYTES),
  });
  if (reading.verdict === 'refused') {
    throw new ProblemError('invalid-request', {
      detail: 'The delivery is not valid.',
      advice: reading.why,
    });
  }
  if (reading.verdict === 'ignored') {
    log('warn', 'webhook ignored', { eventId: reading.eventId, advice: reading.why });
    return;
  }
  const isNew = await hear(reading.news, server);
  const { eventId, type, createdAt } = reading.news;
  if (createdAt > 0) meter.webhook(now() - createdAt);
  log('info', isNew ? 'webhook' : 'webhook repeated', { eventId, type });
}

/**
 * First the work, then the mark that it is done: whoever falls over in between is told again. Where
 * not all instances could be told either, so Stripe is asked to send it once more.
 */
async function hear(news: News, { store, cache }: WebhookContext): Promise<boolean> {
  const key = `event:${news.eventId}`;
  const mark = await store.get(key).catch(() => null);
  if (mark !== null) return false;
  if (!(await forgetUntrue(cache, news))) throw new ProblemError('not-applied');
  await store.set(key, '1', SEEN_MS).catch(() => {});
  return true;
}
