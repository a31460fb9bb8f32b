import type Stripe from 'stripe';
import type { Address } from '../customers/customer.ts';
import type { World } from '../core/world.ts';
import { refuse } from '../wire/fault.ts';
import type { Wire } from '../wire/wire-object.ts';
import { formatSepaDebit, formatUsBankAccount } from './bank-debit.ts';
import type { SepaDetails, UsBankDetails } from './bank-debit.ts';
import { formatCard } from './card.ts';
import type { CardDetails } from './card.ts';
import { accountByIban, accountByNumber } from './test-accounts.ts';
import type { TestAccount } from './test-accounts.ts';
import { cardByNumber } from './test-cards.ts';
import type { TestCard } from './test-cards.ts';

export type MethodDetails = CardDetails | UsBankDetails | SepaDetails;
export type MethodType = MethodDetails['type'];

export interface PaymentMethod {
  id: string;
  created: number;
  customer: string | null;
  /** Detached, or used without a customer: it can never be attached again. */
  isSpent: boolean;
  /** Its owner has confirmed it for charges while they are away. */
  isSetUp: boolean;
  details: MethodDetails;
  billing: { address: Address; email: string | null; name: string | null; phone: string | null };
  metadata: Record<string, string>;
  allowRedisplay: 'always' | 'limited' | 'unspecified';
  /** When the card network last sent new data of the card. */
  automaticallyUpdatedAt: number | null;
}

export function formatPaymentMethod(
  _world: World,
  method: PaymentMethod,
): Wire<Stripe.PaymentMethod> {
  return {
    id: method.id,
    object: 'payment_method',
    allow_redisplay: method.allowRedisplay,
    billing_details: { ...method.billing, tax_id: null },
    created: method.created,
    customer: method.customer,
    customer_account: null,
    livemode: false,
    metadata: method.metadata,
    ...formatDetails(method),
  };
}

/** What Stripe's test mode does with it. @throws for a number that it does not know. */
export function ruleOf({ details }: Pick<PaymentMethod, 'details'>): TestCard | TestAccount {
  const rule =
    details.type === 'card'
      ? cardByNumber(details.number)
      : details.type === 'sepa_debit'
        ? accountByIban(details.iban)
        : accountByNumber(details.accountNumber);
  if (rule === undefined) throw refuse('Your card number is incorrect.', 'card[number]');
  return rule;
}

function formatDetails(method: PaymentMethod) {
  const { details } = method;
  switch (details.type) {
    case 'card':
      return { type: details.type, card: formatCard(method, details) };
    case 'us_bank_account':
      return { type: details.type, us_bank_account: formatUsBankAccount(details) };
    case 'sepa_debit':
      return { type: details.type, sepa_debit: formatSepaDebit(details) };
  }
}
