import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';

export interface TaxId {
  id: string;
  created: number;
  customer: string;
  type: string;
  value: string;
}

export function taxIdsOf(world: World, customer: string): TaxId[] {
  return world.store.taxIds.newestOf('customer', customer);
}

export function formatTaxId(_world: World, taxId: TaxId): Wire<Stripe.TaxId> {
  return {
    id: taxId.id,
    object: 'tax_id',
    country:
      taxId.type === 'eu_vat' ? taxId.value.slice(0, 2) : taxId.type.slice(0, 2).toUpperCase(),
    created: taxId.created,
    customer: taxId.customer,
    customer_account: null,
    livemode: false,
    owner: { customer: taxId.customer, customer_account: null, type: 'customer' },
    type: taxId.type,
    value: taxId.value,
    verification: {
      status: verificationOf(taxId.value),
      verified_address: null,
      verified_name: null,
    },
  };
}

/** The magic values of test mode. @see https://docs.stripe.com/billing/customer/tax-ids#test */
function verificationOf(value: string): 'pending' | 'verified' | 'unverified' {
  if (value.endsWith('000000000')) return 'verified';
  return value.endsWith('111111111') ? 'unverified' : 'pending';
}
