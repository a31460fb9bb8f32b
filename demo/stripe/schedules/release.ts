import type { World } from '../core/world.ts';
import { endOnTime } from '../subscriptions/end-on-time.ts';
import type { Schedule } from './schedule.ts';
import { changeable } from './update-schedule.ts';

/** Lets go of the subscription, which goes on as it is. */
export function releaseSchedule(
  world: World,
  id: string,
  { keepsCancelDate }: { keepsCancelDate: boolean },
): Schedule {
  const { subscription, endBehavior } = changeable(world.store.schedules.get(id), 'release');
  if (subscription !== null) {
    const isEnding = endBehavior === 'cancel' && !keepsCancelDate;
    const change = isEnding ? { schedule: null, cancelAt: null } : { schedule: null };
    world.store.subscriptions.update(subscription, change);
  }
  return world.store.schedules.update(id, {
    status: 'released',
    releasedAt: world.clock.now(),
    releasedSubscription: subscription,
    subscription: null,
  });
}

/** After its last phase: the subscription goes on, or ends with it. */
export function endSchedule(world: World, id: string): void {
  const { endBehavior, subscription } = world.store.schedules.get(id);
  if (endBehavior === 'release' || subscription === null) {
    releaseSchedule(world, id, { keepsCancelDate: false });
    return;
  }
  world.store.schedules.update(id, { status: 'completed', completedAt: world.clock.now() });
  endOnTime(world, subscription);
}
