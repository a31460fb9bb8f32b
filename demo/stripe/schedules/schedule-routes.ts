import type { World } from '../core/world.ts';
import { cancelSubscription } from '../subscriptions/cancel.ts';
import { isWithin } from '../wire/common-params.ts';
import { pageOf } from '../wire/page.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { insertSchedule } from './create-schedule.ts';
import { formatSchedule } from './format-schedule.ts';
import { issueScheduled } from './issue-scheduled.ts';
import { releaseSchedule } from './release.ts';
import {
  cancelParams,
  createParams,
  listParams,
  releaseParams,
  retrieveParams,
  updateParams,
} from './schedule-params.ts';
import type { CreateParams } from './schedule-params.ts';
import type { Schedule } from './schedule.ts';
import { startSchedule } from './start-schedule.ts';
import { changeable, changeSchedule } from './update-schedule.ts';

export const scheduleRoutes: Route[] = [
  route('POST /v1/subscription_schedules', createParams, (world, { params }) =>
    formatSchedule(world, createSchedule(world, params)),
  ),
  route('GET /v1/subscription_schedules', listParams, (world, { params }) =>
    pageOf(
      world.store.schedules.newestOf(
        'customer',
        params.customer,
        (row) =>
          (params.scheduled !== true || row.status === 'not_started') &&
          isWithin(row.created, params.created) &&
          (params.canceled_at === undefined ||
            isWithin(row.canceledAt ?? -1, params.canceled_at)) &&
          (params.completed_at === undefined ||
            isWithin(row.completedAt ?? -1, params.completed_at)) &&
          (params.released_at === undefined || isWithin(row.releasedAt ?? -1, params.released_at)),
      ),
      params,
      { format: (row) => formatSchedule(world, row), url: '/v1/subscription_schedules' },
    ),
  ),
  route('GET /v1/subscription_schedules/:id', retrieveParams, (world, { path }) =>
    formatSchedule(world, world.store.schedules.get(path.id)),
  ),
  route('POST /v1/subscription_schedules/:id', updateParams, (world, { path, params }) => {
    issueScheduled(world, changeSchedule(world, path.id, params));
    return formatSchedule(world, world.store.schedules.get(path.id));
  }),
  route('POST /v1/subscription_schedules/:id/release', releaseParams, (world, { path, params }) =>
    formatSchedule(
      world,
      releaseSchedule(world, path.id, { keepsCancelDate: params.preserve_cancel_date ?? false }),
    ),
  ),
  route('POST /v1/subscription_schedules/:id/cancel', cancelParams, (world, { path, params }) => {
    const schedule = changeable(world.store.schedules.get(path.id), 'cancel');
    if (schedule.subscription !== null) {
      cancelSubscription(world, schedule.subscription, {
        invoiceNow: params.invoice_now ?? true,
        prorate: params.prorate ?? true,
      });
    }
    const canceledAt = world.clock.now();
    const next = world.store.schedules.update(path.id, { status: 'canceled', canceledAt });
    return formatSchedule(world, next);
  }),
];

function createSchedule(world: World, params: CreateParams): Schedule {
  const { id, status, phases } = insertSchedule(world, params);
  const isDue = (phases[0]?.start ?? Infinity) <= world.clock.now();
  if (status === 'not_started' && isDue) issueScheduled(world, startSchedule(world, id));
  return world.store.schedules.get(id);
}
