import { changesIn } from './effect.ts';
import type { Effect, Watch } from './effect.ts';

export const watchInvoices: Watch = (_world, changes) =>
  changesIn(changes, 'invoices').flatMap(({ before, after }): Effect[] => {
    if (after === undefined) return [];
    const { id: object, customer, total, amountDue, currency, subscription } = after;
    const bill = { object, customer, total, amountDue, currency, subscription };
    const isNew = (moment: 'finalizedAt' | 'voidedAt') =>
      after[moment] !== null && (before?.[moment] ?? null) === null;
    return [
      ...(isNew('finalizedAt') ? [{ kind: 'invoice.finalised' as const, ...bill }] : []),
      ...(isNew('voidedAt') ? [{ kind: 'invoice.voided' as const, ...bill }] : []),
    ];
  });
