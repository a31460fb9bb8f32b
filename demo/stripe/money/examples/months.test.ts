import { proveExamples } from '../../testing/worked-example.ts';
import type { Till } from '../../testing/till.ts';

const PRORATIONS = 'https://docs.stripe.com/billing/subscriptions/prorations';
const BY_THE_SECOND = 'https://docs.stripe.com/billing/scripts/prorations';

/** Subscribes to one price and changes to another at that moment, billed at once. */
function changeAt(moment: string, from: number, to: number) {
  return async (till: Till) => {
    await till.subscribe([{ price: await till.price(from) }]);
    till.goTo(moment);
    const items = [{ id: await till.item(), price: await till.price(to) }];
    return till.change({ items, proration_behavior: 'always_invoice' });
  };
}

proveExamples('A change in a month of', [
  {
    title: '30 days, half-way: 10 USD to 20 USD',
    source: PRORATIONS,
    paper: '-10.00 × 15/30 = -5.00; 20.00 × 15/30 = 10.00',
    opensAt: '2026-04-01',
    play: changeAt('2026-04-16', 1000, 2000),
    bill: { lines: [-500, 1000], total: 500, due: 500, balance: 0 },
  },
  {
    title: '28 days, after a quarter',
    source: BY_THE_SECOND,
    paper: '1 to 8 February: 21 of 28 days are left. -10.00 × 3/4 = -7.50; 30.00 × 3/4 = 22.50',
    opensAt: '2026-02-01',
    play: changeAt('2026-02-08', 1000, 3000),
    bill: {
      lines: [-750, 2250],
      periods: ['2026-02-08/2026-03-01', '2026-02-08/2026-03-01'],
      total: 1500,
      due: 1500,
    },
  },
  {
    title: '29 days, in a leap year',
    source: BY_THE_SECOND,
    paper: '19 of 29 days are left. -10.00 × 19/29 = -6.5517 = -6.55; 29.00 × 19/29 = 19.00',
    opensAt: '2028-02-01',
    play: changeAt('2028-02-11', 1000, 2900),
    bill: { lines: [-655, 1900], total: 1245, due: 1245 },
  },
  {
    title: '31 days',
    source: BY_THE_SECOND,
    paper: '21 of 31 days are left. -10.00 × 21/31 = -6.7742; 20.00 × 21/31 = 13.5484',
    opensAt: '2026-03-01',
    play: changeAt('2026-03-11', 1000, 2000),
    bill: { lines: [-677, 1355], total: 678, due: 678 },
  },
  {
    title: '31 days that lie in two calendar months',
    source: BY_THE_SECOND,
    paper:
      '20 March to 20 April is 31 days; on 1 April 19 are left. -31.00 × 19/31 = -19.00; 62.00 × 19/31 = 38.00',
    opensAt: '2026-03-20',
    play: changeAt('2026-04-01', 3100, 6200),
    bill: { lines: [-1900, 3800], total: 1900, due: 1900 },
  },
  {
    title: '30 days, at an odd second',
    source: BY_THE_SECOND,
    paper:
      '15 d 6 h 30 min 15 s are gone: 1 272 585 of 2 592 000 s are left, 0.490966435. 49.99 × that = 24.5434; 99.99 × that = 49.0917',
    opensAt: '2026-04-01',
    play: changeAt('2026-04-16T06:30:15', 4999, 9999),
    bill: { lines: [-2454, 4909], total: 2455, due: 2455 },
  },
  {
    title: '30 days, after one second',
    source: BY_THE_SECOND,
    paper: '2 591 999 of 2 592 000 s are left: 9.999996 and 29.999988 round to whole cents',
    opensAt: '2026-04-01',
    play: changeAt('2026-04-01T00:00:01', 1000, 3000),
    bill: { lines: [-1000, 3000], total: 2000, due: 2000 },
  },
  {
    title: '30 days, where one second decides about a cent',
    source: BY_THE_SECOND,
    paper:
      '10 000.00 costs a cent in 2.592 s. Three seconds in, 10 000.00 × 2 591 997/2 592 000 = 9 999.988; 20 000.00 × the same = 19 999.977',
    opensAt: '2026-04-01',
    play: changeAt('2026-04-01T00:00:03', 1_000_000, 2_000_000),
    bill: { lines: [-999_999, 1_999_998], total: 999_999, due: 999_999 },
  },
]);

proveExamples('A change in a longer or shorter period:', [
  {
    title: 'a year of 365 days',
    source: BY_THE_SECOND,
    paper: '1 January to 2 July is 182 days; 183 are left. -365.00 × 183/365; 730.00 × 183/365',
    opensAt: '2026-01-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 36_500, every: 'year' }) }]);
      till.goTo('2026-07-02');
      const price = await till.price({ unit_amount: 73_000, every: 'year' });
      const items = [{ id: await till.item(), price }];
      return till.change({ items, proration_behavior: 'always_invoice' });
    },
    bill: { lines: [-18_300, 36_600], total: 18_300, due: 18_300 },
  },
  {
    title: 'a year of 366 days',
    source: BY_THE_SECOND,
    paper: '1 January to 2 July 2028 is 183 days; 183 are left. -366.00 / 2; 732.00 / 2',
    opensAt: '2028-01-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 36_600, every: 'year' }) }]);
      till.goTo('2028-07-02');
      const price = await till.price({ unit_amount: 73_200, every: 'year' });
      const items = [{ id: await till.item(), price }];
      return till.change({ items, proration_behavior: 'always_invoice' });
    },
    bill: { lines: [-18_300, 36_600], total: 18_300, due: 18_300 },
  },
  {
    title: 'a week',
    source: BY_THE_SECOND,
    paper: 'After 2.5 days 4.5 of 7 are left. -7.00 × 4.5/7 = -4.50; 14.00 × 4.5/7 = 9.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 700, every: 'week' }) }]);
      till.goTo('2026-04-03T12:00:00');
      const price = await till.price({ unit_amount: 1400, every: 'week' });
      const items = [{ id: await till.item(), price }];
      return till.change({ items, proration_behavior: 'always_invoice' });
    },
    bill: { lines: [-450, 900], total: 450, due: 450 },
  },
  {
    title: 'three months',
    source: BY_THE_SECOND,
    paper:
      '15 January to 15 April is 90 days; after 30 days 60 are left. -90.00 × 2/3 = -60.00; 180.00 × 2/3 = 120.00',
    opensAt: '2026-01-15',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 9000, count: 3 }) }]);
      till.goTo('2026-02-14');
      const price = await till.price({ unit_amount: 18_000, count: 3 });
      const items = [{ id: await till.item(), price }];
      return till.change({ items, proration_behavior: 'always_invoice' });
    },
    bill: { lines: [-6000, 12_000], total: 6000, due: 6000 },
  },
  {
    title: 'a date in the past, fixed with proration_date',
    source: PRORATIONS,
    paper:
      'Asked on the 21st, counted from the 11th: 20 of 30 days. -30.00 × 2/3 = -20.00; 60.00 × 2/3 = 40.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }]);
      till.goTo('2026-04-21');
      const items = [{ id: await till.item(), price: await till.price(6000) }];
      const at = Date.UTC(2026, 3, 11) / 1000;
      return till.change({ items, proration_behavior: 'always_invoice', proration_date: at });
    },
    bill: {
      lines: [-2000, 4000],
      periods: ['2026-04-11/2026-05-01', '2026-04-11/2026-05-01'],
      total: 2000,
      due: 2000,
    },
  },
]);
