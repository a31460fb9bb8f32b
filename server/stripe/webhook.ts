import type { Mode } from '../auth/secrets.ts';
import type { Clock } from '../clock.ts';
import { readNews, type News } from './news.ts';
import { createSignatureCheck, readSignature } from './webhook-signature.ts';

/** A delivery as it came: the body is read only once its header can be right. */
export interface Delivery {
  signature: string;
  readBody: () => Promise<Uint8Array>;
}

/** What is made of a delivery. */
export type Reading =
  /** Not Stripe's, or too old, or not for us to see. */
  | { verdict: 'refused'; why: string }
  /** Stripe's, but it says nothing of what we show: Stripe is not to send it again. */
  | { verdict: 'ignored'; why: string; eventId: string }
  | { verdict: 'news'; news: News };

export type WebhookReader = (delivery: Delivery) => Promise<Reading>;

interface ReaderOptions {
  /** Of the endpoint; two while one takes the place of the other. */
  secrets: readonly string[];
  mode: Mode;
  now: Clock;
}

const SIGNATURE_ADVICE = 'Is STRIPE_WEBHOOK_SECRET that of this endpoint, and is the clock right?';

/**
 * Reads Stripe's deliveries. What an event carries is never shown or applied: it may be old or out
 * of order. It only says of whom something is no longer as it was read.
 * @see https://docs.stripe.com/webhooks
 */
export function createWebhookReader({ secrets, mode, now }: ReaderOptions): WebhookReader {
  const isSigned = createSignatureCheck(secrets);
  return async ({ signature: header, readBody }) => {
    const signature = readSignature(header, now());
    if (!signature) return { verdict: 'refused', why: SIGNATURE_ADVICE };
    const body = await readBody();
    if (!(await isSigned(signature, body))) return { verdict: 'refused', why: SIGNATURE_ADVICE };
    const event = parse(body);
    if (event === null) return { verdict: 'refused', why: 'It is not a JSON object.' };
    const { id } = event;
    const eventId = typeof id === 'string' ? id.slice(0, 100) : '';
    const why = whyIgnored(event, mode);
    return why === null
      ? { verdict: 'news', news: readNews(event) }
      : { verdict: 'ignored', why, eventId };
  };
}

function parse(body: Uint8Array): Record<string, unknown> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * An event of another API version is taken if its version is one at all: accounts send the version
 * they were made with, and the id of a customer stands where it always stood.
 */
function whyIgnored(event: Record<string, unknown>, mode: Mode): string | null {
  const { object, id, type, livemode, account, context, api_version: version } = event;
  if (object !== 'event') return 'a kind of event that is not known: choose snapshot events';
  if (typeof id !== 'string' || !/^evt_\w{1,100}$/.test(id)) return 'an id that is not known';
  if (typeof type !== 'string' || !/^[a-z][\w.]{0,100}$/.test(type)) return 'a type that is none';
  if (livemode !== (mode === 'live')) return 'it is of the other mode';
  if (isGiven(account) || isGiven(context)) return 'it is of another account';
  if (typeof version !== 'string' || !/^20\d\d-\d\d-\d\d(?:\.[a-z]{1,40})?$/.test(version))
    return 'an API version that is not known';
  return null;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
