import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { cancelSubscription } from '../subscriptions/cancel.ts';
import { itemsOf } from '../subscriptions/subscription-item.ts';
import { isLive } from '../subscriptions/subscription.ts';
import { isWithin, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import type { Read } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { enterPhase } from './enter-phase.ts';
import { readPhases } from './read-phases.ts';
import { releaseSchedule } from './release.ts';
import {
  cancelParams,
  createParams,
  listParams,
  releaseParams,
  retrieveParams,
  updateParams,
} from './schedule-params.ts';
import { formatSchedule } from './schedule.ts';
import type { Schedule } from './schedule.ts';

export const scheduleRoutes: Route[] = [
  route('POST /v1/subscription_schedules', createParams, (world, { params }) =>
    formatSchedule(world, createFrom(world, params.from_subscription)),
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
  route('POST /v1/subscription_schedules/:id', updateParams, (world, { path, params }) =>
    formatSchedule(world, updateSchedule(world, path.id, params)),
  ),
  route('POST /v1/subscription_schedules/:id/release', releaseParams, (world, { path }) =>
    formatSchedule(world, releaseSchedule(world, path.id, 'asked')),
  ),
  route('POST /v1/subscription_schedules/:id/cancel', cancelParams, (world, { path, params }) => {
    const schedule = active(world.store.schedules.get(path.id), 'cancel');
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

/** The running period becomes the first phase, with what the subscription is now. */
function createFrom(world: World, id: string): Schedule {
  const subscription = world.store.subscriptions.get(id, 'from_subscription');
  if (!isLive(subscription)) {
    throw refuse(
      'You cannot migrate a subscription that has ended to a schedule.',
      'from_subscription',
    );
  }
  if (subscription.schedule !== null) {
    throw refuse(
      'You cannot migrate a subscription that is already attached to a schedule.',
      'from_subscription',
    );
  }
  if (subscription.cancelAt !== null) {
    throw refuse('You cannot migrate a subscription that is set to cancel.', 'from_subscription');
  }
  const items = itemsOf(world, id);
  const schedule = world.store.schedules.insert({
    id: longId('sub_sched'),
    created: world.clock.now(),
    customer: subscription.customer,
    subscription: id,
    releasedSubscription: null,
    status: 'active',
    billingMode: subscription.billingMode,
    endBehavior: 'release',
    metadata: {},
    entered: 0,
    canceledAt: null,
    completedAt: null,
    releasedAt: null,
    collectionMethod: subscription.collectionMethod,
    phases: [
      {
        start: Math.min(...items.map((item) => item.start)),
        end: Math.min(...items.map((item) => item.end)),
        items: items.map(({ price, quantity, metadata, taxRates }) => ({
          price,
          quantity,
          metadata,
          taxRates,
        })),
        currency: subscription.currency,
        discounts: subscription.discounts.map((discount) => ({
          coupon: null,
          promotion_code: null,
          discount,
        })),
        prorationBehavior: 'create_prorations',
        anchor: null,
        collectionMethod: null,
        defaultPaymentMethod: subscription.defaultPaymentMethod,
        defaultTaxRates: subscription.defaultTaxRates,
        description: subscription.description,
        metadata: subscription.metadata,
        trialEnd: subscription.status === 'trialing' ? subscription.trialEnd : null,
      },
    ],
  });
  world.store.subscriptions.update(id, { schedule: schedule.id });
  return schedule;
}

function updateSchedule(world: World, id: string, params: Read<typeof updateParams>): Schedule {
  const old = active(world.store.schedules.get(id), 'update');
  const phases = params.phases === undefined ? old.phases : readPhases(world, old, params.phases);
  const now = world.clock.now();
  const entered = phases.findLastIndex((phase) => phase.start <= now);
  const next = world.store.schedules.update(id, {
    endBehavior: params.end_behavior ?? old.endBehavior,
    metadata: mergeMetadata(old.metadata, params.metadata),
    phases,
    entered: Math.max(entered, 0),
  });
  applyCurrent(world, old, next);
  return next;
}

/** Changing the phase that is running changes the subscription. */
function applyCurrent(world: World, old: Schedule, next: Schedule): void {
  const before = old.phases[old.entered];
  const phase = next.phases[next.entered];
  const subscription = world.store.subscriptions.find(next.subscription);
  if (subscription === undefined || phase === undefined) return;
  const isSame =
    JSON.stringify(before?.items.map(({ price, quantity }) => [price, quantity])) ===
    JSON.stringify(phase.items.map(({ price, quantity }) => [price, quantity]));
  const isKept =
    JSON.stringify(subscription.discounts) ===
    JSON.stringify(phase.discounts.map(({ discount }) => discount));
  if (isSame && isKept) return;
  if (isSame) {
    enterPhase(world, subscription, { ...phase, prorationBehavior: 'none', anchor: null });
    return;
  }
  const lines = enterPhase(world, subscription, phase);
  if (lines.length > 0) {
    throw refuse(
      'The simulator does not bill a change of the current phase yet.',
      'phases[0][items]',
    );
  }
}

function active(schedule: Schedule, verb: string): Schedule {
  if (schedule.status === 'active') return schedule;
  throw refuse(
    `You cannot ${verb} a subscription schedule that is currently in the \`${schedule.status}\` status. It must be in one of the following statuses: not_started, active.`,
  );
}
