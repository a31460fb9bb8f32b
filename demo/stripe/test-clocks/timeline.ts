import type { World } from '../core/world.ts';
import type { Asked } from '../wire/asked.ts';
import { StripeFault } from '../wire/fault.ts';
import { customersOf } from '../wire/subject.ts';
import { testClockOf } from './members.ts';

/** The test clock that a call is about: in its path, its parameters, or its customer's. */
export function timelineOf(world: World, call: Pick<Asked, 'ids' | 'form'>): string | null {
  const { test_clock: sent } = call.form;
  const { testClocks } = world.store;
  const named =
    testClocks.find(call.ids.id) ?? testClocks.find(typeof sent === 'string' ? sent : null);
  if (named !== undefined) return named.id;
  for (const customer of customersOf(world, call)) {
    const clock = testClockOf(world, customer);
    if (clock !== null) return clock;
  }
  return null;
}

/** What time it is there. */
export function timeOn(world: World, clock: string | null): number {
  return world.store.testClocks.find(clock)?.frozenTime ?? world.clock.now();
}

/** @throws 429, as Stripe does, for a write to what is on its way through time. */
export function refuseWhileAdvancing(world: World, clock: string | null): void {
  if (world.store.testClocks.find(clock)?.status !== 'advancing') return;
  const message = `Test clock advancement underway - cannot perform modifications: ${clock}`;
  throw new StripeFault({ status: 429, message });
}
