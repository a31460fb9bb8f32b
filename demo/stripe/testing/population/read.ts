import type Stripe from 'stripe';
import type { Outcome, OutcomeInvoice } from './life.ts';
import type { Person } from './live.ts';
import { sum } from './rational.ts';

/** What the simulator says of a life in the end. */
export async function readOutcome(stripe: Stripe, person: Person): Promise<Outcome> {
  const { customer } = person;
  const subscription = await stripe.subscriptions.retrieve(person.subscription);
  const owner = await stripe.customers.retrieve(customer);
  const waiting = await stripe.invoiceItems.list({ customer, pending: true, limit: 100 });
  const invoices = await stripe.invoices
    .list({ customer, limit: 100 })
    .autoPagingToArray({ limit: 1000 });
  return {
    status: subscription.status,
    balance: BigInt('deleted' in owner ? 0 : owner.balance),
    waiting: sum(waiting.data.map((item) => BigInt(item.amount))),
    refusals: person.refusals,
    invoices: await Promise.all(
      invoices
        .toReversed()
        .map(async (invoice) => outcomeOf(invoice, await allLines(stripe, invoice))),
    ),
  };
}

async function allLines(stripe: Stripe, { id, lines }: Stripe.Invoice) {
  if (!lines.has_more) return lines.data;
  return stripe.invoices.listLineItems(id, { limit: 100 }).autoPagingToArray({ limit: 1000 });
}

function outcomeOf(invoice: Stripe.Invoice, lines: Stripe.InvoiceLineItem[]): OutcomeInvoice {
  return {
    at: invoice.created,
    status: invoice.status ?? '',
    total: BigInt(invoice.total),
    amountDue: BigInt(invoice.amount_due),
    discounts: total(invoice.total_discount_amounts),
    tax: total(invoice.total_taxes),
    lines: lines.filter(isSaid).map((line) => ({
      amount: BigInt(line.amount),
      start: line.period.start,
      end: line.period.end,
      discount: total(line.discount_amounts),
      tax: total(line.taxes),
    })),
  };
}

/** See the prediction: a proration of nothing may have a line, or not. */
function isSaid({ amount, parent }: Stripe.InvoiceLineItem): boolean {
  const details = parent?.subscription_item_details ?? parent?.invoice_item_details;
  return amount !== 0 || details?.proration !== true;
}

function total(parts: { amount: number }[] | null): bigint {
  return sum((parts ?? []).map((each) => BigInt(each.amount)));
}
