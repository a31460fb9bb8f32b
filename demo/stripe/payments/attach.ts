import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { noSuch, refuse, StripeFault } from '../wire/fault.ts';
import { formatPaymentMethod } from './payment-method.ts';
import type { PaymentMethod } from './payment-method.ts';
import { cardByNumber, cardByToken } from './test-cards.ts';
import type { Decline } from './declines.ts';
import type { TestCard } from './test-cards.ts';

export interface NewCard {
  card: TestCard;
  expMonth: number;
  expYear: number;
  billing?: Partial<PaymentMethod['billing']>;
  metadata?: Record<string, string>;
  allowRedisplay?: PaymentMethod['allowRedisplay'];
}

const NO_ADDRESS = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

export function createCard(world: World, input: NewCard): PaymentMethod {
  return world.store.paymentMethods.insert({
    id: longId('pm'),
    created: world.clock.now(),
    customer: null,
    isSpent: false,
    isSetUp: false,
    number: input.card.number,
    brand: input.card.brand,
    expMonth: input.expMonth,
    expYear: input.expYear,
    billing: { address: NO_ADDRESS, email: null, name: null, phone: null, ...input.billing },
    metadata: input.metadata ?? {},
    allowRedisplay: input.allowRedisplay ?? 'unspecified',
  });
}

/** An unattached payment method by its id; a test token (`pm_card_visa`) makes a new one. */
export function findOrMake(world: World, id: string, param?: string): PaymentMethod {
  const card = cardByToken(id);
  if (card === undefined) return world.store.paymentMethods.get(id, param);
  const year = new Date(world.clock.now() * 1000).getUTCFullYear();
  const expMonth = new Date(world.clock.now() * 1000).getUTCMonth() + 1;
  return createCard(world, { card, expMonth, expYear: year + 1 });
}

/** One that is about to be attached without a SetupIntent. @throws what the bank says against it. */
export function adoptPaymentMethod(world: World, id: string, param?: string): PaymentMethod {
  const method = findOrMake(world, id, param);
  refuseSpent(method);
  if (method.customer !== null) {
    throw refuse('The payment method you provided has already been attached to a customer.', param);
  }
  const card = cardOf(method);
  if (card.isRefusedOnSave && card.charge !== null) throw cardFault(world, card.charge, { method });
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
    if (cardByToken(id) === undefined) throw noSuch('PaymentMethod', id, owner.param);
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

export function cardOf(method: PaymentMethod): TestCard {
  const card = cardByNumber(method.number);
  if (card === undefined) throw refuse('Your card number is incorrect.', 'card[number]');
  return card;
}

/** 402. What was written stays, as with a real decline, unless `isUndone`. */
export function cardFault(
  world: World,
  decline: Decline,
  context: {
    method: PaymentMethod;
    paymentIntent?: Record<string, unknown>;
    setupIntent?: Record<string, unknown>;
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
      payment_method:
        context.paymentIntent === undefined
          ? { ...formatPaymentMethod(world, context.method) }
          : undefined,
    },
  });
}
