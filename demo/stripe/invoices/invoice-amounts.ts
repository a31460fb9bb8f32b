import type { World } from '../core/world.ts';
import { afterBalance, totalTaxes } from '../money/totals.ts';
import type { Invoice } from './invoice.ts';
import { formatTax } from './line-item.ts';

/** What an invoice asks for, and how it comes about. */
export function amountsOf(world: World, invoice: Invoice) {
  const { amountDue, startingBalance, endingBalance } = balancesOf(world, invoice);
  const isSettled = invoice.status === 'paid' || invoice.status === 'void';
  return {
    amount_due: amountDue,
    amount_overpaid: 0,
    amount_paid: invoice.amountPaid,
    amount_remaining: isSettled ? 0 : amountDue - invoice.amountPaid,
    amount_shipping: 0,
    ending_balance: endingBalance,
    starting_balance: startingBalance,
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

/** Until it is finalised an invoice goes by the customer's balance of the moment. */
function balancesOf(world: World, invoice: Invoice) {
  if (invoice.status !== 'draft' || invoice.billingReason === 'upcoming') return invoice;
  const startingBalance = world.store.customers.get(invoice.customer).balance;
  const { amountDue } = afterBalance({ ...invoice, startingBalance });
  return { amountDue, startingBalance, endingBalance: null };
}
