import type { Hono } from 'hono';
import { getOverview } from '../billing/overview.ts';
import { listPlans } from '../billing/plans.ts';
import type { ServerContext } from '../context.ts';
import { endpoint } from '../endpoint.ts';
import { subscriptionQuery } from '../schemas.ts';

export function overviewRoutes(app: Hono, server: ServerContext): void {
  endpoint(app, server, 'GET /v1/overview', {
    query: subscriptionQuery,
    handle: ({ billing, query }) => getOverview(billing, query.subscriptionId),
  });
  endpoint(app, server, 'GET /v1/plans', {
    query: subscriptionQuery,
    handle: ({ billing, query }) => listPlans(billing, query.subscriptionId),
  });
}
