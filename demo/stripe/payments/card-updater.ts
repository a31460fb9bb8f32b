import type { World } from '../core/world.ts';
import type { CardDetails } from './card.ts';
import { cardByNumber } from './test-cards.ts';
import type { PaymentMethod } from './payment-method.ts';

export type CardChange = Partial<Pick<CardDetails, 'number' | 'expMonth' | 'expYear'>>;

/**
 * What a card network sends when a bank has issued a new card: the saved method lives on with its
 * new data. Not a call of Stripe's. @throws unless it is a card that some customer has saved.
 * @see https://docs.stripe.com/payments/cards/overview#automatic-card-updates
 */
export function updateCardAutomatically(
  world: World,
  id: string,
  change: CardChange,
): PaymentMethod {
  const { details, customer = null } = world.store.paymentMethods.find(id) ?? {};
  if (details?.type !== 'card' || customer === null) {
    throw new RangeError(`${id} is no saved card.`);
  }
  if (change.number !== undefined && cardByNumber(change.number) === undefined) {
    throw new RangeError(`${change.number} is no test card.`);
  }
  return world.store.paymentMethods.update(id, {
    details: { ...details, ...change },
    automaticallyUpdatedAt: world.clock.now(),
  });
}
