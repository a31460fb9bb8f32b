import { describe, expect, it } from 'vitest';
import { setStage } from '../testing/stage.ts';
import { typesTold } from '../testing/told.ts';

describe('events of an invoice that is made by hand', () => {
  it('tell of its life as a draft', async () => {
    const { stripe, customer } = await setStage();
    const types = await typesTold(stripe, async () => {
      const { id } = await stripe.invoices.create({ customer });
      await stripe.invoices.update(id, { description: 'Thank you' });
      await stripe.invoices.del(id);
    });
    expect(types).toEqual(['invoice.created', 'invoice.updated', 'invoice.deleted']);
  });

  it('tell how it was given up', async () => {
    const { stripe, customer } = await setStage();
    await stripe.invoiceItems.create({ customer, amount: 500, currency: 'usd' });
    const behavior = { pending_invoice_items_behavior: 'include' as const, auto_advance: false };
    const { id } = await stripe.invoices.create({ customer, ...behavior });
    await stripe.invoices.finalizeInvoice(id, { auto_advance: false });
    expect(await typesTold(stripe, () => stripe.invoices.markUncollectible(id))).toEqual([
      'invoice.updated',
      'invoice.marked_uncollectible',
    ]);
    expect(await typesTold(stripe, () => stripe.invoices.voidInvoice(id))).toEqual(
      expect.arrayContaining(['payment_intent.canceled', 'invoice.voided']),
    );
  });

  it('tell that it was paid elsewhere, but of no payment', async () => {
    const { stripe, customer } = await setStage();
    await stripe.invoiceItems.create({ customer, amount: 500, currency: 'usd' });
    const behavior = { pending_invoice_items_behavior: 'include' as const, auto_advance: false };
    const { id } = await stripe.invoices.create({ customer, ...behavior });
    await stripe.invoices.finalizeInvoice(id, { auto_advance: false });
    const types = await typesTold(stripe, () =>
      stripe.invoices.pay(id, { paid_out_of_band: true }),
    );
    expect(types).toContain('invoice.paid');
    expect(types).not.toContain('invoice.payment_succeeded');
    expect(types).not.toContain('charge.succeeded');
  });
});
