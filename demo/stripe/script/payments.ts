import { expect } from 'vitest';
import { idOf } from './story.ts';
import type { Step } from './story.ts';

/** Money that came, did not come, and went back. */
export const PAYMENTS: Step[] = [
  [
    'finds the payment of an invoice',
    async ({ stripe, call, the }) => {
      const { data } = await stripe.invoicePayments.list({ invoice: the('first invoice') });
      expect(data).toMatchObject([{ status: 'paid', amount_paid: 1300, is_default: true }]);
      call('invoice payment', data[0] ?? { id: '' });
      call('payment', { id: idOf(data[0]?.payment.payment_intent) });
      const one = await stripe.invoicePayments.retrieve(the('invoice payment'));
      expect(idOf(one.invoice)).toBe(the('first invoice'));
    },
  ],
  [
    'reads the payment and its charge',
    async ({ stripe, call, the }) => {
      const expand = ['latest_charge'];
      const payment = await stripe.paymentIntents.retrieve(the('payment'), { expand });
      expect(payment).toMatchObject({ status: 'succeeded', amount_received: 1300 });
      call('charge', { id: idOf(payment.latest_charge) });
    },
  ],
  [
    'reads and lists charges',
    async ({ stripe, the }) => {
      const charge = await stripe.charges.retrieve(the('charge'));
      expect(charge).toMatchObject({ paid: true, outcome: { type: 'authorized' } });
      const { data } = await stripe.charges.list({ payment_intent: the('payment') });
      expect(data.map(({ id }) => id)).toEqual([the('charge')]);
    },
  ],
  [
    'gives three dollars back',
    async ({ stripe, call, the }) => {
      const refund = await stripe.refunds.create({
        payment_intent: the('payment'),
        amount: 300,
        reason: 'requested_by_customer',
      });
      call('refund', refund);
      expect(refund).toMatchObject({ status: 'succeeded', amount: 300 });
      expect((await stripe.charges.retrieve(the('charge'))).amount_refunded).toBe(300);
    },
  ],
  [
    'reads and lists refunds',
    async ({ stripe, the }) => {
      expect((await stripe.refunds.retrieve(the('refund'))).charge).toBe(the('charge'));
      const { data } = await stripe.refunds.list({ payment_intent: the('payment') });
      expect(data).toHaveLength(1);
    },
  ],
  [
    'fails at a renewal with a card that declines, and is past due',
    async ({ stripe, call, pass, the }) => {
      const customer = the('Ada');
      const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
      await stripe.subscriptions.update(the('subscription'), { default_payment_method: bad.id });
      pass(31);
      const late = await stripe.subscriptions.retrieve(the('subscription'), {
        expand: ['latest_invoice.payments'],
      });
      expect(late).toMatchObject({ status: 'past_due', latest_invoice: { status: 'open' } });
      call('late invoice', { id: idOf(late.latest_invoice) });
    },
  ],
  [
    'shows why, on the payment',
    async ({ stripe, the }) => {
      const { data } = await stripe.invoicePayments.list({ invoice: the('late invoice') });
      const intent = idOf(data[0]?.payment.payment_intent);
      const payment = await stripe.paymentIntents.retrieve(intent);
      expect(payment.last_payment_error).toMatchObject({ code: 'card_declined' });
      expect((await stripe.charges.list({ payment_intent: intent })).data[0]?.paid).toBe(false);
    },
  ],
  [
    'pays the late invoice with another card, and is active',
    async ({ stripe, the }) => {
      const paid = await stripe.invoices.pay(the('late invoice'), { payment_method: the('Visa') });
      expect(paid).toMatchObject({ status: 'paid', amount_remaining: 0 });
      const id = the('subscription');
      const active = await stripe.subscriptions.update(id, { default_payment_method: the('Visa') });
      expect(active.status).toBe('active');
    },
  ],
  [
    'lists payments and disputes',
    async ({ stripe, the }) => {
      const { data } = await stripe.paymentIntents.list({ customer: the('Ada'), limit: 5 });
      expect(data.length).toBeGreaterThan(2);
      expect((await stripe.disputes.list({ limit: 3 })).data).toEqual([]);
    },
  ],
  [
    'takes a single payment and cancels another',
    async ({ stripe, the }) => {
      const asked = { amount: 2500, currency: 'usd', customer: the('Ada') };
      const method = { payment_method: the('Visa'), confirm: true, off_session: true };
      const paid = await stripe.paymentIntents.create({ ...asked, ...method });
      expect(paid.status).toBe('succeeded');
      const open = await stripe.paymentIntents.create(asked);
      expect((await stripe.paymentIntents.cancel(open.id)).status).toBe('canceled');
    },
  ],
];
