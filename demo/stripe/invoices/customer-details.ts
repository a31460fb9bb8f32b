import type { World } from '../core/world.ts';
import { taxIdsOf } from '../customers/tax-id.ts';
import type { Invoice } from './invoice.ts';

/** The customer as an invoice shows them: a draft as they are, a finalised one as they were. */
export function customerDetailsOf(world: World, id: string): Invoice['customerDetails'] {
  const customer = world.store.customers.get(id);
  return {
    name: customer.name,
    email: customer.email,
    phone: customer.phone,
    address: customer.address,
    taxExempt: customer.taxExempt,
    taxIds: taxIdsOf(world, id).map(({ type, value }) => ({ type, value })),
  };
}
