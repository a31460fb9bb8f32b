import type { World } from '../core/world.ts';
import { noSuch, refuse } from '../wire/fault.ts';
import { succeedSetup } from './confirm-setup.ts';
import { AUTHENTICATION_FAILED } from './payment-intent.ts';
import { ruleOf } from './payment-method.ts';
import { failIntent, finishCharge } from './try-payment.ts';

/**
 * The bank's answer to a question put to the card holder (3-D Secure). Not a call of Stripe's: in
 * real life this happens in the bank's own page.
 */
export function answerChallenge(
  world: World,
  clientSecret: string,
  outcome: 'success' | 'fail',
): { status: string } {
  const { paymentIntents, setupIntents } = world.store;
  const setup = setupIntents.all().find((intent) => intent.clientSecret === clientSecret);
  if (setup !== undefined) return answerSetup(world, setup.id, outcome);
  const intent = paymentIntents.all().find((candidate) => candidate.clientSecret === clientSecret);
  if (intent === undefined) throw noSuch('intent', 'client_secret', 'client_secret');
  refuseUnlessAsked(intent.status);
  const method = world.store.paymentMethods.get(intent.paymentMethod ?? '');
  if (outcome === 'fail') {
    failIntent(world, intent, { decline: AUTHENTICATION_FAILED, method: method.id });
  } else {
    finishCharge(world, intent, method, true);
  }
  return { status: paymentIntents.get(intent.id).status };
}

function answerSetup(world: World, id: string, outcome: 'success' | 'fail'): { status: string } {
  const intent = world.store.setupIntents.get(id);
  refuseUnlessAsked(intent.status);
  const method = world.store.paymentMethods.get(intent.paymentMethod ?? '');
  const { charge: decline, isRefusedOnSave } = ruleOf(method);
  if (outcome === 'success' && (decline === null || !isRefusedOnSave)) {
    return { status: succeedSetup(world, intent, method).status };
  }
  const failed = world.store.setupIntents.update(id, {
    status: 'requires_payment_method',
    paymentMethod: null,
    lastError: {
      decline: { ...AUTHENTICATION_FAILED, code: 'setup_intent_authentication_failure' },
      method: method.id,
    },
  });
  return { status: failed.status };
}

function refuseUnlessAsked(status: string): void {
  if (status !== 'requires_action') {
    throw refuse(`There is nothing to confirm: the intent has the status ${status}.`);
  }
}
