import type { World } from '../core/world.ts';
import { refuse } from '../wire/fault.ts';
import type { Read } from '../wire/params.ts';
import { cardFault } from './attach.ts';
import { chosenMethod } from './chosen-method.ts';
import { noteAttempt } from './collect.ts';
import { readMandate } from './mandate-params.ts';
import { refuseWrongType } from './method-types.ts';
import type { confirmParams } from './payment-intent-params.ts';
import { formatPaymentIntent } from './payment-intent.ts';
import type { PaymentIntent } from './payment-intent.ts';
import { tryPayment } from './try-payment.ts';

type ConfirmParams = Pick<
  Read<typeof confirmParams>,
  | 'error_on_requires_action'
  | 'mandate_data'
  | 'off_session'
  | 'payment_method'
  | 'payment_method_data'
  | 'setup_future_usage'
>;

const CONFIRMABLE = new Set([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
]);

/** @throws 402 for a decline, which stays on record, and 400 where it cannot be tried at all. */
export function confirmPayment(
  world: World,
  id: string,
  params: ConfirmParams,
  isBrowser: boolean,
): PaymentIntent {
  const present = world.store.paymentIntents.get(id);
  if (!CONFIRMABLE.has(present.status)) throw cannotConfirm(present);
  const method = chosenMethod(world, params, present);
  refuseWrongType(present, method);
  const usage = params.setup_future_usage;
  const setupFutureUsage = usage === undefined ? present.setupFutureUsage : usage || null;
  const intent = world.store.paymentIntents.update(id, { setupFutureUsage });
  readMandate(world, method, { data: params.mandate_data, isBrowser });
  if (intent.invoice !== null) noteAttempt(world, world.store.invoices.get(intent.invoice), false);
  const isOffSession = params.off_session ?? params.error_on_requires_action ?? false;
  const outcome = tryPayment(world, intent, { method, isOffSession });
  const next = world.store.paymentIntents.get(id);
  if (outcome.kind !== 'declined') return next;
  throw cardFault(world, outcome.decline, {
    method,
    paymentIntent: { ...formatPaymentIntent(world, next) },
    charge: next.latestCharge,
  });
}

function cannotConfirm(intent: PaymentIntent) {
  const why =
    intent.status === 'succeeded'
      ? 'it has already succeeded after being previously confirmed'
      : `it has a status of ${intent.status}`;
  return refuse(
    `You cannot confirm this PaymentIntent because ${why}.`,
    undefined,
    'payment_intent_unexpected_state',
  );
}
