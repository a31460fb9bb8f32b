import { clientSecretFor, randomText } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import type { PaymentIntent } from './payment-intent.ts';

/** A payment that nobody has tried yet. */
export function createPaymentIntent(
  world: World,
  change: Partial<PaymentIntent> & Pick<PaymentIntent, 'amount' | 'currency' | 'customer'>,
): PaymentIntent {
  const id = `pi_3${randomText(23)}`;
  return world.store.paymentIntents.insert({
    id,
    created: world.clock.now(),
    invoice: null,
    clientSecret: clientSecretFor(id),
    status: 'requires_payment_method',
    paymentMethod: null,
    latestCharge: null,
    lastError: null,
    description: null,
    metadata: {},
    automaticPaymentMethods: null,
    methodTypes: null,
    canceledAt: null,
    cancellationReason: null,
    setupFutureUsage: null,
    ...change,
  });
}
