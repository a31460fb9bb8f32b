import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { noSuch } from '../wire/fault.ts';
import type { Wire } from '../wire/wire-object.ts';

export interface Customer {
  id: string;
  created: number;
  isDeleted: boolean;
  name: string | null;
  email: string | null;
  phone: string | null;
  description: string | null;
  businessName: string | null;
  individualName: string | null;
  address: Address | null;
  shipping: { address: Address; name: string; phone: string | null } | null;
  preferredLocales: string[];
  metadata: Record<string, string>;
  taxExempt: 'none' | 'exempt' | 'reverse';
  ipAddress: string | null;
  /** Set by the first subscription, invoice or balance; one customer has one currency. */
  currency: string | null;
  /** Negative is credit, positive is owed. */
  balance: number;
  defaultPaymentMethod: string | null;
  footer: string | null;
  invoicePrefix: string;
  nextInvoiceSequence: number;
  testClock: string | null;
}

export interface Address {
  city: string | null;
  country: string | null;
  line1: string | null;
  line2: string | null;
  postal_code: string | null;
  state: string | null;
}

/** A deleted customer is answered only to a plain retrieve. */
export function liveCustomer(world: World, id: string, param?: string): Customer {
  const customer = world.store.customers.get(id, param);
  if (customer.isDeleted) throw noSuch('customer', id, param);
  return customer;
}

export function formatCustomer(
  world: World,
  customer: Customer,
): Wire<Stripe.Customer | Stripe.DeletedCustomer> {
  if (customer.isDeleted) return { id: customer.id, object: 'customer', deleted: true };
  return {
    id: customer.id,
    object: 'customer',
    address: customer.address,
    balance: customer.balance,
    ...(customer.businessName === null ? {} : { business_name: customer.businessName }),
    created: customer.created,
    currency: customer.currency,
    customer_account: null,
    default_source: null,
    delinquent: isDelinquent(world, customer.id),
    description: customer.description,
    discount: null,
    email: customer.email,
    ...(customer.individualName === null ? {} : { individual_name: customer.individualName }),
    invoice_prefix: customer.invoicePrefix,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: customer.defaultPaymentMethod,
      footer: customer.footer,
      rendering_options: null,
    },
    livemode: false,
    metadata: customer.metadata,
    name: customer.name,
    next_invoice_sequence: customer.nextInvoiceSequence,
    phone: customer.phone,
    preferred_locales: customer.preferredLocales,
    shipping: shippingOf(customer),
    tax_exempt: customer.taxExempt,
    test_clock: customer.testClock,
  };
}

/** Only shown when expanded. */
export function formatCustomerTax(customer: Customer): Wire<Stripe.Customer.Tax> {
  const country = customer.shipping?.address.country ?? customer.address?.country ?? null;
  return {
    automatic_tax: country === null ? 'unrecognized_location' : 'not_collecting',
    ip_address: customer.ipAddress,
    location:
      country === null
        ? null
        : { country, source: 'billing_address', state: customer.address?.state ?? null },
    provider: 'stripe',
  };
}

export function shippingOf({ shipping }: Customer): Wire<Stripe.Customer.Shipping> | null {
  return shipping && { address: shipping.address, name: shipping.name, phone: shipping.phone };
}

/** True while the newest charge that was tried has not been paid. */
function isDelinquent(world: World, customer: string): boolean {
  return world.store.invoices
    .where('customer', customer)
    .some((invoice) => invoice.status === 'open' && invoice.attempted);
}
