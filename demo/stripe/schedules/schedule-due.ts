import type { DueSource } from '../core/agenda.ts';
import { testClockOf } from '../test-clocks/members.ts';
import { issueScheduled } from './issue-scheduled.ts';
import { startSchedule } from './start-schedule.ts';

/** A schedule for later starts its subscription by itself. */
export const scheduleDue: DueSource = {
  name: 'schedule',
  touchedBy: { schedules: (_world, id) => id },
  next(world, id) {
    const schedule = world.store.schedules.find(id);
    const [first] = schedule?.phases ?? [];
    if (schedule?.status !== 'not_started' || first === undefined) return null;
    return { at: first.start, run: () => issueScheduled(world, startSchedule(world, id)) };
  },
  clockOf: (world, id) => testClockOf(world, world.store.schedules.get(id).customer),
};
