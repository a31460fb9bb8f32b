import type { TableName } from '../core/store.ts';
import type { Kind } from './kind.ts';
import { catalogueKinds } from './kinds/catalogue.ts';
import { chargeKinds } from './kinds/charges.ts';
import { creditNoteKinds } from './kinds/credit-notes.ts';
import { customerKinds } from './kinds/customers.ts';
import { invoiceKinds } from './kinds/invoices.ts';
import { momentKinds } from './kinds/moments.ts';
import { paymentKinds } from './kinds/payments.ts';
import { subscriptionKinds } from './kinds/subscriptions.ts';
import { testClockKinds } from './kinds/test-clocks.ts';

/** Everything that events tell of. */
export const KINDS: Kind[] = [
  ...catalogueKinds,
  ...customerKinds,
  ...subscriptionKinds,
  ...invoiceKinds,
  ...paymentKinds,
  ...chargeKinds,
  ...creditNoteKinds,
  ...momentKinds,
  ...testClockKinds,
];

const BY_TABLE = new Map<TableName, Kind[]>();
for (const kind of KINDS) BY_TABLE.set(kind.table, [...kindsOf(kind.table), kind]);

export function kindsOf(table: TableName): Kind[] {
  return BY_TABLE.get(table) ?? [];
}
