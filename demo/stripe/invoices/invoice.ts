import type Stripe from 'stripe';
import type { Address } from '../customers/customer.ts';
import { formatTaxRate } from '../catalogue/tax-rate.ts';
import type { World } from '../core/world.ts';
import type { Line } from '../money/line.ts';
import { totalTaxes } from '../money/totals.ts';
import { embeddedList } from '../wire/page.ts';
import type { Wire } from '../wire/wire-object.ts';
import { formatLine, formatTax } from './line-item.ts';

export interface Invoice {
  id: string;
  created: number;
  customer: string;
  /** As they were when it was finalised. */
  customerDetails: {
    name: string | null;
    email: string | null;
    phone: string | null;
    address: Address | null;
    taxExempt: 'none' | 'exempt' | 'reverse';
    taxIds: { type: string; value: string }[];
  };
  subscription: string | null;
  subscriptionMetadata: Record<string, string>;
  status: 'draft' | 'open' | 'paid' | 'void' | 'uncollectible';
  billingReason:
    'manual' | 'subscription_create' | 'subscription_cycle' | 'subscription_update' | 'upcoming';
  collectionMethod: 'charge_automatically' | 'send_invoice';
  currency: string;
  lines: Line[];
  discounts: string[];
  discountTotals: { discount: string; amount: number }[];
  defaultTaxRates: string[];
  subtotal: number;
  exclusiveTax: number;
  inclusiveTax: number;
  total: number;
  amountDue: number;
  amountPaid: number;
  startingBalance: number;
  endingBalance: number | null;
  periodStart: number;
  periodEnd: number;
  prorationAt: number | null;
  number: string | null;
  paymentIntent: string | null;
  defaultPaymentMethod: string | null;
  attemptCount: number;
  attempted: boolean;
  autoAdvance: boolean;
  nextPaymentAttempt: number | null;
  dueDate: number | null;
  description: string | null;
  metadata: Record<string, string>;
  finalizedAt: number | null;
  paidAt: number | null;
  voidedAt: number | null;
  /** Random part of its links. */
  linkKey: string;
}

export function formatInvoice(world: World, invoice: Invoice): Wire<Stripe.Invoice> {
  return {
    id: invoice.id,
    object: 'invoice',
    account_country: 'US',
    account_name: 'Simulated account',
    account_tax_ids: null,
    ...amountsOf(invoice),
    application: null,
    attempt_count: invoice.attemptCount,
    attempted: invoice.attempted,
    auto_advance: invoice.autoAdvance,
    automatic_tax: {
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    },
    automatically_finalizes_at: null,
    billing_reason: invoice.billingReason,
    collection_method: invoice.collectionMethod,
    created: invoice.created,
    currency: invoice.currency,
    custom_fields: null,
    customer: invoice.customer,
    customer_account: null,
    ...whoOf(invoice),
    default_payment_method: invoice.defaultPaymentMethod,
    default_source: null,
    default_tax_rates: invoice.defaultTaxRates.map((id) =>
      formatTaxRate(world, world.store.taxRates.get(id)),
    ),
    description: invoice.description,
    discounts: invoice.discounts,
    due_date: invoice.dueDate,
    effective_at: invoice.finalizedAt,
    footer: null,
    from_invoice: null,
    ...linksOf(world, invoice),
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: embeddedList(
      invoice.lines.map((line) => formatLine(invoice, line)),
      `/v1/invoices/${invoice.id}/lines`,
    ),
    livemode: false,
    metadata: invoice.metadata,
    next_payment_attempt: invoice.nextPaymentAttempt,
    number: invoice.number,
    on_behalf_of: null,
    parent: parentOf(invoice),
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: invoice.periodEnd,
    period_start: invoice.periodStart,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    statement_descriptor: null,
    status: invoice.status,
    status_transitions: {
      finalized_at: invoice.finalizedAt,
      marked_uncollectible_at: null,
      paid_at: invoice.paidAt,
      voided_at: invoice.voidedAt,
    },
    test_clock: null,
    webhooks_delivered_at: invoice.finalizedAt,
  };
}

/** What Stripe.js needs to have it paid; only shown when expanded, and only while it is open. */
export function formatConfirmationSecret(
  world: World,
  invoice: Invoice,
): Wire<Stripe.Invoice.ConfirmationSecret> | null {
  const intent = world.store.paymentIntents.find(invoice.paymentIntent);
  if (intent === undefined || invoice.status !== 'open') return null;
  return { client_secret: intent.clientSecret, type: 'payment_intent' };
}

function whoOf({ customerDetails: who }: Invoice) {
  return {
    customer_address: who.address,
    customer_email: who.email,
    customer_name: who.name,
    customer_phone: who.phone,
    customer_shipping: null,
    customer_tax_exempt: who.taxExempt,
    customer_tax_ids: who.taxIds,
  };
}

function amountsOf(invoice: Invoice) {
  const isSettled = invoice.status === 'paid' || invoice.status === 'void';
  return {
    amount_due: invoice.amountDue,
    amount_overpaid: 0,
    amount_paid: invoice.amountPaid,
    amount_remaining: isSettled ? 0 : invoice.amountDue - invoice.amountPaid,
    amount_shipping: 0,
    ending_balance: invoice.endingBalance,
    starting_balance: invoice.startingBalance,
    subtotal: invoice.subtotal,
    subtotal_excluding_tax: invoice.subtotal - invoice.inclusiveTax,
    total: invoice.total,
    total_discount_amounts: invoice.discountTotals,
    total_excluding_tax: invoice.total - invoice.inclusiveTax - invoice.exclusiveTax,
    total_pretax_credit_amounts: invoice.discountTotals.map((off) => ({
      ...off,
      type: 'discount' as const,
    })),
    total_taxes: totalTaxes(invoice.lines).map(formatTax),
  };
}

function linksOf({ documentsUrl }: World, invoice: Invoice) {
  if (invoice.finalizedAt === null) return { hosted_invoice_url: null, invoice_pdf: null };
  const base = `${documentsUrl}/i/acct_simulator/test_${invoice.linkKey}`;
  return { hosted_invoice_url: `${base}?s=ap`, invoice_pdf: `${base}/pdf?s=ap` };
}

function parentOf(invoice: Invoice): Wire<Stripe.Invoice.Parent> | null {
  if (invoice.subscription === null) return null;
  return {
    quote_details: null,
    subscription_details: {
      metadata: invoice.subscriptionMetadata,
      subscription: invoice.subscription,
      ...(invoice.prorationAt === null ? {} : { subscription_proration_date: invoice.prorationAt }),
    },
    type: 'subscription_details',
  };
}
