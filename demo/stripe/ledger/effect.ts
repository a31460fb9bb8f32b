import type { Change, Row } from '../core/table.ts';
import type { Table } from '../core/table.ts';
import type { Store } from '../core/store.ts';
import type { World } from '../core/world.ts';

/** Something real: money moved, or what will move it. */
export type Effect = { customer: string | null; object: string } & (
  | {
      kind: 'payment.taken';
      amount: number;
      currency: string;
      invoice: string | null;
      paymentMethod: string | null;
    }
  | {
      kind: 'payment.refused';
      amount: number;
      currency: string;
      invoice: string | null;
      code: string;
      declineCode: string | null;
    }
  | {
      kind: 'refund.made' | 'refund.failed';
      amount: number;
      currency: string;
      charge: string;
      paymentIntent: string;
    }
  | {
      kind: 'credit-note.made' | 'credit-note.voided';
      invoice: string;
      total: number;
      currency: string;
    }
  | { kind: 'subscription.made'; items: Seats[] }
  | { kind: 'subscription.changed'; from: Seats[]; to: Seats[] }
  | { kind: 'subscription.end-set'; cancelAt: number | null }
  | { kind: 'subscription.ended'; status: string }
  | { kind: 'schedule.made' | 'schedule.released' | 'schedule.ended'; subscription: string | null }
  | {
      kind: 'invoice.finalised' | 'invoice.voided';
      total: number;
      amountDue: number;
      currency: string;
      subscription: string | null;
    }
  | { kind: 'method.attached' | 'method.detached' }
  | { kind: 'discount.put' | 'discount.taken-off'; on: string; coupon: string | null }
  | {
      kind: 'balance.moved';
      amount: number;
      currency: string;
      type: string;
      endingBalance: number;
    }
);

/** One price of a subscription, and how many. */
export interface Seats {
  price: string;
  quantity: number;
}

/** Finds in what has just become certain what is worth a line. */
export type Watch = (world: World, changes: Change[]) => Effect[];

type TableName = {
  [Name in keyof Store]: Store[Name] extends Table<infer _Entity> ? Name : never;
}[keyof Store];
type RowOf<Name extends TableName> = Store[Name] extends Table<infer Entity> ? Entity : Row;

/** The changes of one table, with their type. */
export function changesIn<Name extends TableName>(
  changes: Change[],
  table: Name,
): Change<RowOf<Name>>[] {
  return changes.filter((change) => change.table === table) as Change<RowOf<Name>>[];
}
