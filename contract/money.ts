/**
 * Stripe's minor units. An amount on the wire is an integer in the currency's
 * smallest unit *as Stripe counts it*, which is not what `Intl` says: ICU gives
 * HUF, IDR, ISK, COP, PKR and a dozen more no decimals, while Stripe stores them
 * times one hundred. So the table is written by hand.
 * @see https://docs.stripe.com/currencies#zero-decimal
 */
const ZERO_DECIMAL = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));
/** Stored times one hundred, but only whole units are ever charged. */
const WHOLE_UNITS_ONLY = new Set(['isk', 'ugx']);

/** How many digits Stripe keeps after the decimal point of `currency` (ISO 4217, any case). */
export function minorUnitDigits(currency: string): 0 | 2 | 3 {
  const code = currency.toLowerCase();
  if (ZERO_DECIMAL.has(code)) return 0;
  return THREE_DECIMAL.has(code) ? 3 : 2;
}

/** How many digits a person should be shown: as stored, but none for ISK and UGX. */
export function displayDigits(currency: string): 0 | 2 | 3 {
  return WHOLE_UNITS_ONLY.has(currency.toLowerCase()) ? 0 : minorUnitDigits(currency);
}

/** An amount in minor units as a decimal number in the currency's own unit: `(1452, 'usd')` is `14.52`. */
export function toMajorUnits(amountMinor: number, currency: string): number {
  return amountMinor / 10 ** minorUnitDigits(currency);
}
