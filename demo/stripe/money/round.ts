const DECIMAL_PLACES = 12;
const SCALE = 10n ** BigInt(DECIMAL_PLACES);

/**
 * `amount × numerator / denominator`, exact, rounded to the nearest multiple of `step` (the
 * currency's smallest amount); a tie goes away from zero.
 */
export function scaleAmount(
  amount: number,
  numerator: number,
  denominator: number,
  step = 1,
): number {
  if (denominator === 0) return 0;
  const steps = divide(BigInt(amount) * BigInt(numerator), BigInt(denominator) * BigInt(step));
  return steps * step;
}

/** The same, but what is less than a `step` is cut off. For amounts above zero. */
export function cutAmount(
  amount: number,
  numerator: number,
  denominator: number,
  step = 1,
): number {
  if (denominator === 0) return 0;
  const steps = (BigInt(amount) * BigInt(numerator)) / (BigInt(denominator) * BigInt(step));
  return Number(steps) * step;
}

/** A unit price like `"0.5"` (minor units, up to 12 decimals), and how often it is asked. */
export interface DecimalPart {
  unit: string;
  quantity: number;
}

/** That often that unit price, rounded once. */
export function multiplyDecimal(unit: string, quantity: number, step = 1): number {
  return sumDecimals([{ unit, quantity }], step);
}

/** All parts together, rounded once. */
export function sumDecimals(parts: DecimalPart[], step = 1): number {
  const sum = parts.reduce((left, part) => left + parse(part.unit) * BigInt(part.quantity), 0n);
  return divide(sum, SCALE * BigInt(step)) * step;
}

/** A share in percent (up to 4 decimals) of an amount. */
export function percentOf(amount: number, percent: number, step = 1): number {
  return scaleAmount(amount, Math.round(percent * 10_000), 1_000_000, step);
}

/** The part of a gross amount that is tax, when tax is inside. */
export function percentWithin(amount: number, percent: number, step = 1): number {
  const share = Math.round(percent * 10_000);
  return scaleAmount(amount, share, 1_000_000 + share, step);
}

function parse(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole) * SCALE + BigInt(fraction.padEnd(DECIMAL_PLACES, '0'));
  return decimal.startsWith('-') ? -value : value;
}

function divide(numerator: bigint, denominator: bigint): number {
  const isNegative = numerator < 0n !== denominator < 0n;
  const above = numerator < 0n ? -numerator : numerator;
  const below = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * above + below) / (2n * below);
  return Number(isNegative ? -rounded : rounded);
}
