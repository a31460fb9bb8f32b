import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import type { LineDraft } from '../money/line.ts';
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

export function formatInvoiceItem(_world: World, item: InvoiceItem): Wire<Stripe.InvoiceItem> {
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
    net_amount: line.amount,
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
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    tax_rates: [],
    test_clock: null,
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
