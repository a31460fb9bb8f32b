import type { DueSource } from '../core/agenda.ts';
import type { World } from '../core/world.ts';
import { deleteCustomer } from '../customers/delete-customer.ts';
import { customersOn } from './members.ts';

/** Takes the clock's customers with it, and ends their subscriptions. */
export function deleteTestClock(world: World, id: string): void {
  for (const customer of customersOn(world, id)) deleteCustomer(world, customer.id);
  world.store.testClocks.delete(id);
}

/** Nobody keeps a test clock for ever. */
export const testClockDue: DueSource = {
  name: 'test clock',
  touchedBy: { testClocks: (_world, id) => id },
  next(world, id) {
    const clock = world.store.testClocks.find(id);
    if (clock === undefined) return null;
    return { at: clock.deletesAfter, run: () => deleteTestClock(world, id) };
  },
  clockOf: () => null,
};
