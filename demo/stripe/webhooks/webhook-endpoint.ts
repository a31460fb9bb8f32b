import type Stripe from 'stripe';
import type { Wire } from '../wire/wire-object.ts';

export interface WebhookEndpoint {
  id: string;
  created: number;
  url: string;
  /** Types of events, or `*` for all. */
  enabledEvents: string[];
  isEnabled: boolean;
  apiVersion: string | null;
  description: string | null;
  metadata: Record<string, string>;
  /** Each delivery is signed with all: while a secret is being changed, the old one still holds. */
  secrets: string[];
}

/** The secret is never shown again after the creation. */
export function formatWebhookEndpoint(endpoint: WebhookEndpoint): Wire<Stripe.WebhookEndpoint> {
  return {
    id: endpoint.id,
    object: 'webhook_endpoint',
    api_version: endpoint.apiVersion,
    application: null,
    created: endpoint.created,
    description: endpoint.description,
    enabled_events: endpoint.enabledEvents,
    livemode: false,
    metadata: endpoint.metadata,
    status: endpoint.isEnabled ? 'enabled' : 'disabled',
    url: endpoint.url,
  };
}

export function wants(endpoint: WebhookEndpoint, type: string): boolean {
  const { isEnabled, enabledEvents } = endpoint;
  return isEnabled && (enabledEvents.includes('*') || enabledEvents.includes(type));
}
