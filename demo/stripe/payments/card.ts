import type Stripe from 'stripe';
import type { Wire } from '../wire/wire-object.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { PaymentMethod } from './payment-method.ts';
import { cardByNumber } from './test-cards.ts';

export interface CardDetails {
  type: 'card';
  number: string;
  expMonth: number;
  expYear: number;
  hasCvc: boolean;
}

/** Where the name to show is another than the network's. */
const DISPLAY_BRANDS: Record<string, string> = {
  amex: 'american_express',
  diners: 'diners_club',
  unionpay: 'union_pay',
};

type Owner = Pick<PaymentMethod, 'billing' | 'customer' | 'isSpent'>;

export function formatCard(owner: Owner, card: CardDetails): Wire<Stripe.PaymentMethod.Card> {
  const { brand, funding, country } = factsOf(card);
  return {
    brand,
    checks: checksOf(owner, card),
    country,
    display_brand: DISPLAY_BRANDS[brand] ?? brand,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: fingerprintOf(card.number),
    funding,
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

/** Only what was given is checked, and only once a bank has seen it: when it is saved or charged. */
export function checksOf(
  { billing, customer, isSpent }: Owner,
  card: CardDetails,
): Wire<Stripe.PaymentMethod.Card.Checks> {
  const { failedChecks } = factsOf(card);
  const isSeen = customer !== null || isSpent;
  const answer = (isGiven: boolean, check: 'line1' | 'postal_code' | 'cvc') => {
    if (!isGiven) return null;
    return isSeen ? (failedChecks.includes(check) ? 'fail' : 'pass') : 'unchecked';
  };
  return {
    address_line1_check: answer(billing.address.line1 !== null, 'line1'),
    address_postal_code_check: answer(billing.address.postal_code !== null, 'postal_code'),
    cvc_check: answer(card.hasCvc, 'cvc'),
  };
}

export function factsOf({ number }: CardDetails) {
  const card = cardByNumber(number);
  return {
    brand: card?.brand ?? 'unknown',
    funding: card?.funding ?? 'unknown',
    country: card?.country ?? null,
    failedChecks: card?.failedChecks ?? [],
  };
}
