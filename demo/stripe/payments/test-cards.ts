import { declineFor } from './declines.ts';
import type { Decline } from './declines.ts';

/** What a bank does with a card. */
export interface TestCard {
  number: string;
  brand: string;
  /** Null: charges go through. */
  charge: Decline | null;
  /** Refused when it is saved, and not only when it is charged. */
  isRefusedOnSave: boolean;
  authentication: 'never' | 'until-set-up' | 'on-session' | 'always';
}

const GENERIC = declineFor('generic_decline');
const NO_FUNDS = declineFor('insufficient_funds');
const PROCESSING = declineFor('processing_error');

function card(number: string, rest: Partial<TestCard> = {}): TestCard {
  return {
    number,
    brand: brandOf(number),
    charge: null,
    isRefusedOnSave: rest.charge !== undefined && rest.authentication === undefined,
    authentication: 'never',
    ...rest,
  };
}

/** By test token. @see https://docs.stripe.com/testing */
const CARDS: Record<string, TestCard> = {
  pm_card_visa: card('4242424242424242'),
  pm_card_visa_debit: card('4000056655665556'),
  pm_card_mastercard: card('5555555555554444'),
  pm_card_amex: card('378282246310005'),
  pm_card_authenticationRequiredOnSetup: card('4000002500003155', {
    authentication: 'until-set-up',
  }),
  pm_card_authenticationRequired: card('4000002760003184', { authentication: 'always' }),
  pm_card_authenticationRequiredSetupForOffSession: card('4000003800000446', {
    authentication: 'on-session',
  }),
  pm_card_authenticationRequiredChargeDeclinedInsufficientFunds: card('4000008260003178', {
    authentication: 'always',
    charge: NO_FUNDS,
  }),
  pm_card_threeDSecure2Required: card('4000000000003220', { authentication: 'always' }),
  pm_card_threeDSecureRequiredChargeDeclined: card('4000008400001629', {
    authentication: 'always',
    charge: GENERIC,
  }),
  pm_card_threeDSecureRequiredProcessingError: card('4000008400001280', {
    authentication: 'always',
    charge: PROCESSING,
  }),
  pm_card_chargeCustomerFail: card('4000000000000341', { charge: GENERIC, isRefusedOnSave: false }),
  pm_card_visa_chargeDeclined: card('4000000000000002', { charge: GENERIC }),
  pm_card_chargeDeclined: card('4000000000000002', { charge: GENERIC }),
  pm_card_visa_chargeDeclinedInsufficientFunds: card('4000000000009995', { charge: NO_FUNDS }),
  pm_card_chargeDeclinedInsufficientFunds: card('4000000000009995', { charge: NO_FUNDS }),
  pm_card_visa_chargeDeclinedLostCard: card('4000000000009987', {
    charge: declineFor('lost_card'),
  }),
  pm_card_visa_chargeDeclinedStolenCard: card('4000000000009979', {
    charge: declineFor('stolen_card'),
  }),
  pm_card_chargeDeclinedExpiredCard: card('4000000000000069', {
    charge: declineFor('expired_card'),
  }),
  pm_card_chargeDeclinedIncorrectCvc: card('4000000000000127', {
    charge: declineFor('incorrect_cvc'),
  }),
  pm_card_chargeDeclinedProcessingError: card('4000000000000119', { charge: PROCESSING }),
  pm_card_visa_chargeDeclinedVelocityLimitExceeded: card('4000000000006975', {
    charge: declineFor('card_velocity_exceeded'),
  }),
  pm_card_radarBlock: card('4100000000000019', { charge: declineFor('fraudulent') }),
};

export function cardByToken(token: string): TestCard | undefined {
  return Object.hasOwn(CARDS, token) ? CARDS[token] : undefined;
}

/** Test mode knows these numbers only, as Stripe's does. */
export function cardByNumber(number: string): TestCard | undefined {
  return Object.values(CARDS).find((known) => known.number === number);
}

function brandOf(number: string): string {
  if (number.startsWith('5')) return 'mastercard';
  return number.startsWith('3') ? 'amex' : 'visa';
}
