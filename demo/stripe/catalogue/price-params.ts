import type Stripe from 'stripe';
import { refuse } from '../wire/fault.ts';
import {
  decimal,
  either,
  integer,
  later,
  listOf,
  mapOf,
  oneOf,
  required,
  shape,
  text,
} from '../wire/params.ts';
import type { Field, Read } from '../wire/params.ts';
import type { PriceAmount, PriceTier, TaxBehavior } from './price.ts';

/** Three lower-case letters. Stripe also takes capitals; it answers in lower case. */
export const currencyCode: Field<string> = {
  read(raw, at) {
    const code = text.read(raw, at).toLowerCase();
    if (!/^[a-z]{3}$/.test(code)) throw refuse(`Invalid currency: ${code}`, at);
    return code;
  },
};

export const unitDecimal = decimal;

export const tiers = listOf(
  shape<Stripe.PriceCreateParams.Tier>()({
    flat_amount: integer,
    flat_amount_decimal: decimal,
    unit_amount: integer,
    unit_amount_decimal: decimal,
    up_to: required(either(oneOf('inf'), integer)),
  }),
);

const taxBehavior = oneOf('unspecified', 'exclusive', 'inclusive');

export const currencyOptions = mapOf(
  shape<Stripe.PriceCreateParams.CurrencyOptions>()({
    tax_behavior: taxBehavior,
    tiers,
    unit_amount: integer,
    unit_amount_decimal: decimal,
    ...later('custom_unit_amount'),
  }),
);

interface AmountParams {
  unit_amount?: number | undefined;
  unit_amount_decimal?: string | undefined;
  tiers?: Read<typeof tiers> | undefined;
  tax_behavior?: TaxBehavior | undefined;
}

/** The amounts of a new price by currency. @throws unless each is either one unit price or tiers. */
export function readAmounts(
  params: AmountParams & {
    currency: string;
    billing_scheme?: 'per_unit' | 'tiered' | undefined;
    tiers_mode?: string | undefined;
    currency_options?: Record<string, AmountParams> | undefined;
  },
): Record<string, PriceAmount> {
  const isTiered = params.billing_scheme === 'tiered';
  if (isTiered && params.tiers_mode === undefined) {
    throw refuse('Missing required param: tiers_mode.', 'tiers_mode', 'parameter_missing');
  }
  const amounts: Record<string, PriceAmount> = {
    [params.currency]: readAmount(params, isTiered, 'unit_amount'),
  };
  for (const [currency, option] of Object.entries(params.currency_options ?? {})) {
    amounts[currency.toLowerCase()] = readAmount(option, isTiered, `currency_options[${currency}]`);
  }
  return amounts;
}

function readAmount(params: AmountParams, isTiered: boolean, at: string): PriceAmount {
  const behavior = params.tax_behavior ?? 'unspecified';
  if (isTiered) return { kind: 'tiers', tiers: readTiers(params.tiers, at), taxBehavior: behavior };
  if (params.tiers !== undefined) {
    throw refuse('You cannot specify tiers without billing_scheme=tiered.', 'tiers');
  }
  const unit = params.unit_amount_decimal ?? params.unit_amount?.toString();
  if (unit === undefined) {
    throw refuse(`Missing required param: ${at}.`, at, 'parameter_missing');
  }
  if (unit.startsWith('-')) throw refuse('Invalid non-negative integer', at);
  return { kind: 'unit', unitDecimal: unit, taxBehavior: behavior };
}

function readTiers(list: Read<typeof tiers> | undefined, at: string): PriceTier[] {
  const last = list?.at(-1);
  if (list === undefined || last === undefined) {
    throw refuse('Missing required param: tiers.', at, 'parameter_missing');
  }
  if (last.up_to !== 'inf') throw refuse('The last tier must have up_to=inf.', 'tiers');
  return list.map((tier) => ({
    upTo: tier.up_to === 'inf' ? null : tier.up_to,
    flatDecimal: tier.flat_amount_decimal ?? tier.flat_amount?.toString() ?? null,
    unitDecimal: tier.unit_amount_decimal ?? tier.unit_amount?.toString() ?? null,
  }));
}
