import type { World } from '../core/world.ts';
import type { Charge } from './charge.ts';
import { failIntent, succeedIntent } from './try-payment.ts';

/**
 * The bank's answer to a debit, some minutes later.
 * @returns the invoice that was not paid after all, or null.
 */
export function settleDebit(world: World, id: string): string | null {
  const pending = world.store.charges.get(id);
  const intent = world.store.paymentIntents.get(pending.paymentIntent);
  const decline = pending.answer?.decline ?? null;
  const status = decline === null ? 'succeeded' : 'failed';
  const charge: Charge = world.store.charges.update(id, { status, decline, answer: null });
  if (decline === null) {
    succeedIntent(world, intent, charge);
    return null;
  }
  failIntent(world, intent, { decline, method: charge.paymentMethod, charge: id });
  return intent.invoice;
}
