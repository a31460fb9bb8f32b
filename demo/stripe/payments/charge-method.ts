import type Stripe from 'stripe';
import type { Wire } from '../wire/wire-object.ts';
import { formatSepaDebit, formatUsBankAccount } from './bank-debit.ts';
import { checksOf, formatCard } from './card.ts';
import type { CardDetails } from './card.ts';
import type { Charge } from './charge.ts';

/** The card or the account as it was charged. */
export function formatChargeMethod(charge: Charge): Wire<Stripe.Charge.PaymentMethodDetails> {
  const { details, mandate } = charge;
  switch (details.type) {
    case 'card':
      return { type: 'card', card: formatChargedCard(charge, details) };
    case 'us_bank_account': {
      const account = formatUsBankAccount(details);
      return {
        type: 'us_bank_account',
        us_bank_account: {
          account_holder_type: account.account_holder_type,
          account_type: account.account_type,
          bank_name: account.bank_name,
          fingerprint: account.fingerprint,
          last4: account.last4,
          ...(mandate === null ? {} : { mandate }),
          payment_reference: null,
          routing_number: account.routing_number,
        },
      };
    }
    case 'sepa_debit': {
      const { generated_from: _from, ...account } = formatSepaDebit(details);
      return { type: 'sepa_debit', sepa_debit: { ...account, mandate } };
    }
  }
}

function formatChargedCard(
  charge: Charge,
  details: CardDetails,
): Wire<Stripe.Charge.PaymentMethodDetails.Card> {
  const card = formatCard({ billing: charge.billing, customer: null, isSpent: true }, details);
  return {
    amount_authorized: charge.status === 'failed' ? null : charge.amount,
    authorization_code: charge.status === 'failed' ? null : '123456',
    brand: card.brand,
    checks: checksOf({ billing: charge.billing, customer: null, isSpent: true }, details),
    country: card.country,
    electronic_commerce_indicator: charge.isAuthenticated ? '05' : null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    extended_authorization: { status: 'disabled' },
    fingerprint: card.fingerprint ?? null,
    funding: card.funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: charge.amount, status: 'unavailable' },
    regulated_status: card.regulated_status,
    three_d_secure: charge.isAuthenticated ? AUTHENTICATED : null,
    transaction_link_id: null,
    wallet: null,
  };
}

const AUTHENTICATED: Wire<Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure> = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
};
