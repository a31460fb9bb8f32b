import type Stripe from 'stripe';
import type { Address } from '../customers/customer.ts';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';

export interface PaymentMethod {
  id: string;
  created: number;
  customer: string | null;
  /** Detached, or used without a customer: it can never be attached again. */
  isSpent: boolean;
  /** Its owner has confirmed it for charges while they are away. */
  isSetUp: boolean;
  number: string;
  brand: string;
  expMonth: number;
  expYear: number;
  billing: { address: Address; email: string | null; name: string | null; phone: string | null };
  metadata: Record<string, string>;
  allowRedisplay: 'always' | 'limited' | 'unspecified';
}

export function formatPaymentMethod(
  _world: World,
  method: PaymentMethod,
): Wire<Stripe.PaymentMethod> {
  return {
    id: method.id,
    object: 'payment_method',
    allow_redisplay: method.allowRedisplay,
    billing_details: { ...method.billing, tax_id: null },
    card: formatCard(method),
    created: method.created,
    customer: method.customer,
    customer_account: null,
    livemode: false,
    metadata: method.metadata,
    type: 'card',
  };
}

function formatCard(method: PaymentMethod): Wire<Stripe.PaymentMethod.Card> {
  return {
    brand: method.brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: method.number === '4000000000000101' ? 'fail' : 'pass',
    },
    country: 'US',
    display_brand: method.brand,
    exp_month: method.expMonth,
    exp_year: method.expYear,
    fingerprint: fingerprintOf(method.number),
    funding: method.number === '4000056655665556' ? 'debit' : 'credit',
    generated_from: null,
    last4: method.number.slice(-4),
    networks: { available: [method.brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

/** The same number gives the same fingerprint, whatever its expiry. */
function fingerprintOf(number: string): string {
  const digits = BigInt(number) * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n;
  return digits.toString(36).slice(-16).padStart(16, '0');
}
