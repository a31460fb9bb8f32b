import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';

export interface Product {
  id: string;
  created: number;
  updated: number;
  active: boolean;
  name: string;
  description: string | null;
  defaultPrice: string | null;
  images: string[];
  marketingFeatures: string[];
  metadata: Record<string, string>;
  unitLabel: string | null;
  taxCode: string | null;
  statementDescriptor: string | null;
  shippable: boolean | null;
  url: string | null;
}

export function formatProduct(_world: World, product: Product): Wire<Stripe.Product> {
  return {
    id: product.id,
    object: 'product',
    active: product.active,
    created: product.created,
    default_price: product.defaultPrice,
    description: product.description,
    images: product.images,
    livemode: false,
    marketing_features: product.marketingFeatures.map((name) => ({ name })),
    metadata: product.metadata,
    name: product.name,
    package_dimensions: null,
    shippable: product.shippable,
    statement_descriptor: product.statementDescriptor,
    tax_code: product.taxCode,
    tax_details: null,
    type: 'service',
    unit_label: product.unitLabel,
    updated: product.updated,
    url: product.url,
  };
}
