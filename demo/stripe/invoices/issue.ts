import { longId, randomText } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { sumOf } from '../money/discounting.ts';
import type { Line, LineDraft } from '../money/line.ts';
import { totalUp } from '../money/totals.ts';
import type { TaxRule, Totals } from '../money/totals.ts';
import { itemsOf } from '../subscriptions/subscription-item.ts';
import type { Billed } from '../subscriptions/subscription-item.ts';
import { rulesOf } from '../subscriptions/terms.ts';
import { customerDetailsOf } from './customer-details.ts';
import { pendingItems } from './invoice-item.ts';
import type { Invoice } from './invoice.ts';

export interface InvoiceRequest {
  customer: string;
  subscription: string | null;
  currency: string;
  lines: LineDraft[];
  /** Of the whole invoice, in force now. */
  discounts: string[];
  reason: Invoice['billingReason'];
  prorationAt: number | null;
  period: { start: number; end: number };
  /** False for the ones that stand alone and take nothing waiting along. */
  takesPending: boolean;
  metadata?: Record<string, string>;
}

/** A draft: its lines, with everything that waits for it, added up. Nothing is asked of anybody yet. */
export function draftInvoice(world: World, request: InvoiceRequest): Invoice {
  const waiting = request.takesPending ? pendingItems(world, request) : [];
  const lines = [
    ...waiting.map((item) => ({ ...item.line, invoiceItem: item.id })),
    ...request.lines,
  ];
  const totals = totalOf(world, request, lines);
  const subscription = world.store.subscriptions.find(request.subscription);
  const customer = world.store.customers.get(request.customer);
  const invoice: Invoice = {
    id: longId('in'),
    created: world.clock.now(),
    customer: request.customer,
    customerDetails: customerDetailsOf(world, request.customer),
    subscription: request.subscription,
    subscriptionMetadata: subscription?.metadata ?? {},
    status: 'draft',
    billingReason: request.reason,
    collectionMethod: subscription?.collectionMethod ?? 'charge_automatically',
    currency: request.currency,
    discounts: request.discounts,
    defaultTaxRates: subscription?.defaultTaxRates ?? [],
    ...amountsOf(totals, customer.balance),
    periodStart: request.period.start,
    periodEnd: request.period.end,
    prorationAt: request.prorationAt,
    number: null,
    paymentIntent: null,
    defaultPaymentMethod: null,
    attemptCount: 0,
    attempted: false,
    autoAdvance: true,
    nextPaymentAttempt: null,
    finalizesAt: null,
    dueDate: null,
    isOverdue: false,
    description: null,
    metadata: request.metadata ?? {},
    finalizedAt: null,
    paidAt: null,
    voidedAt: null,
    uncollectibleAt: null,
    uncollectibleReason: null,
    linkKey: randomText(48),
  };
  world.store.invoices.insert(invoice);
  for (const item of waiting) world.store.invoiceItems.update(item.id, { invoice: invoice.id });
  return invoice;
}

/** Remembers on each item which line asked for its running period. */
export function linkBilled(world: World, invoice: Invoice): void {
  if (invoice.subscription === null) return;
  for (const item of itemsOf(world, invoice.subscription)) {
    const line = invoice.lines.find(
      (candidate) =>
        candidate.subscriptionItem === item.id &&
        candidate.credited === null &&
        candidate.period.end === item.billed?.end &&
        candidate.price === item.price &&
        candidate.amount >= 0,
    );
    if (line === undefined || item.billed === null) continue;
    const asked = line.isProration ? {} : askedBy(line);
    const billed = { ...item.billed, ...asked, invoice: invoice.id, line: line.id };
    world.store.subscriptionItems.update(item.id, { billed });
  }
}

/** Which items share a discount is settled only by which of them are on the same invoice. */
function askedBy({ amount, discountAmounts }: Line): Pick<Billed, 'amount' | 'discounts'> {
  return { amount: amount - sumOf(discountAmounts), discounts: discountAmounts };
}

function amountsOf(totals: Totals, startingBalance: number) {
  return {
    lines: totals.lines,
    discountTotals: totals.discountTotals,
    subtotal: totals.subtotal,
    exclusiveTax: totals.exclusiveTax,
    inclusiveTax: totals.inclusiveTax,
    total: totals.total,
    amountDue: totals.amountDue,
    amountPaid: 0,
    prePaymentCredit: 0,
    postPaymentCredit: 0,
    startingBalance,
    endingBalance: totals.endingBalance,
  };
}

function totalOf(world: World, request: InvoiceRequest, lines: LineDraft[]): Totals {
  const ids = [...request.discounts, ...lines.flatMap((line) => line.itemDiscounts)];
  const taxRates = world.store.taxRates
    .all()
    .map(({ id, percentage, inclusive }): [string, TaxRule] => [
      id,
      { id, percentage, isInclusive: inclusive },
    ]);
  return totalUp({
    lines,
    rules: rulesOf(world, ids, request),
    discounts: request.discounts,
    taxRates: new Map(taxRates),
    defaultTaxRates: world.store.subscriptions.find(request.subscription)?.defaultTaxRates ?? [],
    taxExempt: world.store.customers.get(request.customer).taxExempt,
    currency: request.currency,
    startingBalance: world.store.customers.get(request.customer).balance,
    newLineId: () => longId('il'),
  });
}
