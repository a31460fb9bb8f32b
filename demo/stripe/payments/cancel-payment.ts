import type { World } from '../core/world.ts';
import { plainDecline } from './declines.ts';
import type { PaymentIntent } from './payment-intent.ts';

/** Nothing is taken any more, and a debit that is on its way is called back. */
export function cancelPayment(
  world: World,
  id: string,
  cancellationReason: PaymentIntent['cancellationReason'],
): PaymentIntent {
  for (const charge of world.store.charges.where('paymentIntent', id)) {
    if (charge.status === 'pending') {
      world.store.charges.update(charge.id, {
        status: 'failed',
        answer: null,
        decline: CALLED_BACK,
      });
    }
  }
  const canceledAt = world.clock.now();
  const change = { status: 'canceled' as const, canceledAt, cancellationReason };
  return world.store.paymentIntents.update(id, change);
}

const CALLED_BACK = plainDecline('charge_canceled', 'The payment was canceled.');
