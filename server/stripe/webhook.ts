import type { Stripe } from 'stripe';
import type { WebhookDelivery } from './account.ts';
import { isId } from './ids.ts';

/** What a verified delivery is about. Its payload is never used: it may be old or out of order. */
export interface WebhookEvent {
  id: string;
  type: string;
  isLive: boolean;
  /** Whom it is about; null where it is about nobody, or about something that all share. */
  customerId: string | null;
}

const TOLERANCE_S = 300;

/**
 * The event of a delivery signed by Stripe within the last five minutes, or null. The SDK refuses
 * old timestamps but takes ones from the future, so that side is checked here.
 * @see https://docs.stripe.com/webhooks#verify-manually
 */
export async function readEvent(
  stripe: Stripe,
  { body, signature, secret }: WebhookDelivery,
  now: number,
): Promise<WebhookEvent | null> {
  const signedAt = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1]);
  if (!(Math.abs(now - signedAt) <= TOLERANCE_S)) return null;
  try {
    const event = await stripe.webhooks.constructEventAsync(
      body,
      signature,
      secret,
      TOLERANCE_S,
      undefined,
      now * 1000,
    );
    return {
      id: event.id,
      type: event.type,
      isLive: event.livemode,
      customerId: customerOf(event.data?.object ?? {}),
    };
  } catch {
    return null;
  }
}

function customerOf(object: { object?: unknown; id?: unknown; customer?: unknown }): string | null {
  const owner = object.object === 'customer' ? object.id : object.customer;
  const id = typeof owner === 'object' && owner !== null && 'id' in owner ? owner.id : owner;
  return typeof id === 'string' && isId('customer', id) ? id : null;
}
