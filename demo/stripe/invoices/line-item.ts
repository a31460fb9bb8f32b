import type Stripe from 'stripe';
import type { Line, LineTax } from '../money/line.ts';
import type { Wire } from '../wire/wire-object.ts';
import type { Invoice } from './invoice.ts';

export function formatLine(invoice: Invoice, line: Line): Wire<Stripe.InvoiceLineItem> {
  return {
    id: line.id,
    object: 'line_item',
    amount: line.amount,
    currency: invoice.currency,
    description: line.description,
    discount_amounts: line.discountAmounts,
    discountable: line.isDiscountable,
    discounts: [...line.itemDiscounts, ...line.carriedDiscounts.map(({ discount }) => discount)],
    invoice: invoice.id,
    livemode: false,
    metadata: line.metadata,
    parent: parentOf(line),
    period: line.period,
    pretax_credit_amounts: line.discountAmounts.map((off) => ({ ...off, type: 'discount' })),
    pricing:
      line.price === null || line.product === null
        ? null
        : {
            price_details: { price: line.price, product: line.product },
            type: 'price_details',
            unit_amount_decimal: line.unitDecimal,
          },
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    subscription: line.subscription,
    subtotal: line.amount,
    taxes: line.taxes.map(formatTax),
  };
}

export function formatTax(tax: LineTax): Wire<Stripe.InvoiceLineItem.Tax> {
  return {
    amount: tax.amount,
    tax_behavior: tax.isInclusive ? 'inclusive' : 'exclusive',
    tax_rate_details: { tax_rate: tax.rate },
    taxability_reason: tax.exemption ?? 'not_available',
    taxable_amount: tax.taxable,
    type: 'tax_rate_details',
  };
}

function parentOf(line: Line): Wire<Stripe.InvoiceLineItem.Parent> {
  const proration = {
    proration: line.isProration,
    proration_details: {
      credited_items: line.credited && {
        invoice: line.credited.invoice,
        invoice_line_items: [line.credited.line],
      },
    },
  };
  if (line.invoiceItem !== null) {
    return {
      invoice_item_details: {
        invoice_item: line.invoiceItem,
        ...proration,
        subscription: line.subscription,
      },
      subscription_item_details: null,
      type: 'invoice_item_details',
    };
  }
  return {
    invoice_item_details: null,
    subscription_item_details: {
      invoice_item: null,
      ...proration,
      subscription: line.subscription,
      subscription_item: line.subscriptionItem ?? '',
    },
    type: 'subscription_item_details',
  };
}
