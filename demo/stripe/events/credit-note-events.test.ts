import { describe, expect, it } from 'vitest';
import { latestInvoice, setStage } from '../testing/stage.ts';
import { typesTold } from '../testing/told.ts';

async function bill(token: string) {
  const stage = await setStage(token);
  const { stripe, prices, customer } = stage;
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
  return { ...stage, invoice: (await latestInvoice(stripe, id)).id };
}

describe('events of a credit note', () => {
  it('tell of the note and of the invoice, when it is made, changed and taken back', async () => {
    const { stripe, invoice } = await bill('pm_card_chargeCustomerFail');
    let id = '';
    const made = await typesTold(stripe, async () => {
      ({ id } = await stripe.creditNotes.create({ invoice, amount: 400 }));
    });
    expect(made).toEqual(expect.arrayContaining(['credit_note.created', 'invoice.updated']));
    const changed = await typesTold(stripe, () => stripe.creditNotes.update(id, { memo: 'Hm.' }));
    expect(changed).toEqual(['credit_note.updated']);
    const voided = await typesTold(stripe, () => stripe.creditNotes.voidCreditNote(id));
    expect(voided).toEqual(expect.arrayContaining(['credit_note.voided', 'invoice.updated']));
  });

  it('tell of the refund too', async () => {
    const { stripe, invoice } = await bill('pm_card_visa');
    const types = await typesTold(stripe, () =>
      stripe.creditNotes.create({ invoice, amount: 400, refund_amount: 400 }),
    );
    expect(types).toEqual(
      expect.arrayContaining(['credit_note.created', 'refund.created', 'charge.refunded']),
    );
  });
});
