import { formatEvent } from '../events/event.ts';
import type { StoredEvent } from '../events/event.ts';
import { signatureOf } from './signature.ts';
import type { WebhookEndpoint } from './webhook-endpoint.ts';

/** `globalThis.fetch`, or the `fetch` of an app that is tested without a network. */
export type Deliver = (request: Request) => Promise<Response> | Response;

/** How an endpoint took a delivery; no status: no answer came. */
export interface Receipt {
  status: number | null;
  error: string | null;
}

const TIMEOUT_MS = 20_000;

/** Sends an event once. A redirect is not followed, as with Stripe: it is an answer like others. */
export async function post(
  deliver: Deliver,
  event: StoredEvent,
  { endpoint, at }: { endpoint: WebhookEndpoint; at: number },
): Promise<Receipt> {
  const body = JSON.stringify(formatEvent(event), null, 2);
  const signature = await signatureOf(body, { at, secrets: endpoint.secrets });
  try {
    const response = await deliver(
      new Request(endpoint.url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          accept: '*/*; q=0.5, application/xml',
          'cache-control': 'no-cache',
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature,
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        },
        body,
      }),
    );
    await response.body?.cancel();
    return { status: response.status, error: null };
  } catch (error) {
    return { status: null, error: error instanceof Error ? error.message : 'no answer' };
  }
}

export function isTaken({ status }: Receipt): boolean {
  return status !== null && status >= 200 && status < 300;
}
