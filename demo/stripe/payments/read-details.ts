import type { World } from '../core/world.ts';
import { refuse } from '../wire/fault.ts';
import type { Read } from '../wire/params.ts';
import type { SepaDetails, UsBankDetails } from './bank-debit.ts';
import type { CardDetails } from './card.ts';
import type { cardParams, methodFields, sepaParams, usBankParams } from './method-data.ts';
import type { MethodDetails } from './payment-method.ts';
import { accountByIban, accountByNumber, TEST_ROUTING_NUMBER } from './test-accounts.ts';
import { cardByNumber, cardByToken } from './test-cards.ts';

type Data = { [Key in keyof typeof methodFields]: Read<(typeof methodFields)[Key]> | undefined };

/** The card or the account in the parameters. @throws where test mode does not know the number. */
export function readDetails(world: World, data: Data): MethodDetails {
  switch (data.type) {
    case 'us_bank_account':
      return readUsBank(needed(data.us_bank_account, 'us_bank_account'), data);
    case 'sepa_debit':
      return readSepa(needed(data.sepa_debit, 'sepa_debit'), data);
    case 'card':
    case undefined:
      return readCard(world, needed(data.card, 'card'));
  }
}

/** @throws for a month that is none, and for a date that is past. */
export function checkExpiry(world: World, month: number, year: number): void {
  const today = new Date(world.clock.now() * 1000);
  if (month < 1 || month > 12) {
    throw refuse(
      "Your card's expiration month is invalid.",
      'card[exp_month]',
      'invalid_expiry_month',
    );
  }
  if (year * 12 + month < today.getUTCFullYear() * 12 + today.getUTCMonth() + 1) {
    throw refuse(
      "Your card's expiration year is invalid.",
      'card[exp_year]',
      'invalid_expiry_year',
    );
  }
}

function readCard(world: World, params: Read<typeof cardParams>): CardDetails {
  const { number, token, exp_month: month, exp_year: year, cvc } = params;
  const card =
    token === undefined
      ? cardByNumber(number?.replaceAll(' ', '') ?? '')
      : cardByToken(token.replace(/^tok_/, 'pm_card_'));
  if (card === undefined) {
    throw refuse('Your card number is incorrect.', 'card[number]', 'incorrect_number');
  }
  if (cvc !== undefined && !(card.brand === 'amex' ? /^\d{3,4}$/ : /^\d{3}$/).test(cvc)) {
    throw refuse("Your card's security code is invalid.", 'card[cvc]', 'invalid_cvc');
  }
  const thisYear = new Date(world.clock.now() * 1000).getUTCFullYear();
  const expYear = year === undefined ? thisYear + 1 : year < 100 ? year + 2000 : year;
  const expMonth = month ?? 12;
  checkExpiry(world, expMonth, expYear);
  const hasCvc = cvc !== undefined || token !== undefined;
  return { type: 'card', number: card.number, expMonth, expYear, hasCvc };
}

function readUsBank(params: Read<typeof usBankParams>, data: Data): UsBankDetails {
  needed(data.billing_details?.name || undefined, 'billing_details[name]');
  const routingNumber = needed(params.routing_number, 'us_bank_account[routing_number]');
  const accountNumber = needed(params.account_number, 'us_bank_account[account_number]');
  const holderType = needed(params.account_holder_type, 'us_bank_account[account_holder_type]');
  if (routingNumber !== TEST_ROUTING_NUMBER) {
    throw refuse(
      'Invalid routing number.',
      'us_bank_account[routing_number]',
      'routing_number_invalid',
    );
  }
  if (accountByNumber(accountNumber) === undefined) {
    throw refuse(
      'You must use a test bank account number in test mode. Try 000123456789.',
      'us_bank_account[account_number]',
      'account_number_invalid',
    );
  }
  const accountType = params.account_type ?? 'checking';
  return { type: 'us_bank_account', accountNumber, routingNumber, holderType, accountType };
}

function readSepa(params: Read<typeof sepaParams>, data: Data): SepaDetails {
  needed(data.billing_details?.name || undefined, 'billing_details[name]');
  needed(data.billing_details?.email || undefined, 'billing_details[email]');
  const iban = params.iban.replaceAll(' ', '').toUpperCase();
  if (accountByIban(iban) === undefined) {
    throw refuse('The IBAN you provided is invalid.', 'sepa_debit[iban]', 'account_number_invalid');
  }
  return { type: 'sepa_debit', iban };
}

function needed<Value>(value: Value | undefined, param: string): Value {
  if (value !== undefined) return value;
  throw refuse(`Missing required param: ${param}.`, param, 'parameter_missing');
}
