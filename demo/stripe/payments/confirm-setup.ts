import type { World } from '../core/world.ts';
import { refuse } from '../wire/fault.ts';
import type { Read } from '../wire/params.ts';
import { cardFault } from './attach.ts';
import { chosenMethod } from './chosen-method.ts';
import { readMandate } from './mandate-params.ts';
import { ruleOf } from './payment-method.ts';
import type { PaymentMethod } from './payment-method.ts';
import type { confirmParams } from './setup-intent-params.ts';
import { formatSetupIntent } from './setup-intent.ts';
import type { SetupIntent } from './setup-intent.ts';

type ConfirmParams = Pick<
  Read<typeof confirmParams>,
  'mandate_data' | 'payment_method' | 'payment_method_data'
>;

/** @throws 402 for a method that its bank will not have saved; the refusal stays on record. */
export function confirmSetup(
  world: World,
  id: string,
  params: ConfirmParams,
  isBrowser: boolean,
): SetupIntent {
  const intent = world.store.setupIntents.get(id);
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    throw wrongSetupState(intent, 'confirm');
  }
  const method = chosenMethod(world, params, intent);
  const mandate = readMandate(world, method, { data: params.mandate_data, isBrowser });
  const { charge: decline, isRefusedOnSave, authentication } = ruleOf(method);
  if (isRefusedOnSave && decline !== null) {
    const failed = world.store.setupIntents.update(id, {
      status: 'requires_payment_method',
      paymentMethod: null,
      lastError: { decline, method: method.id },
    });
    const setupIntent = { ...formatSetupIntent(world, failed) };
    throw cardFault(world, decline, { method, setupIntent });
  }
  if (authentication === 'unless-set-up' || authentication === 'always') {
    return world.store.setupIntents.update(id, {
      status: 'requires_action',
      paymentMethod: method.id,
      lastError: null,
    });
  }
  return succeedSetup(world, { ...intent, mandate: mandate?.id ?? null }, method);
}

/** The method is the customer's from now on, also while they are away. */
export function succeedSetup(
  world: World,
  intent: SetupIntent,
  method: PaymentMethod,
): SetupIntent {
  if (method.customer !== null && method.customer !== intent.customer) {
    throw refuse('The payment method is already attached to another customer.', 'payment_method');
  }
  if (intent.customer !== null) {
    world.store.paymentMethods.update(method.id, { customer: intent.customer, isSetUp: true });
  }
  return world.store.setupIntents.update(intent.id, {
    status: 'succeeded',
    paymentMethod: method.id,
    mandate: intent.mandate,
    lastError: null,
  });
}

export function wrongSetupState(intent: SetupIntent, verb: string) {
  return refuse(
    `You cannot ${verb} this SetupIntent because it has a status of ${intent.status}.`,
    undefined,
    'setup_intent_unexpected_state',
  );
}
