import type { World } from '../core/world.ts';
import type { Customer } from '../customers/customer.ts';
import { refuse } from '../wire/fault.ts';

const MOST_CUSTOMERS = 3;
const MOST_SUBSCRIPTIONS = 3;

/** The test clock that a customer, and all that is theirs, lives by; null: the account's time. */
export function testClockOf(world: World, customer: string | null): string | null {
  return world.store.customers.find(customer)?.testClock ?? null;
}

/** All but the deleted ones. */
export function customersOn(world: World, clock: string): Customer[] {
  return world.store.customers.where('testClock', clock).filter(({ isDeleted }) => !isDeleted);
}

/** @throws where the clock has as many customers as it may have. */
export function refuseFull(world: World, clock: string, param: string): void {
  if (customersOn(world, clock).length < MOST_CUSTOMERS) return;
  throw refuse(`A test clock can have up to ${MOST_CUSTOMERS} customers.`, param);
}

/** @throws where a customer on a test clock has as many subscriptions as they may have. */
export function refuseManySubscriptions(world: World, customer: string): void {
  if (testClockOf(world, customer) === null) return;
  if (world.store.subscriptions.where('customer', customer).length < MOST_SUBSCRIPTIONS) return;
  const message = `A customer on a test clock can have up to ${MOST_SUBSCRIPTIONS} subscriptions.`;
  throw refuse(message, 'customer');
}
