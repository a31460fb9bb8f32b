import { formatCreditNote } from '../../credit-notes/credit-note.ts';
import type { CreditNote } from '../../credit-notes/credit-note.ts';
import { kind } from '../kind.ts';
import type { Kind, Turn } from '../kind.ts';

/** What was taken back of an invoice. */
export const creditNoteKinds: Kind[] = [
  kind('creditNotes', { show: formatCreditNote, name: nameCreditNote }),
];

function nameCreditNote({ before, after, isChanged }: Turn<CreditNote>): string[] {
  if (after === undefined) return [];
  if (before === undefined) return ['credit_note.created'];
  if (before.status !== after.status) return ['credit_note.voided'];
  return isChanged ? ['credit_note.updated'] : [];
}
