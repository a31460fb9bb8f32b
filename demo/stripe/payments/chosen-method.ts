import type { World } from '../core/world.ts';
import { refuse } from '../wire/fault.ts';
import type { Read } from '../wire/params.ts';
import { findOrMake, refuseSpent } from './attach.ts';
import { createFromData } from './method-data.ts';
import type { methodData } from './method-data.ts';
import type { PaymentMethod } from './payment-method.ts';

/** The one sent, or else the one that the intent already has. @throws where it may not be used. */
export function chosenMethod(
  world: World,
  params: {
    payment_method?: string | undefined;
    payment_method_data?: Read<typeof methodData> | undefined;
  },
  intent: { paymentMethod: string | null; customer: string | null },
): PaymentMethod {
  const method = readMethod(world, params, intent.paymentMethod);
  refuseSpent(method);
  if (method.customer !== null && method.customer !== intent.customer) {
    throw refuse(
      intent.customer === null
        ? `The provided PaymentMethod (${method.id}) belongs to a Customer. Please include the Customer in the \`customer\` parameter.`
        : `The provided PaymentMethod (${method.id}) belongs to another Customer.`,
      'payment_method',
      'payment_intent_invalid_parameter',
    );
  }
  return method;
}

function readMethod(
  world: World,
  params: Parameters<typeof chosenMethod>[1],
  present: string | null,
): PaymentMethod {
  const { payment_method: sent, payment_method_data: data } = params;
  if (sent !== undefined && data !== undefined) {
    throw refuse(
      'You may only specify one of these parameters: payment_method, payment_method_data.',
      'payment_method',
      'parameters_exclusive',
    );
  }
  if (data !== undefined) return createFromData(world, data);
  const id = sent ?? present;
  if (id !== null) return findOrMake(world, id, 'payment_method');
  throw refuse(
    'You cannot confirm this intent because it is missing a payment method. You can either update it with a payment method and then confirm it again, or confirm it again directly with a payment method.',
    undefined,
    'parameter_missing',
  );
}
