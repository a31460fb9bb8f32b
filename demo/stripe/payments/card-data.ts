import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { addressParams, readAddress } from '../customers/customer-params.ts';
import { clearableMetadata, cleared, mergeMetadata } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import {
  clearable,
  clearableText,
  integer,
  later,
  oneOf,
  partOf,
  required,
  shape,
  text,
} from '../wire/params.ts';
import type { Read } from '../wire/params.ts';
import { createCard } from './attach.ts';
import type { PaymentMethod } from './payment-method.ts';
import { cardByNumber, cardByToken } from './test-cards.ts';

export const billingDetails = shape<Stripe.PaymentMethodCreateParams.BillingDetails>()({
  address: clearable(addressParams),
  email: clearableText,
  name: clearableText,
  phone: clearableText,
  ...later('tax_id'),
});
export const cardParams = shape<{
  number: string;
  exp_month: number;
  exp_year: number;
  cvc: string;
  token: string;
}>()({
  number: text,
  exp_month: integer,
  exp_year: integer,
  cvc: text,
  token: text,
});
export const redisplay = oneOf('always', 'limited', 'unspecified');

/** `payment_method_data` of an intent, as Stripe.js sends it. */
export const methodData = partOf<
  Stripe.SetupIntentConfirmParams.PaymentMethodData & {
    card: unknown;
    guid: string;
    muid: string;
    sid: string;
    client_attribution_metadata: unknown;
    payment_user_agent: string;
    referrer: string;
    time_on_page: string;
  }
>()({
  type: required(oneOf('card')),
  card: required(cardParams),
  allow_redisplay: redisplay,
  billing_details: billingDetails,
  metadata: clearableMetadata,
  payment_user_agent: text,
  referrer: text,
  time_on_page: text,
  guid: text,
  muid: text,
  sid: text,
});
/** @throws when the number is none of the test cards, or the card has expired. */
export function createFromData(
  world: World,
  data: Pick<Read<typeof methodData>, 'card' | 'billing_details' | 'metadata' | 'allow_redisplay'>,
): PaymentMethod {
  const { number, token, exp_month: month, exp_year: year } = data.card;
  const card =
    token === undefined
      ? cardByNumber(number?.replaceAll(' ', '') ?? '')
      : cardByToken(token.replace(/^tok_/, 'pm_card_'));
  if (card === undefined) {
    throw refuse('Your card number is incorrect.', 'card[number]', 'incorrect_number');
  }
  const today = new Date(world.clock.now() * 1000);
  const expYear = year === undefined ? today.getUTCFullYear() + 1 : year < 100 ? year + 2000 : year;
  const expMonth = month ?? 12;
  if (expMonth < 1 || expMonth > 12) {
    throw refuse(
      "Your card's expiration month is invalid.",
      'card[exp_month]',
      'invalid_expiry_month',
    );
  }
  if (expYear * 12 + expMonth < today.getUTCFullYear() * 12 + today.getUTCMonth() + 1) {
    throw refuse(
      "Your card's expiration year is invalid.",
      'card[exp_year]',
      'invalid_expiry_year',
    );
  }
  const metadata = mergeMetadata({}, data.metadata);
  return createCard(world, {
    card,
    expMonth,
    expYear,
    metadata,
    ...(data.billing_details ? { billing: readBilling(data.billing_details) } : {}),
    ...(data.allow_redisplay ? { allowRedisplay: data.allow_redisplay } : {}),
  });
}

const NO_ADDRESS = addressParams.read({}, 'address');

export function readBilling(
  details: Read<typeof billingDetails>,
): Partial<PaymentMethod['billing']> {
  const billing: Partial<PaymentMethod['billing']> = {};
  if (details.address !== undefined)
    billing.address = readAddress(details.address === '' ? NO_ADDRESS : details.address);
  if (details.email !== undefined) billing.email = cleared(details.email, null);
  if (details.name !== undefined) billing.name = cleared(details.name, null);
  if (details.phone !== undefined) billing.phone = cleared(details.phone, null);
  return billing;
}
