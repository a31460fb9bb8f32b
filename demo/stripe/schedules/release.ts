import type { World } from '../core/world.ts';
import { cancelSubscription } from '../subscriptions/cancel.ts';
import { refuse } from '../wire/fault.ts';
import type { Schedule } from './schedule.ts';

/**
 * Lets go of the subscription, which goes on as it is; at the last phase's end the schedule's own
 * end behaviour decides.
 */
export function releaseSchedule(world: World, id: string, why: 'asked' | 'end'): Schedule {
  const schedule = world.store.schedules.get(id);
  if (schedule.status !== 'active') {
    throw refuse(
      `You cannot release a subscription schedule that is currently in the \`${schedule.status}\` status. It must be in one of the following statuses: not_started, active.`,
    );
  }
  const now = world.clock.now();
  const { subscription } = schedule;
  if (why === 'end' && schedule.endBehavior === 'cancel' && subscription !== null) {
    const done = world.store.schedules.update(id, { status: 'completed', completedAt: now });
    cancelSubscription(world, subscription, { invoiceNow: false, prorate: false });
    return done;
  }
  if (subscription !== null) world.store.subscriptions.update(subscription, { schedule: null });
  return world.store.schedules.update(id, {
    status: 'released',
    releasedAt: now,
    releasedSubscription: subscription,
    subscription: null,
  });
}
