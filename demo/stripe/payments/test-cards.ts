import { declineFor } from './declines.ts';
import type { Decline } from './declines.ts';

/** What a bank does with a card, or with an account. */
export interface TestRule {
  /** Null: charges go through. */
  charge: Decline | null;
  /** Refused when it is saved, and not only when it is charged. */
  isRefusedOnSave: boolean;
  /** `unless-set-up`: only charges of somebody away, on a card that was set up, ask nothing. */
  authentication: 'never' | 'unless-set-up' | 'on-session' | 'always';
  /** Why a charge that went through is disputed at once. */
  dispute: 'fraudulent' | 'product_not_received' | 'debit_not_authorized' | null;
  risk: 'normal' | 'elevated' | 'highest';
  failedChecks: readonly ('line1' | 'postal_code' | 'cvc')[];
  /** How a refund ends that is not simply given back at once. */
  refund: 'succeeds' | 'pending' | 'fails';
}

export interface TestCard extends TestRule {
  number: string;
  brand: string;
  funding: 'credit' | 'debit' | 'prepaid';
  /** Of the bank, two letters. */
  country: string;
}

export const GOES_THROUGH: TestRule = {
  charge: null,
  isRefusedOnSave: false,
  authentication: 'never',
  dispute: null,
  risk: 'normal',
  failedChecks: [],
  refund: 'succeeds',
};

const GENERIC = declineFor('generic_decline');
const NO_FUNDS = declineFor('insufficient_funds');
const PROCESSING = declineFor('processing_error');
const VELOCITY = declineFor('card_velocity_exceeded');
const BLOCKED = { ...declineFor('fraudulent'), advice: null, networkCode: null };

/** By how a number begins; the longer ones first. */
const BRANDS = [
  ['30', 'diners'],
  ['34', 'amex'],
  ['35', 'jcb'],
  ['36', 'diners'],
  ['37', 'amex'],
  ['62', 'unionpay'],
  ['2', 'mastercard'],
  ['5', 'mastercard'],
  ['6', 'discover'],
] as const;

/** By test token. @see https://docs.stripe.com/testing */
const CARDS: Record<string, TestCard> = {
  pm_card_visa: card('4242424242424242'),
  pm_card_visa_debit: card('4000056655665556', { funding: 'debit' }),
  pm_card_mastercard: card('5555555555554444'),
  pm_card_mastercard_debit: card('5200828282828210', { funding: 'debit' }),
  pm_card_mastercard_prepaid: card('5105105105105100', { funding: 'prepaid' }),
  pm_card_amex: card('378282246310005'),
  pm_card_discover: card('6011111111111117'),
  pm_card_diners: card('3056930009020004'),
  pm_card_jcb: card('3566002020360505'),
  pm_card_unionpay: card('6200000000000005'),
  pm_card_br: card('4000000760000002', { country: 'BR' }),
  pm_card_de: card('4000002760000016'),
  pm_card_fr: card('4000002500000003'),
  pm_card_gb: card('4000008260000000'),
  pm_card_jp: card('4000003920000003', { country: 'JP' }),
  pm_card_authenticationRequiredOnSetup: card('4000002500003155', {
    authentication: 'unless-set-up',
  }),
  pm_card_authenticationRequired: card('4000002760003184', { authentication: 'always' }),
  pm_card_authenticationRequiredSetupForOffSession: card('4000003800000446', {
    authentication: 'on-session',
  }),
  pm_card_authenticationRequiredChargeDeclinedInsufficientFunds: card('4000008260003178', {
    authentication: 'unless-set-up',
    charge: NO_FUNDS,
  }),
  pm_card_threeDSecure2Required: card('4000000000003220', { authentication: 'always' }),
  pm_card_threeDSecureRequired: card('4000000000003063', { authentication: 'always' }),
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
  pm_card_visa_chargeDeclinedInsufficientFunds: card('4000000000009995', { charge: NO_FUNDS }),
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
    failedChecks: ['cvc'],
  }),
  pm_card_chargeDeclinedProcessingError: card('4000000000000119', { charge: PROCESSING }),
  pm_card_visa_chargeDeclinedVelocityLimitExceeded: card('4000000000006975', { charge: VELOCITY }),
  pm_card_radarBlock: card('4100000000000019', { charge: BLOCKED, risk: 'highest' }),
  pm_card_riskLevelElevated: card('4000000000009235', { risk: 'elevated' }),
  pm_card_cvcCheckFail: card('4000000000000101', { failedChecks: ['cvc'] }),
  pm_card_avsZipFail: card('4000000000000036', { failedChecks: ['postal_code'] }),
  pm_card_avsLine1Fail: card('4000000000000028', { failedChecks: ['line1'] }),
  pm_card_avsFail: card('4000000000000010', { failedChecks: ['line1', 'postal_code'] }),
  pm_card_createDispute: card('4000000000000259', { dispute: 'fraudulent' }),
  pm_card_createDisputeProductNotReceived: card('4000000000002685', {
    dispute: 'product_not_received',
  }),
  pm_card_pendingRefund: card('4000000000007726', { refund: 'pending' }),
  pm_card_refundFail: card('4000000000005126', { refund: 'fails' }),
};

/** Other names of the same cards. */
const ALIASES: Record<string, string> = {
  pm_card_us: 'pm_card_visa',
  pm_card_chargeDeclined: 'pm_card_visa_chargeDeclined',
  pm_card_chargeDeclinedInsufficientFunds: 'pm_card_visa_chargeDeclinedInsufficientFunds',
  pm_card_chargeDeclinedFraudulent: 'pm_card_radarBlock',
  pm_card_riskLevelHighest: 'pm_card_radarBlock',
};

/** Numbers of success that have no token. */
const MORE_NUMBERS = [
  card('2223003122003222'),
  card('371449635398431'),
  card('6011981111111113', { funding: 'debit' }),
  card('36227206271667'),
];

const BY_NUMBER = new Map(
  [...MORE_NUMBERS, ...Object.values(CARDS)].map((one) => [one.number, one]),
);

export function cardByToken(token: string): TestCard | undefined {
  const name = Object.hasOwn(ALIASES, token) ? (ALIASES[token] ?? token) : token;
  return Object.hasOwn(CARDS, name) ? CARDS[name] : undefined;
}

/** Test mode knows these numbers only, as Stripe's does. */
export function cardByNumber(number: string): TestCard | undefined {
  return BY_NUMBER.get(number);
}

function card(number: string, rest: Partial<TestCard> = {}): TestCard {
  return {
    ...GOES_THROUGH,
    number,
    brand: brandOf(number),
    funding: 'credit',
    country: countryOf(number),
    isRefusedOnSave: rest.charge !== undefined && rest.authentication === undefined,
    ...rest,
  };
}

function brandOf(number: string): string {
  const found = BRANDS.find(([start]) => number.startsWith(start));
  return found?.[1] ?? 'visa';
}

/** Many of Stripe's numbers say it by the country's three digits. */
function countryOf(number: string): string {
  const countries: Record<string, string> = { 250: 'FR', 276: 'DE', 380: 'IT', 826: 'GB' };
  return countries[number.slice(6, 9)] ?? 'US';
}
