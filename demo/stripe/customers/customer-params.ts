import type Stripe from 'stripe';
import { refuse } from '../wire/fault.ts';
import { clearableText, later, required, shape, text } from '../wire/params.ts';
import type { Field, Read } from '../wire/params.ts';
import type { Address } from './customer.ts';

export const email: Field<string> = {
  read(raw, at) {
    const value = clearableText.read(raw, at);
    if (value !== '' && !/^[^\s@]+@[^\s@]+$/.test(value)) {
      throw refuse(`Invalid email address: ${value}`, at, 'email_invalid');
    }
    if (value.length > 512) throw refuse('Email is too long.', at);
    return value;
  },
};

export const addressParams = shape<Stripe.AddressParam>()({
  city: clearableText,
  country: clearableText,
  line1: clearableText,
  line2: clearableText,
  postal_code: clearableText,
  state: clearableText,
});

export const shippingParams = shape<Stripe.CustomerCreateParams.Shipping>()({
  address: required(addressParams),
  name: required(text),
  phone: clearableText,
});

export const invoiceSettings = shape<Stripe.CustomerUpdateParams.InvoiceSettings>()({
  default_payment_method: clearableText,
  footer: clearableText,
  ...later('custom_fields', 'rendering_options'),
});

/** An address is replaced as a whole; what is not sent becomes null. */
export function readAddress(params: Read<typeof addressParams>): Address {
  const orNull = (value: string | undefined) =>
    value === undefined || value === '' ? null : value;
  return {
    city: orNull(params.city),
    country: orNull(params.country),
    line1: orNull(params.line1),
    line2: orNull(params.line2),
    postal_code: orNull(params.postal_code),
    state: orNull(params.state),
  };
}
