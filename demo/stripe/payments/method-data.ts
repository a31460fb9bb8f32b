import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { addressParams, readAddress } from '../customers/customer-params.ts';
import { clearableMetadata, cleared, mergeMetadata } from '../wire/common-params.ts';
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
import { createMethod } from './attach.ts';
import type { PaymentMethod } from './payment-method.ts';
import { readDetails } from './read-details.ts';

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

export const usBankParams = shape<Stripe.PaymentMethodCreateParams.UsBankAccount>()({
  account_holder_type: oneOf('company', 'individual'),
  account_number: text,
  account_type: oneOf('checking', 'savings'),
  routing_number: text,
  ...later('financial_connections_account'),
});
export const sepaParams = shape<Stripe.PaymentMethodCreateParams.SepaDebit>()({
  iban: required(text),
});
export const methodFields = {
  type: required(oneOf('card', 'sepa_debit', 'us_bank_account')),
  card: cardParams,
  us_bank_account: usBankParams,
  sepa_debit: sepaParams,
  allow_redisplay: redisplay,
  billing_details: billingDetails,
  metadata: clearableMetadata,
};

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
  ...methodFields,
  payment_user_agent: text,
  referrer: text,
  time_on_page: text,
  guid: text,
  muid: text,
  sid: text,
});
type MethodData = Pick<Read<typeof methodData>, keyof typeof methodFields>;

/** @throws when the number is none of the test numbers, or the card has expired. */
export function createFromData(world: World, data: MethodData): PaymentMethod {
  const metadata = mergeMetadata({}, data.metadata);
  return createMethod(world, {
    details: readDetails(world, data),
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
