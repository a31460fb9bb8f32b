import { refuse } from '../wire/fault.ts';
import { clearable, listOf, oneOf } from '../wire/params.ts';
import type { PaymentIntent } from './payment-intent.ts';
import type { MethodType, PaymentMethod } from './payment-method.ts';

/** `payment_settings.payment_method_types` of a subscription. */
export const methodTypes = clearable(listOf(oneOf('card', 'sepa_debit', 'us_bank_account')));

/** All that can pay in a currency: an American account in dollars, a European one in euros. */
export function typesFor(currency: string, allowed: readonly MethodType[] | null): MethodType[] {
  const all: MethodType[] = ['card'];
  if (currency === 'eur') all.push('sepa_debit');
  if (currency === 'usd') all.push('us_bank_account');
  return allowed === null ? all : all.filter((type) => allowed.includes(type));
}

export function acceptsType(
  intent: Pick<PaymentIntent, 'methodTypes' | 'currency'>,
  type: MethodType,
): boolean {
  return typesFor(intent.currency, intent.methodTypes).includes(type);
}

/** @throws 400 where the payment may not be made with such a method. */
export function refuseWrongType(intent: PaymentIntent, method: PaymentMethod): void {
  const { type } = method.details;
  if (acceptsType(intent, type)) return;
  throw refuse(
    `The PaymentMethod provided (${type}) is not allowed for this PaymentIntent. It accepts: ${typesFor(intent.currency, intent.methodTypes).join(', ')}.`,
    'payment_method',
    'payment_intent_incompatible_payment_method',
  );
}
