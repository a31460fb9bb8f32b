import type Stripe from 'stripe';
import { cleared } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { clearableText, later, required, shape, text } from '../wire/params.ts';
import type { Field, Read } from '../wire/params.ts';
import type { Address, Customer } from './customer.ts';

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

/** Where a customer is, as it is after this: what is not sent stays, what is sent empty goes. */
export function placeAfter(
  old: Pick<Customer, 'address' | 'shipping'>,
  { address, shipping }: PlaceParams,
): Pick<Customer, 'address' | 'shipping'> {
  return {
    address: address === undefined ? old.address : address === '' ? null : readAddress(address),
    shipping:
      shipping === undefined
        ? old.shipping
        : shipping === ''
          ? null
          : {
              address: readAddress(shipping.address),
              name: shipping.name,
              phone: cleared(shipping.phone, null),
            },
  };
}

interface PlaceParams {
  address?: Read<typeof addressParams> | '' | undefined;
  shipping?: Read<typeof shippingParams> | '' | undefined;
}

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
