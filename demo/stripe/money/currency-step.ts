import { refuse } from '../wire/fault.ts';

const THREE_DECIMALS = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd']);
const WHOLE_IN_HUNDREDS = new Set(['isk', 'ugx']);

/**
 * The smallest amount of a currency in its minor unit. Three-decimal currencies end in a zero;
 * krónur and shillings are written with two decimals that are always zero.
 * @see https://docs.stripe.com/currencies#special-cases
 */
export function stepOf(currency: string): number {
  if (THREE_DECIMALS.has(currency)) return 10;
  return WHOLE_IN_HUNDREDS.has(currency) ? 100 : 1;
}

/** @throws for an amount that nobody can pay in that currency. */
export function checkStep(amount: number, currency: string, at: string): void {
  const step = stepOf(currency);
  if (amount % step === 0) return;
  throw refuse(
    `Invalid amount for ${currency}: it must be evenly divisible by ${step}.`,
    at,
    'invalid_charge_amount',
  );
}
