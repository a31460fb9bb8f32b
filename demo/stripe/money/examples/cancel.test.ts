import type { Till } from '../../testing/till.ts';
import { proveExamples } from '../../testing/worked-example.ts';

const CANCEL = 'https://docs.stripe.com/billing/subscriptions/cancel';
const API = 'https://docs.stripe.com/api/subscriptions/cancel';

/** 30 USD from 1 April; in the middle of the month the subscription ends. */
async function endHalfWay(till: Till, options: { prorate: boolean; invoice_now: boolean }) {
  await till.subscribe([{ price: await till.price(3000) }]);
  till.goTo('2026-04-16');
  await till.stripe.subscriptions.cancel(till.subscription, options);
  return till.bill();
}

/** From 10 to 30 USD on the 16th, to be billed in May. */
async function changeHalfWay(till: Till): Promise<void> {
  await till.subscribe([{ price: await till.price(1000) }]);
  till.goTo('2026-04-16');
  await till.change({ items: [{ id: await till.item(), price: await till.price(3000) }] });
}

proveExamples('A cancellation in mid-April of 30 USD a month', [
  {
    title: 'gives half back as credit with prorate and invoice_now',
    source: API,
    paper: '-30.00 / 2',
    opensAt: '2026-04-01',
    play: (till) => endHalfWay(till, { prorate: true, invoice_now: true }),
    bill: { lines: [-1500], total: -1500, due: 0, balance: -1500 },
  },
  {
    title: 'makes no invoice with prorate alone',
    source: API,
    paper: 'The credit waits for an invoice: the last one is that of 1 April',
    opensAt: '2026-04-01',
    play: (till) => endHalfWay(till, { prorate: true, invoice_now: false }),
    bill: { lines: [3000], total: 3000, balance: 0 },
  },
  {
    title: 'gives nothing back with invoice_now alone',
    source: API,
    paper: 'Nothing waits to be billed',
    opensAt: '2026-04-01',
    play: (till) => endHalfWay(till, { prorate: false, invoice_now: true }),
    bill: { lines: [3000], total: 3000, balance: 0 },
  },
  {
    title: 'gives back what was paid, less the discount',
    source: API,
    paper: '-(30.00 - 20 %) / 2 = -12.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 20 });
      await till.subscribe([{ price: await till.price(3000) }], { discounts: [{ coupon }] });
      till.goTo('2026-04-16');
      const options = { prorate: true, invoice_now: true };
      await till.stripe.subscriptions.cancel(till.subscription, options);
      return till.bill();
    },
    bill: { lines: [-1200], total: -1200, due: 0, balance: -1200 },
  },
  {
    title: 'gives the tax back, too',
    source: API,
    paper: '-15.00 - 20 % = -18.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const terms = { default_tax_rates: [await till.tax(20, false)] };
      await till.subscribe([{ price: await till.price(3000) }], terms);
      till.goTo('2026-04-16');
      const options = { prorate: true, invoice_now: true };
      await till.stripe.subscriptions.cancel(till.subscription, options);
      return till.bill();
    },
    bill: { lines: [-1500], taxes: [-300], total: -1800, due: 0, balance: -1800 },
  },
  {
    title: 'gives nothing back in a trial',
    source: 'by hand',
    paper: 'Nothing was paid: the last invoice is that of the trial',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }], { trial_period_days: 14 });
      till.goTo('2026-04-05');
      const options = { prorate: true, invoice_now: true };
      await till.stripe.subscriptions.cancel(till.subscription, options);
      return till.bill();
    },
    bill: { lines: [0], total: 0, due: 0, balance: 0 },
  },
]);

proveExamples('What waits for May when the subscription ends on the 21st', [
  {
    title: 'is billed with invoice_now',
    source: CANCEL,
    paper: '-10.00 / 2 + 30.00 / 2',
    opensAt: '2026-04-01',
    play: async (till) => {
      await changeHalfWay(till);
      till.goTo('2026-04-21');
      await till.stripe.subscriptions.cancel(till.subscription, { invoice_now: true });
      return till.bill();
    },
    bill: { lines: [-500, 1500], total: 1000, due: 1000 },
  },
  {
    title: 'is billed with what is given back, with both',
    source: CANCEL,
    paper: '-5.00 + 15.00 - 15.00 × 10/15 = 0.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await changeHalfWay(till);
      till.goTo('2026-04-21');
      const options = { prorate: true, invoice_now: true };
      await till.stripe.subscriptions.cancel(till.subscription, options);
      return till.bill();
    },
    bill: { total: 0, due: 0, balance: 0 },
  },
  {
    title: 'is dropped with neither, and a later invoice does not have it',
    source: CANCEL,
    paper: 'A new subscription: 7.00 and nothing else',
    opensAt: '2026-04-01',
    play: async (till) => {
      await changeHalfWay(till);
      till.goTo('2026-04-21');
      await till.stripe.subscriptions.cancel(till.subscription);
      return till.subscribe([{ price: await till.price(700) }]);
    },
    bill: { lines: [700], total: 700, due: 700 },
  },
  {
    title: 'is billed at the end of the period when it ends there',
    source: CANCEL,
    paper: '-10.00 / 2 + 30.00 / 2, and no month of May',
    opensAt: '2026-04-01',
    play: async (till) => {
      await changeHalfWay(till);
      await till.change({ cancel_at_period_end: true });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [-500, 1500], total: 1000, due: 1000 },
  },
]);
