import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';

export interface TaxRate {
  id: string;
  created: number;
  active: boolean;
  displayName: string;
  inclusive: boolean;
  percentage: number;
  country: string | null;
  description: string | null;
  jurisdiction: string | null;
  metadata: Record<string, string>;
}

export function formatTaxRate(_world: World, rate: TaxRate): Wire<Stripe.TaxRate> {
  return {
    id: rate.id,
    object: 'tax_rate',
    active: rate.active,
    country: rate.country,
    created: rate.created,
    description: rate.description,
    display_name: rate.displayName,
    effective_percentage: null,
    flat_amount: null,
    inclusive: rate.inclusive,
    jurisdiction: rate.jurisdiction,
    jurisdiction_level: null,
    livemode: false,
    metadata: rate.metadata,
    percentage: rate.percentage,
    rate_type: 'percentage',
    state: null,
    tax_type: null,
  };
}
