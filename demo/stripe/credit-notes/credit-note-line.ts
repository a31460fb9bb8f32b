import type Stripe from 'stripe';
import { formatTaxRate } from '../catalogue/tax-rate.ts';
import type { World } from '../core/world.ts';
import type { DiscountShare, LineTax } from '../money/line.ts';
import type { Wire } from '../wire/wire-object.ts';

/** A part of a credit note: of one line of the invoice, or (null) of its own. */
export interface CreditLine {
  id: string;
  invoiceLine: string | null;
  /** Before exclusive tax and discounts. */
  amount: number;
  description: string | null;
  quantity: number | null;
  unitAmount: number | null;
  discountAmounts: DiscountShare[];
  taxes: LineTax[];
  metadata: Record<string, string>;
}

export function formatCreditLine(world: World, line: CreditLine): Wire<Stripe.CreditNoteLineItem> {
  return {
    id: line.id,
    object: 'credit_note_line_item',
    amount: line.amount,
    description: line.description,
    discount_amount: line.discountAmounts.reduce((sum, off) => sum + off.amount, 0),
    discount_amounts: line.discountAmounts,
    ...(line.invoiceLine === null ? {} : { invoice_line_item: line.invoiceLine }),
    livemode: false,
    metadata: line.metadata,
    pretax_credit_amounts: line.discountAmounts.map((off) => ({ ...off, type: 'discount' })),
    quantity: line.quantity,
    tax_rates: line.taxes.map(({ rate }) => formatTaxRate(world, world.store.taxRates.get(rate))),
    taxes: formatCreditTaxes(line.taxes),
    type: line.invoiceLine === null ? 'custom_line_item' : 'invoice_line_item',
    unit_amount: line.unitAmount,
    unit_amount_decimal: line.unitAmount === null ? null : String(line.unitAmount),
  };
}

/** One entry for each rate. */
export function formatCreditTaxes(taxes: LineTax[]): Wire<Stripe.CreditNote.TotalTax>[] {
  const byRate = new Map<string, LineTax>();
  for (const tax of taxes) {
    const present = byRate.get(tax.rate);
    byRate.set(tax.rate, {
      ...tax,
      amount: tax.amount + (present?.amount ?? 0),
      taxable: tax.taxable + (present?.taxable ?? 0),
    });
  }
  return [...byRate.values()].map((tax) => ({
    amount: tax.amount,
    tax_behavior: tax.isInclusive ? 'inclusive' : 'exclusive',
    tax_rate_details: { tax_rate: tax.rate },
    taxability_reason: tax.exemption ?? 'not_available',
    taxable_amount: tax.taxable,
    type: 'tax_rate_details',
  }));
}
