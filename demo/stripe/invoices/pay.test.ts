import { describe, expect, it } from 'vitest';
import { answerBank, giveCard, latestInvoice, setStage } from '../testing/stage.ts';

/** A first invoice of 10.00 that the customer's card did not pay. */
async function unpaid(token = 'pm_card_chargeCustomerFail') {
  const stage = await setStage(token);
  const { stripe, prices, customer } = stage;
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
  const invoice = await latestInvoice(stripe, id);
  return { ...stage, subscription: id, invoice };
}

describe('paying an invoice', () => {
  it.each(['open', 'uncollectible'])('works while it is %s, with another card', async (status) => {
    const { stripe, customer, invoice, subscription } = await unpaid();
    if (status === 'uncollectible') await stripe.invoices.markUncollectible(invoice.id);
    const { id: card } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    const paid = await stripe.invoices.pay(invoice.id, { payment_method: card, forgive: false });
    expect(paid).toMatchObject({ status: 'paid', amount_paid: 1000, amount_remaining: 0 });
    expect((await stripe.subscriptions.retrieve(subscription)).status).toBe('active');
    await expect(stripe.invoices.pay(invoice.id)).rejects.toMatchObject({
      statusCode: 400,
      message: 'Invoice is already paid',
    });
  });

  it('says why the card declined, and keeps the try', async () => {
    const { stripe, invoice, customer } = await unpaid();
    const error: unknown = await stripe.invoices.pay(invoice.id).catch((reason: unknown) => reason);
    const [latest] = (await stripe.charges.list({ customer })).data;
    expect(error).toMatchObject({
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'generic_decline',
      charge: latest?.id,
      payment_intent: { status: 'requires_payment_method', latest_charge: latest?.id },
    });
    const tried = await stripe.charges.list({ customer });
    expect(tried.data.map((charge) => charge.status)).toEqual(['failed', 'failed']);
    // Tries by hand after the first do not count.
    expect((await stripe.invoices.retrieve(invoice.id)).attempt_count).toBe(1);
  });

  it.each([true, false])('leaves it to the bank, off_session: %s', async (off_session) => {
    const { simulator, stripe, invoice } = await unpaid('pm_card_authenticationRequired');
    await expect(stripe.invoices.pay(invoice.id, { off_session })).rejects.toMatchObject({
      statusCode: 402,
      code: 'invoice_payment_intent_requires_action',
      payment_intent: { status: 'requires_action', client_secret: expect.any(String) },
    });
    const secret = invoice.confirmation_secret?.client_secret ?? '';
    await answerBank(simulator, secret, 'success');
    expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('paid');
  });

  it('takes a card that asks only for those who are there, while its owner is away', async () => {
    const { stripe, invoice, customer } = await unpaid();
    const token = 'pm_card_authenticationRequiredSetupForOffSession';
    await giveCard(stripe, customer, token);
    await expect(stripe.invoices.pay(invoice.id, { off_session: false })).rejects.toMatchObject({
      code: 'invoice_payment_intent_requires_action',
    });
    expect((await stripe.invoices.pay(invoice.id)).status).toBe('paid');
  });

  it('charges nobody when it was paid elsewhere', async () => {
    const { stripe, invoice, customer, subscription } = await unpaid();
    const paid = await stripe.invoices.pay(invoice.id, { paid_out_of_band: true });
    expect(paid).toMatchObject({ status: 'paid', amount_remaining: 0 });
    const charges = await stripe.charges.list({ customer });
    expect(charges.data.every((charge) => charge.status === 'failed')).toBe(true);
    const payments = await stripe.invoicePayments.list({ invoice: invoice.id });
    expect(payments.data[0]?.status).toBe('canceled');
    expect((await stripe.subscriptions.retrieve(subscription)).status).toBe('active');
  });

  it('needs a method, of the customer, and an invoice that is not void', async () => {
    const { stripe, invoice, customer } = await unpaid();
    const other = await stripe.customers.create({});
    const foreign = await giveCard(stripe, other.id, 'pm_card_visa');
    await expect(
      stripe.invoices.pay(invoice.id, { payment_method: foreign }),
    ).rejects.toMatchObject({ param: 'payment_method' });
    await expect(stripe.invoices.pay(invoice.id, { source: 'src_1' })).rejects.toMatchObject({
      param: 'source',
    });
    const [card] = (await stripe.paymentMethods.list({ customer })).data;
    await stripe.paymentMethods.detach(card?.id ?? '');
    await expect(stripe.invoices.pay(invoice.id)).rejects.toMatchObject({
      code: 'invoice_no_payment_method_types',
    });
    await stripe.invoices.voidInvoice(invoice.id);
    await expect(stripe.invoices.pay(invoice.id)).rejects.toMatchObject({ statusCode: 400 });
  });

  it('by a debit is done when the bank says so, unless it is void by then', async () => {
    const { simulator, stripe, invoice, customer } = await unpaid();
    const setup = await stripe.setupIntents.create({
      customer,
      payment_method: 'pm_usBankAccount_success',
      confirm: true,
      mandate_data: { customer_acceptance: { type: 'offline' } },
    });
    const account = typeof setup.payment_method === 'string' ? setup.payment_method : '';
    const under = await stripe.invoices.pay(invoice.id, { payment_method: account });
    expect(under).toMatchObject({ status: 'open', amount_remaining: 1000 });
    await stripe.invoices.voidInvoice(invoice.id);
    simulator.advanceTo(simulator.now() + 200);
    expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('void');
    expect((await stripe.charges.list({ customer })).data[0]?.status).toBe('failed');
  });
});
