import type Stripe from 'stripe';
import { expand, isWithin, pageFields, timeFilter } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { flag, listOf, shape, text } from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { formatEvent } from './event.ts';
import type { StoredEvent } from './event.ts';

const listParams = shape<Stripe.EventListParams>()({
  ...pageFields,
  created: timeFilter,
  delivery_success: flag,
  type: text,
  types: listOf(text),
});
const retrieveParams = shape<Stripe.EventRetrieveParams>()({ expand });

export const eventRoutes: Route[] = [
  route('GET /v1/events', listParams, (world, { params }) => {
    checkTypes(params);
    const rows = world.events
      .newest(world.clock.accountNow())
      .filter((event) => isWithin(event.created, params.created) && isAsked(event, params));
    return pageOf(rows, params, { format: formatEvent, url: '/v1/events' });
  }),
  route('GET /v1/events/:id', retrieveParams, (world, { path }) =>
    formatEvent(world.events.get(path.id, world.clock.accountNow())),
  ),
];

function checkTypes({ type, types }: Read<typeof listParams>): void {
  if (type !== undefined && types !== undefined) {
    throw refuse('You may pass either type or types, but not both.', 'types');
  }
  if (types !== undefined && types.length > 20) {
    throw refuse('You can pass at most 20 types.', 'types');
  }
}

function isAsked(event: StoredEvent, params: Read<typeof listParams>): boolean {
  const { type, types, delivery_success: isDelivered } = params;
  return (
    (type === undefined || patternOf(type).test(event.type)) &&
    (types?.includes(event.type) ?? true) &&
    (isDelivered === undefined || isDelivered === (event.pendingWebhooks === 0))
  );
}

/** `customer.*` stands for a group. */
function patternOf(type: string): RegExp {
  const escaped = type.replaceAll(/[^\w*]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`);
}
