import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Recurrence } from '../money/period.ts';
import type { Wire } from '../wire/wire-object.ts';

export interface Price {
  id: string;
  created: number;
  active: boolean;
  currency: string;
  nickname: string | null;
  lookupKey: string | null;
  metadata: Record<string, string>;
  product: string;
  recurring: PriceRecurrence | null;
  taxBehavior: TaxBehavior;
  /** By currency; always has the price's own. */
  amounts: Record<string, PriceAmount>;
  tiersMode: 'graduated' | 'volume' | null;
  /** For prices of packages. */
  transformQuantity: { divideBy: number; round: 'up' | 'down' } | null;
}

export interface PriceRecurrence extends Recurrence {
  trialPeriodDays: number | null;
}
export type TaxBehavior = 'unspecified' | 'exclusive' | 'inclusive';

/** A flat price, in minor units with up to 12 decimals, or tiers. */
export type PriceAmount =
  | { kind: 'unit'; unitDecimal: string; taxBehavior: TaxBehavior }
  | { kind: 'tiers'; tiers: PriceTier[]; taxBehavior: TaxBehavior };

export interface PriceTier {
  /** Null: no upper end. */
  upTo: number | null;
  flatDecimal: string | null;
  unitDecimal: string | null;
}

export function formatPrice(_world: World, price: Price): Wire<Stripe.Price> {
  return {
    id: price.id,
    object: 'price',
    active: price.active,
    billing_scheme: price.tiersMode === null ? 'per_unit' : 'tiered',
    created: price.created,
    currency: price.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: price.lookupKey,
    metadata: price.metadata,
    nickname: price.nickname,
    product: price.product,
    recurring: price.recurring && {
      interval: price.recurring.interval,
      interval_count: price.recurring.intervalCount,
      meter: null,
      trial_period_days: price.recurring.trialPeriodDays,
      usage_type: 'licensed',
    },
    tax_behavior: price.taxBehavior,
    tiers_mode: price.tiersMode,
    transform_quantity: price.transformQuantity && packagesOf(price.transformQuantity),
    type: price.recurring === null ? 'one_time' : 'recurring',
    ...unitAmounts(price, price.currency),
  };
}

/** What a price is in one currency; `tiers` and `currency_options` are only shown when expanded. */
export function formatTiers(price: Price): Wire<Stripe.Price.Tier>[] | undefined {
  const amount = price.amounts[price.currency];
  return amount?.kind === 'tiers' ? amount.tiers.map(formatTier) : undefined;
}

export function formatCurrencyOptions(
  price: Price,
): Record<string, Wire<Stripe.Price.CurrencyOptions>> {
  return Object.fromEntries(
    Object.entries(price.amounts).map(([currency, amount]) => [
      currency,
      {
        custom_unit_amount: null,
        tax_behavior: amount.taxBehavior,
        ...unitAmounts(price, currency),
        ...(amount.kind === 'tiers' ? { tiers: amount.tiers.map(formatTier) } : {}),
      },
    ]),
  );
}

/** The older twin of a price that subscription items still carry. */
export function formatPlan(price: Price): Wire<Stripe.Plan> {
  const { unit_amount: amount, unit_amount_decimal: exact } = unitAmounts(price, price.currency);
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount,
    amount_decimal: exact,
    billing_scheme: price.tiersMode === null ? 'per_unit' : 'tiered',
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.intervalCount ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: price.tiersMode,
    transform_usage: price.transformQuantity && packagesOf(price.transformQuantity),
    trial_period_days: price.recurring?.trialPeriodDays ?? null,
    usage_type: 'licensed',
  };
}

function packagesOf({ divideBy, round }: NonNullable<Price['transformQuantity']>) {
  return { divide_by: divideBy, round };
}

/** A whole number where there is one; Stripe gives null where only the decimal is exact. */
function unitAmounts(price: Price, currency: string) {
  const amount = price.amounts[currency];
  if (amount?.kind !== 'unit') return { unit_amount: null, unit_amount_decimal: null };
  return { unit_amount: wholeOrNull(amount.unitDecimal), unit_amount_decimal: amount.unitDecimal };
}

function wholeOrNull(decimal: string | null): number | null {
  if (decimal === null) return null;
  const value = Number(decimal);
  return Number.isInteger(value) ? value : null;
}

function formatTier(tier: PriceTier): Wire<Stripe.Price.Tier> {
  return {
    flat_amount: wholeOrNull(tier.flatDecimal),
    flat_amount_decimal: tier.flatDecimal,
    unit_amount: wholeOrNull(tier.unitDecimal),
    unit_amount_decimal: tier.unitDecimal,
    up_to: tier.upTo,
  };
}
