import type { World } from '../core/world.ts';
import { settleLatest } from '../subscriptions/settle.ts';
import type { Invoice } from './invoice.ts';
import { stopAdvancing } from './draft-hour.ts';

/** Bad debt: nobody asks for it any more, but it can still be paid. */
export function markUncollectible(
  world: World,
  id: string,
  reason: NonNullable<Invoice['uncollectibleReason']>,
): Invoice {
  stopAdvancing(world, id);
  const invoice = world.store.invoices.update(id, {
    status: 'uncollectible',
    uncollectibleAt: world.clock.now(),
    uncollectibleReason: reason,
  });
  settleLatest(world, invoice);
  return invoice;
}
