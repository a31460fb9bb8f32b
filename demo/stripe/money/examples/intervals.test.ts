import { proveExamples, proveRefusals } from '../../testing/worked-example.ts';

const COMPARE = 'https://docs.stripe.com/billing/subscriptions/billing-mode/compare';
const CYCLE = 'https://docs.stripe.com/billing/subscriptions/billing-cycle';
const MIXED = 'https://docs.stripe.com/billing/subscriptions/mixed-interval';
const always = { proration_behavior: 'always_invoice' } as const;
const anchorNow = { ...always, billing_cycle_anchor: { type: 'now' } } as const;

proveExamples('From a month to a year on 16 April,', [
  {
    title: 'flexible, with a new anchor: a year from today',
    source: CYCLE,
    paper: '-10.00 / 2 = -5.00; 120.00 until 16 April 2027',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const price = await till.price({ unit_amount: 12_000, every: 'year' });
      return till.change({ items: [{ id: await till.item(), price }], ...anchorNow });
    },
    bill: {
      lines: [-500, 12_000],
      periods: ['2026-04-16/2026-05-01', '2026-04-16/2027-04-16'],
      total: 11_500,
      due: 11_500,
    },
  },
  {
    title: 'flexible, anchor unchanged: the rest of a year from 1 April',
    source: COMPARE,
    paper: '-5.00; 350 of 365 days are left: 120.00 × 350/365 = 115.0685',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const price = await till.price({ unit_amount: 12_000, every: 'year' });
      return till.change({ items: [{ id: await till.item(), price }], ...always });
    },
    bill: {
      lines: [-500, 11_507],
      periods: ['2026-04-16/2026-05-01', '2026-04-16/2027-04-01'],
      total: 11_007,
      due: 11_007,
    },
  },
  {
    title: 'classic: the anchor moves by itself, and the year is billed at once',
    source: COMPARE,
    paper: '-5.00 + 120.00, though create_prorations was asked for',
    opensAt: '2026-04-01',
    play: async (till) => {
      const mode = { billing_mode: { type: 'classic' as const } };
      await till.subscribe([{ price: await till.price(1000) }], mode);
      till.goTo('2026-04-16');
      const price = await till.price({ unit_amount: 12_000, every: 'year' });
      return till.change({ items: [{ id: await till.item(), price }] });
    },
    bill: { lines: [-500, 12_000], total: 11_500, due: 11_500 },
  },
]);

proveExamples('From a year to a month on 16 March,', [
  {
    title: 'flexible, anchor unchanged: the rest of March',
    source: COMPARE,
    paper:
      '74 of 365 days are gone: -365.00 × 291/365 = -291.00. 16 of the 31 days from 1 March: 31.00 × 16/31 = 16.00',
    opensAt: '2026-01-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 36_500, every: 'year' }) }]);
      till.goTo('2026-03-16');
      const items = [{ id: await till.item(), price: await till.price(3100) }];
      return till.change({ items, ...always });
    },
    bill: {
      lines: [-29_100, 1600],
      periods: ['2026-03-16/2027-01-01', '2026-03-16/2026-04-01'],
      total: -27_500,
      due: 0,
      balance: -27_500,
    },
  },
  {
    title: 'the credit pays for April',
    source: COMPARE,
    paper: '-275.00 + 31.00 = -244.00',
    opensAt: '2026-01-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 36_500, every: 'year' }) }]);
      till.goTo('2026-03-16');
      const items = [{ id: await till.item(), price: await till.price(3100) }];
      await till.change({ items, ...always });
      till.settle('2026-04-01');
      return till.bill();
    },
    bill: {
      lines: [3100],
      periods: ['2026-04-01/2026-05-01'],
      total: 3100,
      due: 0,
      balance: -24_400,
    },
  },
  {
    title: 'with a new anchor: a month from today',
    source: CYCLE,
    paper: '-291.00 + 31.00 until 16 April',
    opensAt: '2026-01-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 36_500, every: 'year' }) }]);
      till.goTo('2026-03-16');
      const items = [{ id: await till.item(), price: await till.price(3100) }];
      return till.change({ items, ...anchorNow });
    },
    bill: {
      lines: [-29_100, 3100],
      periods: ['2026-03-16/2027-01-01', '2026-03-16/2026-04-16'],
      total: -26_000,
      due: 0,
    },
  },
]);

