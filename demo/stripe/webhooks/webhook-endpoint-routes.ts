import type Stripe from 'stripe';
import { longId, randomText } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { EVENT_TYPES } from '../events/event-types.ts';
import { API_VERSION } from '../events/event.ts';
import {
  clearableMetadata,
  cleared,
  expand,
  mergeMetadata,
  pageFields,
} from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import {
  clearableText,
  flag,
  later,
  listOf,
  oneOf,
  required,
  shape,
  text,
} from '../wire/params.ts';
import type { Field, Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { formatWebhookEndpoint } from './webhook-endpoint.ts';
import type { WebhookEndpoint } from './webhook-endpoint.ts';

const MAX_ENDPOINTS = 16;

/** Stripe wants an address that the world can reach; here, one on this machine will do. */
const address: Field<string> = {
  read(raw, at) {
    const url = text.read(raw, at);
    if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
    throw refuse(
      'Invalid URL: An explicit scheme (such as https) must be provided.',
      at,
      'url_invalid',
    );
  },
};
const eventType: Field<string> = {
  read(raw, at) {
    const type = text.read(raw, at);
    if (type === '*' || EVENT_TYPES.has(type)) return type;
    throw refuse(`Invalid ${at}: must be a type of event, or *.`, at);
  },
};
const sharedFields = {
  description: clearableText,
  expand,
  metadata: clearableMetadata,
};
const createParams = shape<Stripe.WebhookEndpointCreateParams>()({
  ...sharedFields,
  api_version: oneOf(API_VERSION),
  enabled_events: required(listOf(eventType)),
  url: required(address),
  ...later('connect'),
});
const updateParams = shape<Stripe.WebhookEndpointUpdateParams>()({
  ...sharedFields,
  disabled: flag,
  enabled_events: listOf(eventType),
  url: address,
});
const retrieveParams = shape<Stripe.WebhookEndpointRetrieveParams>()({ expand });
const listParams = shape<Stripe.WebhookEndpointListParams>()({ ...pageFields });
const noParams = shape<Stripe.WebhookEndpointDeleteParams>()({});

export const webhookEndpointRoutes: Route[] = [
  route('POST /v1/webhook_endpoints', createParams, (world, { params }) => {
    const endpoint = createEndpoint(world, params);
    return { ...formatWebhookEndpoint(endpoint), secret: endpoint.secrets[0] };
  }),
  route('GET /v1/webhook_endpoints', listParams, (world, { params }) =>
    pageOf(world.store.webhookEndpoints.newest(), params, {
      format: formatWebhookEndpoint,
      url: '/v1/webhook_endpoints',
    }),
  ),
  route('GET /v1/webhook_endpoints/:id', retrieveParams, (world, { path }) =>
    formatWebhookEndpoint(world.store.webhookEndpoints.get(path.id)),
  ),
  route('POST /v1/webhook_endpoints/:id', updateParams, (world, { path, params }) => {
    const old = world.store.webhookEndpoints.get(path.id);
    const next = world.store.webhookEndpoints.update(path.id, {
      url: params.url ?? old.url,
      enabledEvents: params.enabled_events ?? old.enabledEvents,
      isEnabled: params.disabled === undefined ? old.isEnabled : !params.disabled,
      description: cleared(params.description, old.description),
      metadata: mergeMetadata(old.metadata, params.metadata),
    });
    return formatWebhookEndpoint(next);
  }),
  route('DELETE /v1/webhook_endpoints/:id', noParams, (world, { path }) => {
    world.store.webhookEndpoints.delete(path.id);
    return {
      id: path.id,
      object: 'webhook_endpoint',
      deleted: true,
    } satisfies Stripe.DeletedWebhookEndpoint;
  }),
];

function createEndpoint(world: World, params: Read<typeof createParams>): WebhookEndpoint {
  if (world.store.webhookEndpoints.all().length >= MAX_ENDPOINTS) {
    throw refuse(`You have reached the maximum of ${MAX_ENDPOINTS} test webhook endpoints.`);
  }
  if (params.enabled_events.length === 0) {
    throw refuse('You must enable at least one event.', 'enabled_events');
  }
  return world.store.webhookEndpoints.insert({
    id: longId('we'),
    created: world.clock.now(),
    url: params.url,
    enabledEvents: params.enabled_events,
    isEnabled: true,
    apiVersion: params.api_version ?? null,
    description: cleared(params.description, null),
    metadata: mergeMetadata({}, params.metadata),
    secrets: [newSecret()],
  });
}

export function newSecret(): string {
  return `whsec_${randomText(32)}`;
}
