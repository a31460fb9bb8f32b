import { clientSecretFor, longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import type { SetupIntent } from './setup-intent.ts';

export function createSetupIntent(world: World, change: Partial<SetupIntent>): SetupIntent {
  const id = longId('seti');
  return world.store.setupIntents.insert({
    id,
    created: world.clock.now(),
    customer: null,
    clientSecret: clientSecretFor(id),
    status: 'requires_payment_method',
    paymentMethod: null,
    mandate: null,
    lastError: null,
    usage: 'off_session',
    description: null,
    metadata: {},
    automaticPaymentMethods: null,
    cancellationReason: null,
    ...change,
  });
}
