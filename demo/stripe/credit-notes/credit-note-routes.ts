import type Stripe from 'stripe';
import type { World } from '../core/world.ts';
import { expand, isWithin, mergeMetadata, pageFields } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import { pageOf } from '../wire/page.ts';
import { shape } from '../wire/params.ts';
import { route } from '../wire/route.ts';
import type { Route } from '../wire/route.ts';
import { raiseAmountDue } from './amount-due.ts';
import { formatCreditLine } from './credit-note-line.ts';
import { createParams, listParams, updateParams } from './credit-note-params.ts';
import { formatCreditNote } from './credit-note.ts';
import type { CreditNote } from './credit-note.ts';
import { issueCreditNote } from './issue-credit-note.ts';

export const creditNoteRoutes: Route[] = [
  route('POST /v1/credit_notes', createParams, (world, { params }) =>
    formatCreditNote(world, issueCreditNote(world, params)),
  ),
  route(
    'GET /v1/credit_notes/preview',
    createParams,
    (world, { params }) => formatCreditNote(world, issueCreditNote(world, params)),
    { isDryRun: true },
  ),
  route('GET /v1/credit_notes', listParams, (world, { params }) =>
    pageOf(
      world.store.creditNotes.newestOf(
        'customer',
        params.customer,
        (row) =>
          (params.invoice ?? row.invoice) === row.invoice && isWithin(row.created, params.created),
      ),
      params,
      { format: (row) => formatCreditNote(world, row), url: '/v1/credit_notes' },
    ),
  ),
  route(
    'GET /v1/credit_notes/:id',
    shape<Stripe.CreditNoteRetrieveParams>()({ expand }),
    (world, { path }) => formatCreditNote(world, world.store.creditNotes.get(path.id)),
  ),
  route('POST /v1/credit_notes/:id', updateParams, (world, { path, params }) => {
    const old = world.store.creditNotes.get(path.id);
    const next = world.store.creditNotes.update(path.id, {
      memo: params.memo ?? old.memo,
      metadata: mergeMetadata(old.metadata, params.metadata),
    });
    return formatCreditNote(world, next);
  }),
  route(
    'POST /v1/credit_notes/:id/void',
    shape<Stripe.CreditNoteVoidCreditNoteParams>()({ expand }),
    (world, { path }) => formatCreditNote(world, voidCreditNote(world, path.id)),
  ),
  route(
    'GET /v1/credit_notes/:id/lines',
    shape<Stripe.CreditNoteListLineItemsParams>()({ ...pageFields }),
    (world, { path, params }) =>
      pageOf(world.store.creditNotes.get(path.id).lines, params, {
        format: (line) => formatCreditLine(world, line),
        url: `/v1/credit_notes/${path.id}/lines`,
      }),
  ),
];

/** Only while its invoice is open: money that was given back is gone. */
function voidCreditNote(world: World, id: string): CreditNote {
  const note = world.store.creditNotes.get(id);
  if (note.status === 'void') throw refuse('This credit note has already been voided.');
  if (world.store.invoices.get(note.invoice).status !== 'open' || note.postPayment > 0) {
    throw refuse('You can only void a credit note whose invoice is open.');
  }
  raiseAmountDue(world, note.invoice, note.prePayment);
  return world.store.creditNotes.update(id, { status: 'void', voidedAt: world.clock.now() });
}
