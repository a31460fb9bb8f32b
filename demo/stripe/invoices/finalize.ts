import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { moveBalance } from '../customers/balance-transaction.ts';
import { dropUsed } from '../discounts/redeem.ts';
import { afterBalance, minimumCharge } from '../money/totals.ts';
import { createPaymentIntent } from '../payments/create-payment-intent.ts';
import { settlePaid } from '../subscriptions/settle.ts';
import { customerDetailsOf } from './customer-details.ts';
import type { Invoice } from './invoice.ts';

const DAY = 86_400;

/**
 * Gives the invoice its number, moves the customer's balance, uses up one-time discounts, and
 * opens a payment; where nothing is due it is paid at once, without a payment.
 */
export function finalizeInvoice(world: World, id: string): Invoice {
  const draft = countBalance(world, id);
  const now = world.clock.now();
  settleBalance(world, draft);
  world.store.invoices.update(id, {
    status: 'open',
    finalizesAt: null,
    customerDetails: customerDetailsOf(world, draft.customer),
    finalizedAt: now,
    number: nextNumber(world, draft.customer),
    dueDate: dueDateOf(world, draft),
  });
  dropUsed(world, draft);
  if (draft.amountDue === 0) return markPaid(world, id, 0);
  openPayment(world, draft);
  return world.store.invoices.get(id);
}

/** Paid, by a payment of `amount` or (0) by having nothing to pay. */
export function markPaid(world: World, id: string, amount: number): Invoice {
  const now = world.clock.now();
  const invoice = world.store.invoices.update(id, {
    status: 'paid',
    amountPaid: amount,
    attempted: true,
    paidAt: now,
    nextPaymentAttempt: null,
    autoAdvance: false,
  });
  for (const payment of world.store.invoicePayments.where('invoice', id)) {
    if (payment.status === 'open' && amount > 0) {
      world.store.invoicePayments.update(payment.id, { status: 'paid', paid: amount, paidAt: now });
    }
  }
  settlePaid(world, invoice);
  return world.store.invoices.get(id);
}

/** While it was a draft, another invoice may have used the customer's credit. */
function countBalance(world: World, id: string): Invoice {
  const { customer, currency, total } = world.store.invoices.get(id);
  const startingBalance = world.store.customers.get(customer).balance;
  const { amountDue, endingBalance } = afterBalance({ total, currency, startingBalance });
  return world.store.invoices.update(id, { startingBalance, amountDue, endingBalance });
}

function settleBalance(world: World, draft: Invoice): void {
  const amount = (draft.endingBalance ?? 0) - draft.startingBalance;
  const asked = draft.total + draft.startingBalance;
  const isTooSmall = asked > 0 && asked < minimumCharge(draft.currency);
  if (amount !== 0) {
    const type = isTooSmall ? 'invoice_too_small' : 'applied_to_invoice';
    moveBalance(world, { customer: draft.customer, amount, type, invoice: draft.id });
  }
  const { currency } = world.store.customers.get(draft.customer);
  if (currency === null) world.store.customers.update(draft.customer, { currency: draft.currency });
}

function nextNumber(world: World, id: string): string {
  const customer = world.store.customers.get(id);
  const sequence = customer.nextInvoiceSequence;
  world.store.customers.update(id, { nextInvoiceSequence: sequence + 1 });
  return `${customer.invoicePrefix}-${String(sequence).padStart(4, '0')}`;
}

function openPayment(world: World, draft: Invoice): void {
  const subscription = world.store.subscriptions.find(draft.subscription);
  const { id } = createPaymentIntent(world, {
    amount: draft.amountDue,
    currency: draft.currency,
    customer: draft.customer,
    invoice: draft.id,
    methodTypes: subscription?.methodTypes ?? null,
    description:
      draft.billingReason === 'subscription_create'
        ? 'Subscription creation'
        : 'Subscription update',
    setupFutureUsage: subscription === undefined ? null : 'off_session',
  });
  world.store.invoicePayments.insert({
    id: longId('inpay'),
    created: world.clock.now(),
    invoice: draft.id,
    paymentIntent: id,
    currency: draft.currency,
    requested: draft.amountDue,
    paid: null,
    status: 'open',
    paidAt: null,
    canceledAt: null,
  });
  world.store.invoices.update(draft.id, { paymentIntent: id });
}

/** Counted from now, unless a person has set it. */
function dueDateOf(world: World, draft: Invoice): number | null {
  if (draft.collectionMethod !== 'send_invoice') return null;
  const days = world.store.subscriptions.find(draft.subscription)?.daysUntilDue ?? 30;
  return draft.dueDate ?? world.clock.now() + days * DAY;
}
