import { plainDecline } from './declines.ts';
import { GOES_THROUGH } from './test-cards.ts';
import type { TestRule } from './test-cards.ts';

/** What a bank does with a debit; the answer comes minutes later, or (`isStuck`) never. */
export interface TestAccount extends TestRule {
  isStuck: boolean;
}

export interface UsTestAccount extends TestAccount {
  accountNumber: string;
}

export const TEST_ROUTING_NUMBER = '110000000';

/** By test token. @see https://docs.stripe.com/payments/ach-direct-debit/accept-a-payment#test */
const US_ACCOUNTS: Record<string, UsTestAccount> = {
  pm_usBankAccount_success: us('000123456789'),
  pm_usBankAccount_accountClosed: us('000111111113', {
    charge: plainDecline('account_closed', "The customer's bank account has been closed."),
  }),
  pm_usBankAccount_noAccount: us('000111111116', {
    charge: plainDecline('no_account', "The customer's bank account could not be located."),
  }),
  pm_usBankAccount_insufficientFunds: us('000222222227', {
    charge: plainDecline(
      'insufficient_funds',
      "The customer's account has insufficient funds to cover this payment.",
    ),
  }),
  pm_usBankAccount_debitNotAuthorized: us('000333333335', {
    charge: plainDecline(
      'debit_not_authorized',
      'The customer has notified their bank that this payment was unauthorized.',
    ),
  }),
  pm_usBankAccount_invalidCurrency: us('000444444440', {
    charge: plainDecline('invalid_currency', 'The bank account does not support this currency.'),
  }),
  pm_usBankAccount_dispute: us('000555555559', { dispute: 'debit_not_authorized' }),
  pm_usBankAccount_processing: us('000000000009', { isStuck: true }),
};

const RETURNED = plainDecline(
  'payment_intent_payment_attempt_failed',
  'The payment could not be processed by the bank.',
);

/** By IBAN. @see https://docs.stripe.com/payments/sepa-debit/accept-a-payment#test */
const IBANS: Record<string, TestAccount> = {
  AT611904300234573201: account(),
  AT321904300235473204: account(),
  AT861904300235473202: account({ charge: RETURNED }),
  AT051904300235473205: account({ charge: RETURNED }),
  AT591904300235473203: account({ dispute: 'debit_not_authorized' }),
  AT981904300002222227: account({
    charge: plainDecline(
      'insufficient_funds',
      "The customer's account has insufficient funds to cover this payment.",
    ),
  }),
  DE89370400440532013000: account(),
};

export function accountByToken(token: string): UsTestAccount | undefined {
  return Object.hasOwn(US_ACCOUNTS, token) ? US_ACCOUNTS[token] : undefined;
}

export function accountByNumber(accountNumber: string): UsTestAccount | undefined {
  return Object.values(US_ACCOUNTS).find((one) => one.accountNumber === accountNumber);
}

export function accountByIban(iban: string): TestAccount | undefined {
  return Object.hasOwn(IBANS, iban) ? IBANS[iban] : undefined;
}

function us(accountNumber: string, rest: Partial<TestAccount> = {}): UsTestAccount {
  return { ...account(rest), accountNumber };
}

function account(rest: Partial<TestAccount> = {}): TestAccount {
  return { ...GOES_THROUGH, isStuck: false, refund: 'pending', ...rest };
}
