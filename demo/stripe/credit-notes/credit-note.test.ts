import { describe, expect, it } from 'vitest';
import { giveCard, latestInvoice, setStage } from '../testing/stage.ts';

/** An invoice of 30.00: paid, or open because the card declines. */
async function bill(status: 'paid' | 'open') {
  const stage = await setStage();
  const { stripe, prices, customer } = stage;
  if (status === 'open') await giveCard(stripe, customer, 'pm_card_chargeCustomerFail');
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: prices.large }] });
  const invoice = await latestInvoice(stripe, id);
  return { ...stage, subscription: id, invoice, line: invoice.lines.data[0]?.id ?? '' };
}

describe('a credit note of an open invoice', () => {
  it('lowers what is to pay, and what the payment asks for', async () => {
    const { stripe, invoice, subscription, customer } = await bill('open');
    const note = await stripe.creditNotes.create({ invoice: invoice.id, amount: 1000 });
    expect(note).toMatchObject({
      number: `${invoice.number}-CN-01`,
      type: 'pre_payment',
      pre_payment_amount: 1000,
      post_payment_amount: 0,
      status: 'issued',
    });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      total: 3000,
      amount_due: 2000,
      amount_remaining: 2000,
      pre_payment_credit_notes_amount: 1000,
    });
    await giveCard(stripe, customer, 'pm_card_visa');
    expect((await stripe.invoices.pay(invoice.id)).amount_paid).toBe(2000);
    expect((await stripe.charges.list({ customer })).data[0]?.amount).toBe(2000);
    expect((await stripe.subscriptions.retrieve(subscription)).status).toBe('active');
  });

  it('pays it where nothing is left', async () => {
    const { stripe, invoice, subscription, line } = await bill('open');
    const lines = [{ type: 'invoice_line_item' as const, invoice_line_item: line }];
    await stripe.creditNotes.create({ invoice: invoice.id, lines });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      status: 'paid',
      amount_paid: 0,
      amount_remaining: 0,
    });
    expect((await stripe.subscriptions.retrieve(subscription)).status).toBe('active');
    const payments = await stripe.invoicePayments.list({ invoice: invoice.id });
    expect(payments.data[0]?.status).toBe('canceled');
  });

  it('can be taken back while the invoice is open', async () => {
    const { stripe, invoice } = await bill('open');
    const { id } = await stripe.creditNotes.create({ invoice: invoice.id, amount: 1000 });
    expect((await stripe.creditNotes.voidCreditNote(id)).status).toBe('void');
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      amount_due: 3000,
      pre_payment_credit_notes_amount: 0,
    });
    await expect(stripe.creditNotes.voidCreditNote(id)).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe('a credit note of a paid invoice', () => {
  it('is refunded, credited and given back elsewhere, to the last cent', async () => {
    const { stripe, invoice, customer } = await bill('paid');
    const call = { invoice: invoice.id, amount: 2500, refund_amount: 1000, credit_amount: 900 };
    await expect(stripe.creditNotes.create(call)).rejects.toMatchObject({ statusCode: 400 });
    expect((await stripe.refunds.list()).data).toHaveLength(0);
    const note = await stripe.creditNotes.create({
      ...call,
      out_of_band_amount: 600,
      reason: 'product_unsatisfactory',
      memo: 'Sorry.',
      expand: ['refunds.refund', 'customer_balance_transaction'],
    });
    expect(note).toMatchObject({
      type: 'post_payment',
      post_payment_amount: 2500,
      out_of_band_amount: 600,
      refunds: [{ amount_refunded: 1000, refund: { status: 'succeeded', amount: 1000 } }],
      customer_balance_transaction: { type: 'credit_note', amount: -900, credit_note: note.id },
    });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -900 });
    expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({
      status: 'paid',
      amount_paid: 3000,
      post_payment_credit_notes_amount: 2500,
    });
  });

  it('never exceeds the invoice, refunds made elsewhere included', async () => {
    const { stripe, invoice, customer } = await bill('paid');
    const [charge] = (await stripe.charges.list({ customer })).data;
    const refund = await stripe.refunds.create({ charge: charge?.id ?? '', amount: 2000 });
    const credit = { invoice: invoice.id, amount: 1001, credit_amount: 1001 };
    await expect(stripe.creditNotes.create(credit)).rejects.toMatchObject({ param: 'amount' });
    const linked = { invoice: invoice.id, amount: 2000, refunds: [{ refund: refund.id }] };
    await expect(stripe.creditNotes.create(linked)).rejects.toMatchObject({ param: 'amount' });
    const rest = { invoice: invoice.id, amount: 1000, credit_amount: 1000 };
    const { id } = await stripe.creditNotes.create(rest);
    await expect(stripe.creditNotes.voidCreditNote(id)).rejects.toMatchObject({ statusCode: 400 });
    await expect(stripe.creditNotes.create(rest)).rejects.toMatchObject({ param: 'amount' });
  });

  it('takes the same part of discount and tax along as of the line', async () => {
    const { stripe, prices, customer } = await setStage();
    const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'forever' });
    const vat = await stripe.taxRates.create({
      display_name: 'VAT',
      inclusive: false,
      percentage: 20,
    });
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small, quantity: 4 }],
      discounts: [{ coupon: coupon.id }],
      default_tax_rates: [vat.id],
    });
    const invoice = await latestInvoice(stripe, id);
    // 40.00 less 4.00, and 20 % on 36.00.
    expect(invoice.total).toBe(4320);
    const line = invoice.lines.data[0]?.id ?? '';
    const lines = [{ type: 'invoice_line_item' as const, invoice_line_item: line, quantity: 1 }];
    const preview = { invoice: invoice.id, lines, credit_amount: 1080 };
    const note = await stripe.creditNotes.preview(preview);
    expect(note).toMatchObject({
      subtotal: 1000,
      discount_amount: 100,
      total_excluding_tax: 900,
      total: 1080,
      total_taxes: [{ amount: 180, taxable_amount: 900, tax_behavior: 'exclusive' }],
    });
    expect((await stripe.creditNotes.list({ invoice: invoice.id })).data).toHaveLength(0);
    const made = await stripe.creditNotes.create(preview);
    const listed = await stripe.creditNotes.listLineItems(made.id);
    expect(listed.data).toMatchObject([{ invoice_line_item: line, quantity: 1, amount: 1000 }]);
    const more = { ...lines[0], quantity: 4 };
    await expect(
      stripe.creditNotes.create({ invoice: invoice.id, lines: [more as (typeof lines)[0]] }),
    ).rejects.toMatchObject({ param: 'lines[0][amount]' });
  });
});

describe('what cannot be credited', () => {
  it('is a void invoice, nothing at all, and two things at once', async () => {
    const { stripe, invoice, line } = await bill('open');
    const create = stripe.creditNotes.create.bind(stripe.creditNotes);
    await expect(create({ invoice: invoice.id })).rejects.toMatchObject({
      code: 'parameter_missing',
    });
    await expect(create({ invoice: invoice.id, amount: 0 })).rejects.toMatchObject({
      param: 'amount',
    });
    const lines = [{ type: 'invoice_line_item' as const, invoice_line_item: line }];
    await expect(create({ invoice: invoice.id, amount: 1, lines })).rejects.toMatchObject({
      code: 'parameters_exclusive',
    });
    await expect(create({ invoice: 'in_none', amount: 1 })).rejects.toMatchObject({
      param: 'invoice',
    });
    await stripe.invoices.voidInvoice(invoice.id);
    await expect(create({ invoice: invoice.id, amount: 1000 })).rejects.toMatchObject({
      param: 'invoice',
    });
  });
});
