import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import type { LineDraft } from '../money/line.ts';
import type { InvoiceItem } from './invoice-item.ts';

/** Lines that wait for the subscription's next invoice. */
export function addPending(
  world: World,
  owner: { customer: string; currency: string },
  lines: LineDraft[],
): InvoiceItem[] {
  return lines.map((line) =>
    world.store.invoiceItems.insert({
      id: longId('ii'),
      created: world.clock.now(),
      customer: owner.customer,
      currency: owner.currency,
      line,
      invoice: null,
      metadata: {},
    }),
  );
}
