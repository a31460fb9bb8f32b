/** Stripe's side of a webhook: events that are signed, and sent to a server. */
import { signatureOf } from '../../demo/stripe/webhooks/signature.ts';
import type { PortalServer } from '../index.ts';
import { NOW } from './now.ts';

export const WEBHOOK_SECRET = 'whsec_webhookSecretOfTheTest';
const URL = 'https://portal.example/v1/webhooks/stripe';

export interface TestDelivery {
  /** Laid over an event that is as it should be. */
  event?: object;
  /** In place of an event. */
  body?: string;
  at?: number;
  secrets?: string[];
  /** What happens to the header, or to the body, once they are made. */
  header?: (signed: string) => string;
  tamper?: (body: string) => string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

export function eventBody(event: object = {}): string {
  return JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'invoice.paid',
    livemode: false,
    api_version: '2026-10-28.endive',
    data: { object: { object: 'invoice', id: 'in_12345678', customer: 'cus_12345678' } },
    ...event,
  });
}

export async function deliveryOf({
  event,
  body = eventBody(event),
  at = NOW,
  secrets = [WEBHOOK_SECRET],
  header = (signed) => signed,
  tamper = (text) => text,
  headers,
}: TestDelivery = {}): Promise<Request> {
  const signature = header(await signatureOf(body, { at, secrets }));
  return new Request(URL, {
    method: 'POST',
    headers: { ...(signature !== '' && { 'stripe-signature': signature }), ...headers },
    body: tamper(body),
  });
}

export async function deliver(server: PortalServer, delivery?: TestDelivery): Promise<Response> {
  return server.fetch(await deliveryOf(delivery));
}
