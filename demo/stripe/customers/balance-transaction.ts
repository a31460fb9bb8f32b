import type Stripe from 'stripe';
import { longId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import type { Wire } from '../wire/wire-object.ts';

export interface BalanceTransaction {
  id: string;
  created: number;
  customer: string;
  amount: number;
  currency: string;
  endingBalance: number;
  description: string | null;
  invoice: string | null;
  creditNote: string | null;
  metadata: Record<string, string>;
  type:
    | 'adjustment'
    | 'applied_to_invoice'
    | 'credit_note'
    | 'invoice_too_small'
    | 'unapplied_from_invoice';
}

/** Changes what a customer has to their credit (negative) or owes (positive), and keeps a record. */
export function moveBalance(
  world: World,
  move: Pick<BalanceTransaction, 'customer' | 'amount' | 'type' | 'invoice'> & {
    currency?: string;
    creditNote?: string;
    description?: string;
    metadata?: Record<string, string>;
  },
): BalanceTransaction {
  const customer = world.store.customers.get(move.customer);
  const currency = move.currency ?? customer.currency ?? 'usd';
  const balance = customer.balance + move.amount;
  world.store.customers.update(customer.id, { balance, currency });
  return world.store.balanceTransactions.insert({
    id: longId('cbtxn'),
    created: world.clock.now(),
    customer: move.customer,
    amount: move.amount,
    currency,
    endingBalance: balance,
    description: move.description ?? null,
    invoice: move.invoice,
    creditNote: move.creditNote ?? null,
    metadata: move.metadata ?? {},
    type: move.type,
  });
}

export function formatBalanceTransaction(
  _world: World,
  entry: BalanceTransaction,
): Wire<Stripe.CustomerBalanceTransaction> {
  return {
    id: entry.id,
    object: 'customer_balance_transaction',
    amount: entry.amount,
    checkout_session: null,
    created: entry.created,
    credit_note: entry.creditNote,
    currency: entry.currency,
    customer: entry.customer,
    customer_account: null,
    description: entry.description,
    ending_balance: entry.endingBalance,
    invoice: entry.invoice,
    livemode: false,
    metadata: entry.metadata,
    type: entry.type,
  };
}
