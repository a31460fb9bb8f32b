import type Stripe from 'stripe';
import { checkStep } from '../money/currency-step.ts';
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
import type { Price, PriceAmount, PriceTier, TaxBehavior } from './price.ts';

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
    [params.currency]: readAmount(params, isTiered, {
      currency: params.currency,
      at: 'unit_amount',
    }),
  };
  return { ...amounts, ...readOptions(params.currency_options ?? {}, isTiered) };
}

/** The amounts after an update: those sent replace their currency, `''` leaves only the own one. */
export function changeOptions(
  price: Price,
  options: Record<string, AmountParams> | '' | undefined,
): Record<string, PriceAmount> {
  const own = Object.entries(price.amounts).filter(([currency]) => currency === price.currency);
  if (options === '') return Object.fromEntries(own);
  if (options !== undefined && Object.hasOwn(options, price.currency)) {
    const at = `currency_options[${price.currency}]`;
    throw refuse("You cannot change the amount of the price's own currency.", at);
  }
  return { ...price.amounts, ...readOptions(options ?? {}, price.tiersMode !== null) };
}

/** @throws where packages do not fit: with tiers, or of less than one. */
export function readPackages(params: {
  billing_scheme?: 'per_unit' | 'tiered' | undefined;
  transform_quantity?: { divide_by: number; round: 'up' | 'down' } | undefined;
}): Price['transformQuantity'] {
  const { transform_quantity: packages } = params;
  if (packages === undefined) return null;
  if (params.billing_scheme === 'tiered') {
    throw refuse('transform_quantity cannot be combined with tiers.', 'transform_quantity');
  }
  if (packages.divide_by < 1) {
    throw refuse('Invalid positive integer', 'transform_quantity[divide_by]');
  }
  return { divideBy: packages.divide_by, round: packages.round };
}

function readOptions(
  options: Record<string, AmountParams>,
  isTiered: boolean,
): Record<string, PriceAmount> {
  return Object.fromEntries(
    Object.entries(options).map(([code, option]) => {
      const at = `currency_options[${code}]`;
      const currency = currencyCode.read(code, at);
      return [currency, readAmount(option, isTiered, { currency, at })];
    }),
  );
}

function readAmount(
  params: AmountParams,
  isTiered: boolean,
  { currency, at }: { currency: string; at: string },
): PriceAmount {
  const behavior = params.tax_behavior ?? 'unspecified';
  if (isTiered) return { kind: 'tiers', tiers: readTiers(params.tiers, at), taxBehavior: behavior };
  if (params.tiers !== undefined) {
    throw refuse('You cannot specify tiers without billing_scheme=tiered.', 'tiers');
  }
  if (params.unit_amount !== undefined && params.unit_amount_decimal !== undefined) {
    throw refuse('You may only specify one of unit_amount and unit_amount_decimal.', at);
  }
  if (params.unit_amount !== undefined) checkStep(params.unit_amount, currency, at);
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
