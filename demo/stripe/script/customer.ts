import { expect } from 'vitest';
import { idOf, refusal } from './story.ts';
import type { Step } from './story.ts';

/** Ada, and how she pays. */
export const CUSTOMER: Step[] = [
  [
    'meets a customer',
    async ({ stripe, call }) => {
      const ada = await stripe.customers.create({
        email: 'Ada@example.com',
        name: 'Ada',
        address: { country: 'DE', city: 'Berlin' },
        preferred_locales: ['de'],
      });
      call('Ada', ada);
      expect(ada).toMatchObject({ object: 'customer', balance: 0, currency: null });
    },
  ],
  [
    'learns her telephone number',
    async ({ stripe, the }) => {
      const change = { phone: '+49 30 1', metadata: { plan: 'none' } };
      expect((await stripe.customers.update(the('Ada'), change)).phone).toBe('+49 30 1');
    },
  ],
  [
    'finds her by her email, letter for letter',
    async ({ stripe, the }) => {
      const { data } = await stripe.customers.list({ email: 'Ada@example.com' });
      expect(data.map(({ id }) => id)).toEqual([the('Ada')]);
      expect((await stripe.customers.list({ email: 'ada@example.com' })).data).toEqual([]);
    },
  ],
  [
    'notes her tax id, and reads it',
    async ({ stripe, call, the }) => {
      const value = { type: 'eu_vat', value: 'DE000000000' } as const;
      const taxId = call('her tax id', await stripe.customers.createTaxId(the('Ada'), value));
      expect(taxId.verification?.status).toBe('verified');
      const read = await stripe.customers.retrieveTaxId(the('Ada'), taxId.id);
      expect(read.value).toBe('DE000000000');
      expect((await stripe.customers.listTaxIds(the('Ada'))).data).toHaveLength(1);
    },
  ],
  [
    'gives her five dollars on her balance',
    async ({ stripe, call, the }) => {
      const gift = { amount: -500, currency: 'usd', description: 'Welcome' };
      const entry = await stripe.customers.createBalanceTransaction(the('Ada'), gift);
      call('gift', entry);
      expect(entry).toMatchObject({ type: 'adjustment', ending_balance: -500 });
    },
  ],
  [
    'reads the entries of her balance',
    async ({ stripe, the }) => {
      const { data } = await stripe.customers.listBalanceTransactions(the('Ada'));
      expect(data.map(({ amount }) => amount)).toEqual([-500]);
      const one = await stripe.customers.retrieveBalanceTransaction(the('Ada'), the('gift'));
      expect(one.description).toBe('Welcome');
    },
  ],
  [
    'saves a card through a SetupIntent',
    async ({ stripe, call, the }) => {
      const setup = await stripe.setupIntents.create({
        customer: the('Ada'),
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        usage: 'off_session',
      });
      call('set-up', setup);
      expect(setup.status).toBe('requires_payment_method');
      const card = { payment_method: 'pm_card_visa' };
      const done = await stripe.setupIntents.confirm(setup.id, card);
      expect(done.status).toBe('succeeded');
      call('Visa', { id: idOf(done.payment_method) });
    },
  ],
  [
    'reads the SetupIntent with its card',
    async ({ stripe, the }) => {
      const expand = ['payment_method'];
      const setup = await stripe.setupIntents.retrieve(the('set-up'), { expand });
      expect(setup.payment_method).toMatchObject({ card: { last4: '4242' } });
    },
  ],
  [
    'starts to save a card that asks her bank, and gives up',
    async ({ stripe, the }) => {
      const setup = await stripe.setupIntents.create({
        customer: the('Ada'),
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        confirm: true,
        payment_method: 'pm_card_authenticationRequired',
      });
      expect(setup.status).toBe('requires_action');
      expect((await stripe.setupIntents.cancel(setup.id)).status).toBe('canceled');
      expect((await stripe.setupIntents.list({ customer: the('Ada') })).data).toHaveLength(2);
    },
  ],
  [
    'makes the card her default',
    async ({ stripe, the }) => {
      const settings = { invoice_settings: { default_payment_method: the('Visa') } };
      const ada = await stripe.customers.update(the('Ada'), settings);
      expect(ada.invoice_settings.default_payment_method).toBe(the('Visa'));
    },
  ],
  [
    'attaches a second card, and corrects its expiry',
    async ({ stripe, call, the }) => {
      const card = await stripe.paymentMethods.create({
        type: 'card',
        card: { number: '5555555555554444', exp_month: 4, exp_year: 2035, cvc: '123' },
        billing_details: { name: 'Ada' },
      });
      call('Mastercard', await stripe.paymentMethods.attach(card.id, { customer: the('Ada') }));
      const later = await stripe.paymentMethods.update(card.id, { card: { exp_year: 2036 } });
      expect(later.card).toMatchObject({ brand: 'mastercard', exp_year: 2036 });
    },
  ],
  [
    'refuses a card that the bank declines',
    async ({ stripe, the }) => {
      const bad = stripe.paymentMethods.attach('pm_card_visa_chargeDeclined', {
        customer: the('Ada'),
      });
      expect(await refusal(bad)).toMatchObject({ statusCode: 402, code: 'card_declined' });
    },
  ],
  [
    'lists her cards, by type and by customer',
    async ({ stripe, the }) => {
      const customer = the('Ada');
      const cards = await stripe.paymentMethods.list({ customer, type: 'card' });
      expect(cards.data).toHaveLength(2);
      const page = await stripe.customers.listPaymentMethods(customer, { limit: 1 });
      expect(page).toMatchObject({ has_more: true });
      const one = await stripe.customers.retrievePaymentMethod(customer, the('Visa'));
      expect(one.card?.brand).toBe('visa');
    },
  ],
  [
    'takes the second card away, for ever',
    async ({ stripe, the }) => {
      expect((await stripe.paymentMethods.detach(the('Mastercard'))).customer).toBeNull();
      const again = stripe.paymentMethods.attach(the('Mastercard'), { customer: the('Ada') });
      expect(await refusal(again)).toMatchObject({ statusCode: 400 });
    },
  ],
  [
    'reads all of her at once',
    async ({ stripe, the }) => {
      const expand = ['tax', 'tax_ids', 'invoice_settings.default_payment_method'];
      const ada = await stripe.customers.retrieve(the('Ada'), { expand });
      expect(ada).toMatchObject({ balance: -500, tax_ids: { object: 'list' } });
    },
  ],
  [
    'forgets her tax id',
    async ({ stripe, the }) => {
      const gone = await stripe.customers.deleteTaxId(the('Ada'), the('her tax id'));
      expect(gone).toMatchObject({ deleted: true });
    },
  ],
];
