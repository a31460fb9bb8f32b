import { changesIn } from './effect.ts';
import type { Effect, Watch } from './effect.ts';

export const watchCreditNotes: Watch = (_world, changes) =>
  changesIn(changes, 'creditNotes').flatMap(({ before, after }): Effect[] => {
    if (after === undefined) return [];
    const { id: object, customer, invoice, total, currency } = after;
    const note = { object, customer, invoice, total, currency };
    const isVoided = after.status === 'void' && before?.status !== 'void';
    return [
      ...(before === undefined ? [{ kind: 'credit-note.made' as const, ...note }] : []),
      ...(isVoided ? [{ kind: 'credit-note.voided' as const, ...note }] : []),
    ];
  });
