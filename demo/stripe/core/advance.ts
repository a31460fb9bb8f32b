import type { World } from './world.ts';

/** Far more than one row has to do in one second. */
const MOST_AT_ONE_SECOND = 100_000;

/**
 * Does everything that falls due up to `until` in the account's time, or in a test clock's, in
 * order of time and each at its own second.
 */
export function runDue(world: World, until: number, clock: string | null = null): void {
  let [second, count] = [0, 0];
  for (;;) {
    const due = world.agenda.next(world, clock);
    if (due === undefined || due.at > until) break;
    count = due.at === second ? count + 1 : 0;
    if (count > MOST_AT_ONE_SECOND)
      throw new Error(`Work due at ${second} does not come to an end.`);
    second = due.at;
    if (clock === null) world.clock.freeze(second);
    else world.clock.visit(second);
    due.run();
    world.store.commit();
  }
  world.clock.thaw();
}
