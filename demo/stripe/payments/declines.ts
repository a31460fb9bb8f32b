/** Why a payment was refused, in all the words that Stripe has for it. */
export interface Decline {
  code: string;
  declineCode: string | null;
  message: string;
  /** What the bank says to do next. */
  advice: 'confirm_card_data' | 'do_not_try_again' | 'try_again_later' | null;
  /** The network's own code; null where the network was never asked. */
  networkCode: string | null;
}

const DECLINED = 'Your card was declined.';

/** Decline codes of `card_declined`: what the network says, the advice, and Stripe's words. */
const CARD_DECLINES: Record<string, [network: string, advice: Decline['advice'], text?: string]> = {
  approve_with_id: ['01', 'try_again_later'],
  call_issuer: ['01', 'do_not_try_again'],
  card_not_supported: ['57', 'do_not_try_again', 'Your card is not supported.'],
  card_velocity_exceeded: ['65', 'try_again_later'],
  currency_not_supported: ['57', 'do_not_try_again'],
  do_not_honor: ['05', 'do_not_try_again'],
  do_not_try_again: ['05', 'do_not_try_again'],
  duplicate_transaction: ['94', 'do_not_try_again'],
  fraudulent: ['59', 'do_not_try_again'],
  generic_decline: ['01', 'try_again_later'],
  insufficient_funds: ['51', 'try_again_later', 'Your card has insufficient funds.'],
  invalid_account: ['14', 'do_not_try_again'],
  invalid_amount: ['13', 'do_not_try_again'],
  issuer_not_available: ['91', 'try_again_later'],
  lost_card: ['41', 'do_not_try_again'],
  merchant_blacklist: ['59', 'do_not_try_again'],
  new_account_information_available: ['79', 'confirm_card_data'],
  no_action_taken: ['21', 'do_not_try_again'],
  not_permitted: ['57', 'do_not_try_again'],
  pickup_card: ['04', 'do_not_try_again'],
  reenter_transaction: ['19', 'try_again_later'],
  restricted_card: ['62', 'do_not_try_again'],
  revocation_of_all_authorizations: ['R1', 'do_not_try_again'],
  revocation_of_authorization: ['R0', 'do_not_try_again'],
  security_violation: ['63', 'do_not_try_again'],
  service_not_allowed: ['57', 'do_not_try_again'],
  stolen_card: ['43', 'do_not_try_again'],
  stop_payment_order: ['R0', 'do_not_try_again'],
  transaction_not_allowed: [
    '57',
    'do_not_try_again',
    'Your card does not support this type of purchase.',
  ],
  try_again_later: ['91', 'try_again_later'],
  withdrawal_count_limit_exceeded: ['65', 'try_again_later'],
};

/** Codes that say all by themselves. */
const OTHERS: Record<string, Decline> = {
  expired_card: alone('expired_card', 'Your card has expired.', 'confirm_card_data', '54'),
  incorrect_cvc: alone(
    'incorrect_cvc',
    "Your card's security code is incorrect.",
    'confirm_card_data',
    'N7',
  ),
  incorrect_zip: alone(
    'incorrect_zip',
    'The zip code you supplied failed validation.',
    'confirm_card_data',
    null,
  ),
  incorrect_number: alone(
    'incorrect_number',
    'Your card number is incorrect.',
    'confirm_card_data',
    null,
  ),
  processing_error: alone(
    'processing_error',
    'An error occurred while processing your card. Try again in a little bit.',
    'try_again_later',
    '96',
  ),
  authentication_required: {
    code: 'authentication_required',
    declineCode: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
    advice: null,
    networkCode: '1A',
  },
};

/**
 * The decline with that decline code (`insufficient_funds`) or code (`expired_card`).
 * @throws for a code that Stripe does not have.
 * @see https://docs.stripe.com/declines/codes
 */
export function declineFor(code: string): Decline {
  const other = Object.hasOwn(OTHERS, code) ? OTHERS[code] : undefined;
  if (other !== undefined) return other;
  const known = Object.hasOwn(CARD_DECLINES, code) ? CARD_DECLINES[code] : undefined;
  if (known === undefined) throw new RangeError(`Stripe has no decline code ${code}.`);
  const [networkCode, advice, message = DECLINED] = known;
  return { code: 'card_declined', declineCode: code, message, advice, networkCode };
}

/** All that `declineFor` knows. */
export function declineCodes(): string[] {
  return [...Object.keys(CARD_DECLINES), ...Object.keys(OTHERS)];
}

/** A refusal that no bank has a part in: a debit that was returned, a question not answered. */
export function plainDecline(code: string, message: string): Decline {
  return { code, declineCode: null, message, advice: null, networkCode: null };
}

function alone(
  code: string,
  message: string,
  advice: Decline['advice'],
  networkCode: string | null,
): Decline {
  return { code, declineCode: null, message, advice, networkCode };
}
