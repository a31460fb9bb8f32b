import { momentOf } from '../../testing/till.ts';
import { proveExamples } from '../../testing/worked-example.ts';

const CYCLE = 'https://docs.stripe.com/billing/subscriptions/billing-cycle';
const CHECKOUT_CYCLE = 'https://docs.stripe.com/payments/checkout/billing-cycle';

proveExamples('The billing date of', [
  {
    title: '31 January is 28 February, to 31 March',
    source: CYCLE,
    paper: 'The last day of a shorter month stands in for the 31st',
    opensAt: '2026-01-31',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.settle('2026-02-28');
      return till.bill();
    },
    bill: { lines: [1000], periods: ['2026-02-28/2026-03-31'], total: 1000, due: 1000 },
  },
  {
    title: '31 January is 31 March again, to 30 April',
    source: CYCLE,
    paper: 'The anchor keeps its day: a short month does not shorten the next',
    opensAt: '2026-01-31',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.settle('2026-03-31');
      return till.bill();
    },
    bill: { lines: [1000], periods: ['2026-03-31/2026-04-30'], total: 1000, due: 1000 },
  },
  {
    title: '31 January is 29 February in a leap year',
    source: CYCLE,
    paper: '2028 is a leap year',
    opensAt: '2028-01-31',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.settle('2028-02-29');
      return till.bill();
    },
    bill: { periods: ['2028-02-29/2028-03-31'], total: 1000, due: 1000 },
  },
  {
    title: 'a yearly 29 February is the 28th in a common year',
    source: CYCLE,
    paper: '29 February 2028, 28 February 2029, 28 February 2030',
    opensAt: '2028-02-29',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 1000, every: 'year' }) }]);
      till.settle('2029-02-28');
      return till.bill();
    },
    bill: { periods: ['2029-02-28/2030-02-28'], total: 1000, due: 1000 },
  },
  {
    title: 'a yearly 29 February is the 29th again four years later',
    source: CYCLE,
    paper: '29 February 2032, 28 February 2033',
    opensAt: '2028-02-29',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 1000, every: 'year' }) }]);
      till.settle('2032-02-29');
      return till.bill();
    },
    bill: { periods: ['2032-02-29/2033-02-28'], total: 1000, due: 1000 },
  },
  {
    title: '2 September is always the 2nd',
    source: CYCLE,
    paper: '2 September, 2 October, 2 November',
    opensAt: '2026-09-02',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.settle('2026-10-02');
      return till.bill();
    },
    bill: { periods: ['2026-10-02/2026-11-02'], total: 1000, due: 1000 },
  },
  {
    title: 'a week from Friday, 3 June is every Friday',
    source: CYCLE,
    paper: '3, 10 and 17 June 2022 are Fridays',
    opensAt: '2022-06-03',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 1000, every: 'week' }) }]);
      till.settle('2022-06-10');
      return till.bill();
    },
    bill: { periods: ['2022-06-10/2022-06-17'], total: 1000, due: 1000 },
  },
]);

proveExamples('A subscription of 15 May, anchored on 1 June,', [
  {
    title: 'is billed for the days until then',
    source: CHECKOUT_CYCLE,
    paper: '17 days of the 31 from 1 May to 1 June: 31.00 × 17/31 = 17.00',
    opensAt: '2026-05-15',
    play: async (till) => {
      const items = [{ price: await till.price(3100) }];
      return till.subscribe(items, { billing_cycle_anchor: momentOf('2026-06-01') });
    },
    bill: { lines: [1700], periods: ['2026-05-15/2026-06-01'], total: 1700, due: 1700 },
  },
  {
    title: 'is billed in full on the 1st',
    source: CHECKOUT_CYCLE,
    paper: '31.00 for June',
    opensAt: '2026-05-15',
    play: async (till) => {
      const items = [{ price: await till.price(3100) }];
      await till.subscribe(items, { billing_cycle_anchor: momentOf('2026-06-01') });
      till.settle('2026-06-01');
      return till.bill();
    },
    bill: { lines: [3100], periods: ['2026-06-01/2026-07-01'], total: 3100, due: 3100 },
  },
  {
    title: 'has its first invoice on the 1st without prorations',
    source: CYCLE,
    paper: 'The days before are free, and make no invoice at all',
    opensAt: '2026-05-15',
    play: async (till) => {
      await till.stripe.subscriptions.create({
        customer: till.customer,
        items: [{ price: await till.price(3100) }],
        billing_cycle_anchor: momentOf('2026-06-01'),
        proration_behavior: 'none',
      });
      till.settle('2026-06-01');
      return till.onlyBill();
    },
    bill: { lines: [3100], periods: ['2026-06-01/2026-07-01'], total: 3100, due: 3100 },
  },
  {
    title: 'is billed for the days after a trial of a week',
    source: CYCLE,
    paper: 'Free until the 22nd, then 10 of 31 days: 31.00 × 10/31 = 10.00',
    opensAt: '2026-05-15',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3100) }], {
        billing_cycle_anchor: momentOf('2026-06-01'),
        trial_end: momentOf('2026-05-22'),
      });
      till.settle('2026-05-22');
      return till.bill();
    },
    bill: { lines: [1000], periods: ['2026-05-22/2026-06-01'], total: 1000, due: 1000 },
  },
]);

proveExamples('A running subscription of 1 April, 30 USD,', [
  {
    title: 'begins a new cycle with billing_cycle_anchor now',
    source: CYCLE,
    paper: 'Half a month back, -15.00; a whole one from the 16th, 30.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }]);
      till.goTo('2026-04-16');
      return till.change({
        billing_cycle_anchor: { type: 'now' },
        proration_behavior: 'create_prorations',
      });
    },
    bill: {
      lines: [-1500, 3000],
      periods: ['2026-04-16/2026-05-01', '2026-04-16/2026-05-16'],
      total: 1500,
      due: 1500,
    },
  },
  {
    title: 'pays twice for the rest of the month without prorations',
    source: CYCLE,
    paper: 'A whole month from the 16th, nothing back',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }]);
      till.goTo('2026-04-16');
      return till.change({ billing_cycle_anchor: { type: 'now' }, proration_behavior: 'none' });
    },
    bill: { lines: [3000], periods: ['2026-04-16/2026-05-16'], total: 3000, due: 3000 },
  },
]);
