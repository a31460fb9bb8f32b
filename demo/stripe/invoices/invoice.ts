import type Stripe from 'stripe';
import type { Address } from '../customers/customer.ts';
import { formatTaxRate } from '../catalogue/tax-rate.ts';
import type { World } from '../core/world.ts';
import type { Line } from '../money/line.ts';
import { embeddedList } from '../wire/page.ts';
import { testClockOf } from '../test-clocks/members.ts';
import type { Wire } from '../wire/wire-object.ts';
import { customerDetailsOf } from './customer-details.ts';
import { amountsOf } from './invoice-amounts.ts';
import { formatLine } from './line-item.ts';

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
  /** By credit notes, before it was paid and after. */
  prePaymentCredit: number;
  postPaymentCredit: number;
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
  /** For a draft that goes its way by itself. */
  finalizesAt: number | null;
  dueDate: number | null;
  /** Its due date has come, and it was not paid. */
  isOverdue: boolean;
  description: string | null;
  metadata: Record<string, string>;
  finalizedAt: number | null;
  paidAt: number | null;
  voidedAt: number | null;
  uncollectibleAt: number | null;
  uncollectibleReason: 'subscription_paused' | 'user_forgiven' | null;
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
    ...amountsOf(world, invoice),
    ...progressOf(invoice),
    application: null,
    automatic_tax: {
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    },
    billing_reason: invoice.billingReason,
    collection_method: invoice.collectionMethod,
    created: invoice.created,
    currency: invoice.currency,
    custom_fields: null,
    customer: invoice.customer,
    customer_account: null,
    ...whoOf(world, invoice),
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
    post_payment_credit_notes_amount: invoice.postPaymentCredit,
    pre_payment_credit_notes_amount: invoice.prePaymentCredit,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    statement_descriptor: null,
    test_clock: testClockOf(world, invoice.customer),
    webhooks_delivered_at: invoice.finalizedAt,
  };
}

/** How far it has come, and what happens next. */
function progressOf(invoice: Invoice) {
  const { status, uncollectibleReason: reason } = invoice;
  return {
    status,
    ...(status === 'uncollectible' ? { status_details: { uncollectible: { reason } } } : {}),
    status_transitions: {
      finalized_at: invoice.finalizedAt,
      marked_uncollectible_at: invoice.uncollectibleAt,
      paid_at: invoice.paidAt,
      voided_at: invoice.voidedAt,
    },
    attempt_count: invoice.attemptCount,
    attempted: invoice.attempted,
    auto_advance: invoice.autoAdvance,
    automatically_finalizes_at: status === 'draft' ? invoice.finalizesAt : null,
    next_payment_attempt: invoice.nextPaymentAttempt,
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

function whoOf(world: World, invoice: Invoice) {
  const isDraft = invoice.status === 'draft';
  const who = isDraft ? customerDetailsOf(world, invoice.customer) : invoice.customerDetails;
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
