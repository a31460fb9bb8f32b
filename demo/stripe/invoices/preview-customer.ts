import type { World } from '../core/world.ts';
import { blankCustomer } from '../customers/blank-customer.ts';
import { placeAfter } from '../customers/customer-params.ts';
import { liveCustomer } from '../customers/customer.ts';
import type { Customer } from '../customers/customer.ts';
import { cleared } from '../wire/common-params.ts';
import type { PreviewCustomer } from './preview-params.ts';

/**
 * For whom the preview is: a customer as they are, as they would be, or somebody who is not
 * there yet. What is changed here is undone with the preview.
 */
export function previewCustomer(
  world: World,
  id: string | undefined,
  details: PreviewCustomer | undefined,
): Customer {
  const old =
    id === undefined
      ? world.store.customers.insert(blankCustomer(world))
      : liveCustomer(world, id, 'customer');
  if (details === undefined) return old;
  const { tax, tax_exempt: exempt } = details;
  return world.store.customers.update(old.id, {
    ...placeAfter(old, details),
    ipAddress: cleared(tax?.ip_address, old.ipAddress),
    taxExempt: exempt === '' ? 'none' : (exempt ?? old.taxExempt),
  });
}
