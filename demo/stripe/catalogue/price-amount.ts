import { stepOf } from '../money/currency-step.ts';
import { multiplyDecimal, sumDecimals } from '../money/round.ts';
import type { DecimalPart } from '../money/round.ts';
import { refuse } from '../wire/fault.ts';
import type { Price, PriceAmount, PriceTier } from './price.ts';

/**
 * What `quantity` units cost for one whole period, in minor units, rounded once.
 * @throws when the price is not sold in that currency.
 * @see https://docs.stripe.com/products-prices/pricing-models#tiered-pricing
 */
export function amountFor(price: Price, currency: string, quantity: number): number {
  const amount = amountIn(price, currency);
  const step = stepOf(currency);
  if (amount.kind === 'unit') {
    return multiplyDecimal(amount.unitDecimal, billedUnits(price, quantity), step);
  }
  return price.tiersMode === 'volume'
    ? volumeAmount(amount.tiers, quantity, step)
    : graduatedAmount(amount.tiers, quantity, step);
}

/** Packages: a price for every ten units charges two of them for eleven (`up`) or one (`down`). */
function billedUnits({ transformQuantity }: Price, quantity: number): number {
  if (transformQuantity === null) return quantity;
  const { divideBy, round } = transformQuantity;
  return round === 'up' ? Math.ceil(quantity / divideBy) : Math.floor(quantity / divideBy);
}

/** The unit price as text, or null for tiers. */
export function unitDecimalIn(price: Price, currency: string): string | null {
  const amount = amountIn(price, currency);
  return amount.kind === 'unit' ? amount.unitDecimal : null;
}

export function isSoldIn(price: Price, currency: string): boolean {
  return Object.hasOwn(price.amounts, currency);
}

function amountIn(price: Price, currency: string): PriceAmount {
  const amount = price.amounts[currency];
  if (amount !== undefined) return amount;
  throw refuse(
    `The price specified only supports \`${price.currency}\`. This doesn't match the expected currency: \`${currency}\`.`,
    'items',
  );
}

/** Every unit costs what the tier of the whole quantity says. */
function volumeAmount(tiers: PriceTier[], quantity: number, step: number): number {
  const tier = tiers.find(({ upTo }) => upTo === null || quantity <= upTo);
  return tier === undefined ? 0 : sumDecimals(partsOf(tier, quantity), step);
}

/** Each tier charges the units that fall into it; the first one charges its flat amount in any case. */
function graduatedAmount(tiers: PriceTier[], quantity: number, step: number): number {
  const parts: DecimalPart[] = [];
  let below = 0;
  for (const tier of tiers) {
    if (parts.length > 0 && quantity <= below) break;
    const upTo = tier.upTo ?? Infinity;
    parts.push(...partsOf(tier, Math.min(quantity, upTo) - below));
    below = upTo;
  }
  return sumDecimals(parts, step);
}

function partsOf(tier: PriceTier, units: number): DecimalPart[] {
  return [
    { unit: tier.unitDecimal ?? '0', quantity: units },
    { unit: tier.flatDecimal ?? '0', quantity: 1 },
  ];
}
