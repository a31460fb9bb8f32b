import type Stripe from 'stripe';
import type { Wire } from '../wire/wire-object.ts';
import { fingerprintOf } from './fingerprint.ts';

export interface UsBankDetails {
  type: 'us_bank_account';
  accountNumber: string;
  routingNumber: string;
  holderType: 'individual' | 'company';
  accountType: 'checking' | 'savings';
}

export interface SepaDetails {
  type: 'sepa_debit';
  iban: string;
}

export function formatUsBankAccount(
  details: UsBankDetails,
): Wire<Stripe.PaymentMethod.UsBankAccount> {
  return {
    account_holder_type: details.holderType,
    account_type: details.accountType,
    bank_name: 'STRIPE TEST BANK',
    financial_connections_account: null,
    fingerprint: fingerprintOf(details.routingNumber + details.accountNumber),
    last4: details.accountNumber.slice(-4),
    networks: { preferred: 'ach', supported: ['ach'] },
    routing_number: details.routingNumber,
    status_details: {},
  };
}

export function formatSepaDebit({ iban }: SepaDetails): Wire<Stripe.PaymentMethod.SepaDebit> {
  return {
    bank_code: iban.slice(4, 9),
    branch_code: '',
    country: iban.slice(0, 2),
    fingerprint: fingerprintOf(iban),
    generated_from: { charge: null, setup_attempt: null },
    last4: iban.slice(-4),
  };
}
