import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { migrateSubscription } from './migrate.ts';
import { migrateParams, pauseParams, resumeParams } from './pause-params.ts';
import { pauseSubscription } from './pause.ts';
import { resumeSubscription } from './resume.ts';
import { formatSubscription } from './subscription.ts';

export const subscriptionLifeRoutes: Route[] = [
  route('POST /v1/subscriptions/:id/pause', pauseParams, (world, { path, params }) =>
    formatSubscription(world, pauseSubscription(world, path.id, params)),
  ),
  route('POST /v1/subscriptions/:id/resume', resumeParams, (world, { path, params }) =>
    formatSubscription(world, resumeSubscription(world, path.id, params)),
  ),
  route('POST /v1/subscriptions/:id/migrate', migrateParams, (world, { path, params }) =>
    formatSubscription(world, migrateSubscription(world, path.id, params)),
  ),
];