proveExamples('100 USD a quarter and 15 USD a month from 1 January 2024:', [
  {
    title: 'one invoice for both on the first day',
    source: MIXED,
    paper: '100.00 + 15.00',
    opensAt: '2024-01-01',
    play: async (till) => {
      const quarter = await till.price({ unit_amount: 10_000, count: 3 });
      return till.subscribe([{ price: quarter }, { price: await till.price(1500) }]);
    },
    bill: {
      lines: [10_000, 1500],
      periods: ['2024-01-01/2024-04-01', '2024-01-01/2024-02-01'],
      total: 11_500,
      due: 11_500,
    },
  },
  {
    title: 'the month alone on 1 March',
    source: MIXED,
    paper: '15.00',
    opensAt: '2024-01-01',
    play: async (till) => {
      const quarter = await till.price({ unit_amount: 10_000, count: 3 });
      await till.subscribe([{ price: quarter }, { price: await till.price(1500) }]);
      till.settle('2024-03-01');
      return till.bill();
    },
    bill: { lines: [1500], periods: ['2024-03-01/2024-04-01'], total: 1500, due: 1500 },
  },
  {
    title: 'both again on 1 April',
    source: MIXED,
    paper: '100.00 + 15.00',
    opensAt: '2024-01-01',
    play: async (till) => {
      const quarter = await till.price({ unit_amount: 10_000, count: 3 });
      await till.subscribe([{ price: quarter }, { price: await till.price(1500) }]);
      till.settle('2024-04-01');
      return till.bill();
    },
    bill: { lines: [10_000, 1500], total: 11_500, due: 11_500 },
  },
  {
    title: 'a change of the month leaves the quarter alone',
    source: MIXED,
    paper: 'On 16 January 16 of 31 days are left: -15.00 × 16/31 = -7.74; 46.50 × 16/31 = 24.00',
    opensAt: '2024-01-01',
    play: async (till) => {
      const quarter = await till.price({ unit_amount: 10_000, count: 3 });
      await till.subscribe([{ price: quarter }, { price: await till.price(1500) }]);
      till.goTo('2024-01-16');
      const items = [{ id: await till.item(1), price: await till.price(4650) }];
      return till.change({ items, ...always });
    },
    bill: { lines: [-774, 2400], total: 1626, due: 1626 },
  },
]);

proveRefusals('Intervals that do not go together:', [
  {
    title: 'a month and a year in classic mode',
    source: COMPARE,
    opensAt: '2026-04-01',
    play: async (till) => {
      const year = await till.price({ unit_amount: 12_000, every: 'year' });
      const items = [{ price: await till.price(1000) }, { price: year }];
      return till.subscribe(items, { billing_mode: { type: 'classic' } });
    },
    refusal: {},
  },
  {
    title: 'two months and three months',
    source: MIXED,
    opensAt: '2026-04-01',
    play: async (till) => {
      const two = await till.price({ unit_amount: 1000, count: 2 });
      const three = await till.price({ unit_amount: 1000, count: 3 });
      return till.subscribe([{ price: two }, { price: three }]);
    },
    refusal: {},
  },
  {
    title: 'a week and a month',
    source: MIXED,
    opensAt: '2026-04-01',
    play: async (till) => {
      const week = await till.price({ unit_amount: 1000, every: 'week' });
      return till.subscribe([{ price: week }, { price: await till.price(1000) }]);
    },
    refusal: {},
  },
]);
