import type Stripe from 'stripe';
import { formatTaxRate } from '../catalogue/tax-rate.ts';
import type { World } from '../core/world.ts';
import { sumOf } from '../money/discounting.ts';
import type { LineDraft } from '../money/line.ts';
import { testClockOf } from '../test-clocks/members.ts';
import type { Wire } from '../wire/wire-object.ts';

/** Something that waits for the next invoice. */
export interface InvoiceItem {
  id: string;
  created: number;
  customer: string;
  currency: string;
  line: LineDraft;
  /** Null while it waits. */
  invoice: string | null;
  metadata: Record<string, string>;
}

export function formatInvoiceItem(world: World, item: InvoiceItem): Wire<Stripe.InvoiceItem> {
  const { line } = item;
  return {
    id: item.id,
    object: 'invoiceitem',
    amount: line.amount,
    currency: item.currency,
    customer: item.customer,
    customer_account: null,
    date: item.created,
    description: line.description,
    discountable: line.isDiscountable,
    discounts: [...line.itemDiscounts, ...line.carriedDiscounts.map(({ discount }) => discount)],
    invoice: item.invoice,
    livemode: false,
    metadata: item.metadata,
    net_amount: line.amount - sumOf(line.carriedDiscounts),
    parent:
      line.subscription === null
        ? null
        : {
            subscription_details: {
              subscription: line.subscription,
              ...(line.subscriptionItem === null
                ? {}
                : { subscription_item: line.subscriptionItem }),
            },
            type: 'subscription_details',
          },
    period: line.period,
    pricing:
      line.price === null || line.product === null
        ? null
        : {
            price_details: { price: line.price, product: line.product },
            type: 'price_details',
            unit_amount_decimal: line.unitDecimal,
          },
    proration: line.isProration,
    ...(line.isProration ? { proration_details: prorationDetails(line) } : {}),
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    tax_rates: line.taxRates.map((id) => formatTaxRate(world, world.store.taxRates.get(id))),
    test_clock: testClockOf(world, item.customer),
  };
}

/** What a waiting proration credits, and the discounts that it was drawn up with. */
function prorationDetails(line: LineDraft): Wire<Stripe.InvoiceItem.ProrationDetails> {
  const { credited, carriedDiscounts } = line;
  return {
    credited_items: credited && {
      invoice_line_item_details: {
        invoice: credited.invoice,
        invoice_line_items: [credited.line],
      },
      type: 'invoice_line_items',
    },
    discount_amounts: carriedDiscounts,
  };
}

/** Those that the next invoice of a subscription takes along, oldest first. */
export function pendingItems(
  world: World,
  scope: { customer: string; subscription: string | null; currency: string },
): InvoiceItem[] {
  return world.store.invoiceItems
    .where('customer', scope.customer)
    .filter(
      (item) =>
        item.invoice === null &&
        item.currency === scope.currency &&
        (item.line.subscription === null || item.line.subscription === scope.subscription),
    );
}
