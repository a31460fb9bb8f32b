import { changesIn } from './effect.ts';
import type { Effect, Watch } from './effect.ts';

export const watchSchedules: Watch = (_world, changes) =>
  changesIn(changes, 'schedules').flatMap(({ before, after }): Effect[] => {
    if (after === undefined) return [];
    const { id: object, customer, status } = after;
    const subscription = after.subscription ?? after.releasedSubscription;
    if (before === undefined) return [{ kind: 'schedule.made', object, customer, subscription }];
    if (before.status === status) return [];
    if (status === 'released')
      return [{ kind: 'schedule.released', object, customer, subscription }];
    if (status !== 'canceled' && status !== 'completed') return [];
    return [{ kind: 'schedule.ended', object, customer, subscription }];
  });
