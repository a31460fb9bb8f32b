import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { noSuch, refuse, StripeFault } from '../wire/fault.ts';
import { formatPaymentMethod, ruleOf } from './payment-method.ts';
import type { PaymentMethod } from './payment-method.ts';
import { accountByToken, TEST_ROUTING_NUMBER } from './test-accounts.ts';
import { cardByToken } from './test-cards.ts';
import type { Decline } from './declines.ts';

export type NewMethod = Pick<PaymentMethod, 'details'> & {
  billing?: Partial<PaymentMethod['billing']>;
  metadata?: Record<string, string>;
  allowRedisplay?: PaymentMethod['allowRedisplay'];
};

const NO_ADDRESS = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

export function createMethod(world: World, input: NewMethod): PaymentMethod {
  return world.store.paymentMethods.insert({
    id: longId('pm'),
    created: world.clock.now(),
    customer: null,
    isSpent: false,
    isSetUp: false,
    details: input.details,
    billing: { address: NO_ADDRESS, email: null, name: null, phone: null, ...input.billing },
    metadata: input.metadata ?? {},
    allowRedisplay: input.allowRedisplay ?? 'unspecified',
    automaticallyUpdatedAt: null,
  });
}

/** One that exists, by its id; a test token (`pm_card_visa`) makes a new one. */
export function findOrMake(world: World, id: string, param?: string): PaymentMethod {
  const details = detailsByToken(world, id);
  if (details === undefined) return world.store.paymentMethods.get(id, param);
  const billing = details.type === 'us_bank_account' ? { billing: { name: 'Test Account' } } : {};
  return createMethod(world, { details, ...billing });
}

export function isTestToken(id: string): boolean {
  return cardByToken(id) !== undefined || accountByToken(id) !== undefined;
}

/** One that is about to be attached without a SetupIntent. @throws what the bank says against it. */
export function adoptPaymentMethod(world: World, id: string, param?: string): PaymentMethod {
  const method = findOrMake(world, id, param);
  refuseSpent(method);
  if (method.customer !== null) {
    throw refuse('The payment method you provided has already been attached to a customer.', param);
  }
  const rule = ruleOf(method);
  if (rule.isRefusedOnSave && rule.charge !== null) throw cardFault(world, rule.charge, { method });
  return method;
}

/** One that already is the customer's. */
export function ownPaymentMethod(
  world: World,
  id: string,
  owner: { customer: string; param: string },
): PaymentMethod {
  const method = world.store.paymentMethods.find(id);
  if (method === undefined) {
    if (!isTestToken(id)) throw noSuch('PaymentMethod', id, owner.param);
  } else if (method.customer === owner.customer) return method;
  throw refuse(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    owner.param,
    'resource_missing',
  );
}

export function refuseSpent(method: PaymentMethod): void {
  if (!method.isSpent) return;
  throw refuse(
    'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
    'payment_method',
    'payment_method_unexpected_state',
  );
}

/** 402. What was written stays, as with a real decline, unless `isUndone`. */
export function cardFault(
  world: World,
  decline: Decline,
  context: {
    method: PaymentMethod;
    paymentIntent?: Record<string, unknown>;
    setupIntent?: Record<string, unknown>;
    charge?: string | null;
    isUndone?: boolean;
  },
): StripeFault {
  return new StripeFault({
    status: 402,
    type: 'card_error',
    message: decline.message,
    keep: context.isUndone !== true,
    details: {
      code: decline.code,
      decline_code: decline.declineCode ?? undefined,
      advice_code: decline.advice ?? undefined,
      network_decline_code: decline.networkCode ?? undefined,
      payment_intent: context.paymentIntent,
      setup_intent: context.setupIntent,
      charge: context.charge ?? undefined,
      payment_method: { ...formatPaymentMethod(world, context.method) },
    },
  });
}

function detailsByToken(world: World, token: string): PaymentMethod['details'] | undefined {
  const account = accountByToken(token);
  if (account !== undefined) {
    return {
      type: 'us_bank_account',
      accountNumber: account.accountNumber,
      routingNumber: TEST_ROUTING_NUMBER,
      holderType: 'individual',
      accountType: 'checking',
    };
  }
  const card = cardByToken(token);
  if (card === undefined) return undefined;
  const today = new Date(world.clock.now() * 1000);
  return {
    type: 'card',
    number: card.number,
    expMonth: today.getUTCMonth() + 1,
    expYear: today.getUTCFullYear() + 1,
    hasCvc: true,
  };
}
