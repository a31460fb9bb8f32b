import type Stripe from 'stripe';
import type { Cause } from '../core/cause.ts';
import type { WireObject } from '../wire/wire-object.ts';

export const API_VERSION = '2026-10-28.endive';

/** Something that happened. What it shows never changes; only its deliveries are counted down. */
export interface StoredEvent {
  readonly id: string;
  readonly created: number;
  /** The account's own time, which is another where a test clock's object is told of. */
  readonly recordedAt: number;
  readonly type: string;
  /** JSON of the object at that moment, unexpanded. */
  readonly object: string;
  readonly previousAttributes: WireObject | null;
  /** The request that did it; null where it was time. */
  readonly cause: Cause | null;
  /** Endpoints that have not taken it yet, or never did. */
  pendingWebhooks: number;
}

type WireEvent = Omit<Stripe.EventBase, 'type' | 'data' | 'account' | 'context'> & {
  type: string;
  data: { object: unknown; previous_attributes?: WireObject };
};

export function formatEvent(event: StoredEvent): WireEvent {
  return {
    id: event.id,
    object: 'event',
    api_version: API_VERSION,
    created: event.created,
    data: {
      object: JSON.parse(event.object),
      ...(event.previousAttributes === null
        ? {}
        : { previous_attributes: event.previousAttributes }),
    },
    livemode: false,
    pending_webhooks: event.pendingWebhooks,
    request: {
      id: event.cause?.requestId ?? null,
      idempotency_key: event.cause?.idempotencyKey ?? null,
    },
    type: event.type,
  };
}
