import { expect } from 'vitest';
import type { Step } from './story.ts';

/** Taken back on paper. */
export const CREDIT_NOTES: Step[] = [
  [
    'shows what a credit note would do',
    async ({ stripe, the }) => {
      const note = { invoice: the('bill'), amount: 300, credit_amount: 300 };
      expect((await stripe.creditNotes.preview(note)).total).toBe(300);
    },
  ],
  [
    'credits a part of a paid invoice to the balance',
    async ({ stripe, call, the }) => {
      const note = await stripe.creditNotes.create({
        invoice: the('bill'),
        amount: 300,
        credit_amount: 300,
        reason: 'order_change',
        memo: 'Sorry',
      });
      call('credit note', note);
      expect(note).toMatchObject({ status: 'issued', total: 300, type: 'post_payment' });
      expect(await stripe.customers.retrieve(the('Ada'))).toMatchObject({ balance: -300 });
    },
  ],
  [
    'reads credit notes and their lines',
    async ({ stripe, the }) => {
      expect((await stripe.creditNotes.retrieve(the('credit note'))).memo).toBe('Sorry');
      const lines = await stripe.creditNotes.listLineItems(the('credit note'));
      expect(lines.data).toHaveLength(1);
      const list = await stripe.creditNotes.list({ customer: the('Ada') });
      expect(list.data).toHaveLength(1);
    },
  ],
  [
    'voids a credit note of an open invoice',
    async ({ stripe, the }) => {
      await stripe.invoiceItems.create({ customer: the('Ada'), amount: 2000, currency: 'usd' });
      const open = await stripe.invoices.create({
        customer: the('Ada'),
        pending_invoice_items_behavior: 'include',
        auto_advance: false,
      });
      await stripe.invoices.finalizeInvoice(open.id);
      const note = await stripe.creditNotes.create({ invoice: open.id, amount: 500 });
      expect(note.type).toBe('pre_payment');
      expect((await stripe.invoices.retrieve(open.id)).amount_remaining).toBe(1200);
      expect((await stripe.creditNotes.voidCreditNote(note.id)).status).toBe('void');
      expect((await stripe.invoices.retrieve(open.id)).amount_remaining).toBe(1700);
      await stripe.invoices.voidInvoice(open.id);
    },
  ],
];
