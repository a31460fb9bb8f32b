import type { World } from '../core/world.ts';
import { watchBalances } from './balances.ts';
import { watchCreditNotes } from './credit-notes.ts';
import { watchDiscounts } from './discounts.ts';
import type { Effect } from './effect.ts';
import { watchInvoices } from './invoices.ts';
import { watchMethods } from './methods.ts';
import { watchPayments } from './payments.ts';
import { watchRefunds } from './refunds.ts';
import { watchSchedules } from './schedules.ts';
import { watchSubscriptions } from './subscriptions.ts';

/** An effect, when it came, and which request it came of. */
export type LedgerEntry = Effect & {
  at: number;
  /** Null where it was time. */
  requestId: string | null;
  idempotencyKey: string | null;
};

const WATCHES = [
  watchSubscriptions,
  watchSchedules,
  watchDiscounts,
  watchInvoices,
  watchPayments,
  watchRefunds,
  watchCreditNotes,
  watchMethods,
  watchBalances,
];

/**
 * What has really happened, in order. What was refused, rolled back or only looked at is not in
 * it, whatever was answered: with it a test can tell one effect from two.
 */
export class Ledger {
  #entries: LedgerEntry[] = [];

  constructor(world: World) {
    world.store.onCommit((changes) => {
      const at = world.clock.now();
      const { requestId, idempotencyKey } = world.cause ?? NO_CAUSE;
      for (const watch of WATCHES) {
        for (const effect of watch(world, changes)) {
          this.#entries.push({ ...effect, at, requestId, idempotencyKey });
        }
      }
    });
  }

  entries(): LedgerEntry[] {
    return [...this.#entries];
  }

  forget(): void {
    this.#entries = [];
  }
}

const NO_CAUSE = { requestId: null, idempotencyKey: null };
