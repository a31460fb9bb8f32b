import type { Hono } from 'hono';
import type { Overview } from '../../contract/billing.ts';
import type { Billing } from '../billing/context.ts';
import { getOverview } from '../billing/overview.ts';
import { listPlans } from '../billing/plans.ts';
import type { ServerContext } from '../context.ts';
import { endpoint } from '../endpoint.ts';
import { Json } from '../json.ts';
import { subscriptionQuery } from '../schemas.ts';

/** The overview as it was read lately, unless something has changed since. */
export async function keptOverview(
  { cache }: ServerContext,
  { customerId, portal }: { customerId: string; portal: { name: string } },
  billing: Billing,
): Promise<Json<Overview>> {
  const of = { customerId, portal: portal.name };
  return new Json(await cache.overview(of, () => getOverview(billing)));
}

export function overviewRoutes(app: Hono, server: ServerContext): void {
  endpoint(app, server, 'GET /v1/overview', {
    query: subscriptionQuery,
    // That of one subscription is not kept, so each asks Stripe.
    limits: (_, { subscriptionId }) => (subscriptionId === undefined ? ['kept'] : ['read']),
    handle: async ({ caller, billing, query: { subscriptionId } }) =>
      subscriptionId === undefined
        ? keptOverview(server, caller, billing)
        : getOverview(billing, subscriptionId),
  });
  endpoint(app, server, 'GET /v1/plans', {
    query: subscriptionQuery,
    limits: ['read'],
    handle: ({ billing, query }) => listPlans(billing, query.subscriptionId),
  });
}
