import { momentOf } from '../../testing/till.ts';
import { proveExamples } from '../../testing/worked-example.ts';

const TRIALS = 'https://docs.stripe.com/billing/subscriptions/trials';
const CYCLE = 'https://docs.stripe.com/billing/subscriptions/billing-cycle';

proveExamples('A trial of two weeks from 1 April', [
  {
    title: 'begins with an invoice over nothing',
    source: TRIALS,
    paper: '0.00',
    opensAt: '2026-04-01',
    play: async (till) =>
      till.subscribe([{ price: await till.price(3000) }], { trial_period_days: 14 }),
    bill: { lines: [0], periods: ['2026-04-01/2026-04-15'], total: 0, due: 0 },
  },
  {
    title: 'ends with a whole month, from that day on',
    source: TRIALS,
    paper: '30.00 from 15 April to 15 May',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }], { trial_period_days: 14 });
      till.settle('2026-04-15');
      return till.bill();
    },
    bill: { lines: [3000], periods: ['2026-04-15/2026-05-15'], total: 3000, due: 3000 },
  },
  {
    title: 'can be ended at once',
    source: TRIALS,
    paper: '30.00 from 5 April to 5 May',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }], { trial_period_days: 14 });
      till.goTo('2026-04-05');
      return till.change({ trial_end: 'now' });
    },
    bill: { lines: [3000], periods: ['2026-04-05/2026-05-05'], total: 3000, due: 3000 },
  },
  {
    title: 'can be made shorter',
    source: TRIALS,
    paper: '30.00 from 10 April to 10 May',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }], { trial_period_days: 14 });
      till.goTo('2026-04-05');
      await till.change({ trial_end: momentOf('2026-04-10') });
      till.settle('2026-04-10');
      return till.bill();
    },
    bill: { lines: [3000], periods: ['2026-04-10/2026-05-10'], total: 3000, due: 3000 },
  },
  {
    title: 'goes on when the plan changes, and the new plan is billed after it',
    source: TRIALS,
    paper: '50.00 from 15 April',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }], { trial_period_days: 14 });
      till.goTo('2026-04-05');
      const items = [{ id: await till.item(), price: await till.price(5000) }];
      await till.change({ items, proration_behavior: 'always_invoice' });
      till.settle('2026-04-15');
      return till.bill();
    },
    bill: { lines: [5000], periods: ['2026-04-15/2026-05-15'], total: 5000, due: 5000 },
  },
  {
    title: 'leaves nothing to give back when the plan changes on its last day',
    source: 'by hand',
    paper: 'Nothing was billed: the change and the end of the trial cost 50.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }], { trial_period_days: 14 });
      till.goTo('2026-04-05');
      const items = [{ id: await till.item(), price: await till.price(5000) }];
      return till.change({ items, trial_end: 'now', proration_behavior: 'always_invoice' });
    },
    bill: { lines: [5000], periods: ['2026-04-05/2026-05-05'], total: 5000, due: 5000 },
  },
]);

proveExamples(
  'A trial on a subscription that runs from 23 June, given on 15 July until 1 August,',
  [
    {
      title: 'moves the billing date: nothing on 23 July, a whole month on 1 August',
      source: CYCLE,
      paper: '30.00 from 1 August to 1 September; nothing back, as proration was none',
      opensAt: '2026-06-23',
      play: async (till) => {
        await till.subscribe([{ price: await till.price(3000) }]);
        till.goTo('2026-07-15');
        await till.change({ trial_end: momentOf('2026-08-01'), proration_behavior: 'none' });
        till.settle('2026-08-01');
        const invoices = await till.stripe.invoices.list({ customer: till.customer });
        const paid = invoices.data.filter(({ total }) => total > 0);
        if (paid.length !== 2) throw new Error('Something was billed in July.');
        return till.bill();
      },
      bill: {
        lines: [3000],
        periods: ['2026-08-01/2026-09-01'],
        total: 3000,
        due: 3000,
        balance: 0,
      },
    },
    {
      title: 'bills the 1st of each month after that',
      source: CYCLE,
      paper: '30.00 from 1 September to 1 October',
      opensAt: '2026-06-23',
      play: async (till) => {
        await till.subscribe([{ price: await till.price(3000) }]);
        till.goTo('2026-07-15');
        await till.change({ trial_end: momentOf('2026-08-01'), proration_behavior: 'none' });
        till.settle('2026-09-01');
        return till.bill();
      },
      bill: { lines: [3000], periods: ['2026-09-01/2026-10-01'], total: 3000, due: 3000 },
    },
    {
      title: 'gives the paid days back with prorations',
      source: CYCLE,
      paper: '8 of the 30 days to 23 July are left: -30.00 × 8/30 = -8.00',
      opensAt: '2026-06-23',
      play: async (till) => {
        await till.subscribe([{ price: await till.price(3000) }]);
        till.goTo('2026-07-15');
        const trial_end = momentOf('2026-08-01');
        return till.change({ trial_end, proration_behavior: 'always_invoice' });
      },
      bill: { total: -800, due: 0, balance: -800 },
    },
  ],
);
