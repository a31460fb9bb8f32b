import type Stripe from 'stripe';
import type { Wire } from '../wire/wire-object.ts';
import type { Charge } from './charge.ts';

/** Who decided, and what is told to the merchant. @see https://docs.stripe.com/declines */
export function outcomeOf(charge: Charge): Wire<Stripe.Charge.Outcome> {
  const { decline, risk, details } = charge;
  const base = {
    advice_code: decline?.advice ?? null,
    network_advice_code: null,
    network_decline_code: decline?.networkCode ?? null,
    ...(details.type === 'card'
      ? { risk_level: risk, risk_score: RISK_SCORES[risk] }
      : { risk_level: 'not_assessed' }),
  };
  if (decline === null) {
    const isElevated = risk === 'elevated';
    return {
      ...base,
      network_status: 'approved_by_network',
      reason: isElevated ? 'elevated_risk_level' : null,
      seller_message: isElevated
        ? 'Stripe evaluated this payment as having elevated risk, and placed it in your manual review queue.'
        : 'Payment complete.',
      type: isElevated ? 'manual_review' : 'authorized',
    };
  }
  if (risk === 'highest') {
    return {
      ...base,
      network_status: 'not_sent_to_network',
      reason: 'highest_risk_level',
      seller_message: 'Stripe blocked this payment as too risky.',
      type: 'blocked',
    };
  }
  const reason = decline.declineCode ?? decline.code;
  return {
    ...base,
    network_status: 'declined_by_network',
    reason,
    seller_message: SELLER_MESSAGES[reason] ?? `The bank returned the decline code \`${reason}\`.`,
    type: 'issuer_declined',
  };
}

const RISK_SCORES = { normal: 20, elevated: 66, highest: 95 };

const SELLER_MESSAGES: Record<string, string> = {
  generic_decline: 'The bank did not return any further details with this decline.',
};
