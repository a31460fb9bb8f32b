import { expect } from 'vitest';
import { idOf, refusal } from './story.ts';
import type { Step } from './story.ts';

/** Bills by hand. */
export const INVOICES: Step[] = [
  [
    'puts an item aside for the next invoice, changes it, and reads it',
    async ({ stripe, call, the }) => {
      const item = await stripe.invoiceItems.create({
        customer: the('Ada'),
        amount: 700,
        currency: 'usd',
        description: 'Help',
      });
      call('help', item);
      await stripe.invoiceItems.update(item.id, { amount: 800, description: 'Much help' });
      const read = await stripe.invoiceItems.retrieve(item.id);
      expect(read).toMatchObject({ amount: 800, description: 'Much help', invoice: null });
    },
  ],
  [
    'puts another aside by its price, lists both, and drops it',
    async ({ stripe, the }) => {
      const item = await stripe.invoiceItems.create({
        customer: the('Ada'),
        pricing: { price: the('set-up fee') },
      });
      const list = await stripe.invoiceItems.list({ customer: the('Ada'), pending: true });
      expect(list.data.map(({ amount }) => amount)).toEqual([4900, 800]);
      expect(await stripe.invoiceItems.del(item.id)).toMatchObject({ deleted: true });
    },
  ],
  [
    'draws up an invoice with what waits',
    async ({ stripe, call, the }) => {
      const invoice = await stripe.invoices.create({
        customer: the('Ada'),
        pending_invoice_items_behavior: 'include',
        auto_advance: false,
        description: 'For your help',
      });
      call('bill', invoice);
      expect(invoice).toMatchObject({ status: 'draft', total: 800, billing_reason: 'manual' });
    },
  ],
  [
    'corrects the draft',
    async ({ stripe, the }) => {
      const change = { description: 'For all your help', metadata: { by: 'hand' } };
      const draft = await stripe.invoices.update(the('bill'), change);
      expect(draft).toMatchObject({ description: 'For all your help', number: null });
    },
  ],
  [
    'finalises it, with a number and a page',
    async ({ stripe, the }) => {
      const invoice = await stripe.invoices.finalizeInvoice(the('bill'));
      expect(invoice).toMatchObject({ status: 'open', amount_due: 800 });
      expect(invoice.number).toMatch(/-\d{4}$/);
      expect(invoice.hosted_invoice_url).toMatch(/^https?:/);
    },
  ],
  [
    'reads its lines',
    async ({ stripe, the }) => {
      const { data } = await stripe.invoices.listLineItems(the('bill'), { limit: 1 });
      expect(data.map(({ amount }) => amount)).toEqual([800]);
    },
  ],
  [
    'pays it',
    async ({ stripe, the }) => {
      expect(await stripe.invoices.pay(the('bill'))).toMatchObject({
        status: 'paid',
        amount_paid: 800,
      });
      expect(await refusal(stripe.invoices.pay(the('bill')))).toMatchObject({ statusCode: 400 });
    },
  ],
  [
    'sends a bill that is paid elsewhere',
    async ({ stripe, call, the }) => {
      await stripe.invoiceItems.create({ customer: the('Ada'), amount: 5000, currency: 'usd' });
      const bill = await stripe.invoices.create({
        customer: the('Ada'),
        collection_method: 'send_invoice',
        days_until_due: 30,
        pending_invoice_items_behavior: 'include',
      });
      call('sent bill', bill);
      const sent = await stripe.invoices.sendInvoice(bill.id);
      expect(sent).toMatchObject({ status: 'open', collection_method: 'send_invoice' });
      const paid = await stripe.invoices.pay(bill.id, { paid_out_of_band: true });
      expect(paid.status).toBe('paid');
    },
  ],
  [
    'voids one, gives up another, and throws a draft away',
    async ({ stripe, the }) => {
      const bill = async () => {
        await stripe.invoiceItems.create({ customer: the('Ada'), amount: 900, currency: 'usd' });
        return stripe.invoices.create({
          customer: the('Ada'),
          pending_invoice_items_behavior: 'include',
          auto_advance: false,
        });
      };
      const [wrong, lost, draft] = [await bill(), await bill(), await bill()];
      await stripe.invoices.finalizeInvoice(wrong.id);
      await stripe.invoices.finalizeInvoice(lost.id);
      expect((await stripe.invoices.voidInvoice(wrong.id)).status).toBe('void');
      expect((await stripe.invoices.markUncollectible(lost.id)).status).toBe('uncollectible');
      expect(await stripe.invoices.del(draft.id)).toMatchObject({ deleted: true });
      const waiting = await stripe.invoiceItems.list({ customer: the('Ada'), pending: true });
      for (const { id } of waiting.data) await stripe.invoiceItems.del(id);
    },
  ],
  [
    'lists invoices by customer, by subscription and by state',
    async ({ stripe, the }) => {
      const mine = await stripe.invoices.list({ customer: the('Ada'), limit: 2 });
      expect(mine).toMatchObject({ has_more: true });
      const subscription = the('subscription');
      const paid = await stripe.invoices.list({ subscription, status: 'paid', limit: 100 });
      expect(paid.data.every(({ status }) => status === 'paid')).toBe(true);
      const expand = ['payments', 'confirmation_secret'];
      const first = await stripe.invoices.retrieve(the('first invoice'), { expand });
      expect(idOf(first.payments?.data[0]?.payment.payment_intent)).toBe(the('payment'));
    },
  ],
];
