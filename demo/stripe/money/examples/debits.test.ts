import { momentOf } from '../../testing/till.ts';
import type { Till } from '../../testing/till.ts';
import { proveExamples } from '../../testing/worked-example.ts';

const COMPARE = 'https://docs.stripe.com/billing/subscriptions/billing-mode/compare';
const always = { proration_behavior: 'always_invoice' } as const;

/** 30 USD from 1 April, 60 USD from the 11th; on the 21st another price, counted from the 6th. */
function fromTheSixth(type: 'classic' | 'flexible', amount: number) {
  return async (till: Till) => {
    const thirty = await till.price(3000);
    await till.subscribe([{ price: thirty }], { billing_mode: { type } });
    const id = await till.item();
    till.goTo('2026-04-11');
    await till.change({ items: [{ id, price: await till.price(6000) }], ...always });
    till.goTo('2026-04-21');
    const price = amount === 3000 ? thirty : await till.price(amount);
    return till.change({
      items: [{ id, price }],
      proration_date: momentOf('2026-04-06'),
      ...always,
    });
  };
}

proveExamples('A time that was billed in pieces', [
  {
    title: 'is credited piece by piece in flexible mode',
    source: COMPARE,
    paper:
      '6th to 11th was asked with the 30.00: -5.00. 11th to 1 May was asked with 40.00: -40.00. 90.00 × 25/30 = 75.00',
    opensAt: '2026-04-01',
    play: fromTheSixth('flexible', 9000),
    bill: {
      lines: [-500, -4000, 7500],
      periods: ['2026-04-06/2026-04-11', '2026-04-11/2026-05-01', '2026-04-06/2026-05-01'],
      total: 3000,
      due: 3000,
    },
  },
  {
    title: 'costs nothing in the end when the old price comes back for all of it',
    source: COMPARE,
    paper: '-5.00 - 40.00 + 30.00 × 25/30 = -20.00: just what the change of the 11th had cost',
    opensAt: '2026-04-01',
    play: fromTheSixth('flexible', 3000),
    bill: { lines: [-500, -4000, 2500], total: -2000, due: 0, balance: -2000 },
  },
  {
    title: 'is credited at the price of the day in classic mode',
    source: COMPARE,
    paper: '-60.00 × 25/30 = -50.00; 90.00 × 25/30 = 75.00',
    opensAt: '2026-04-01',
    play: fromTheSixth('classic', 9000),
    bill: { lines: [-5000, 7500], total: 2500, due: 2500 },
  },
]);

proveExamples('A time that was billed for a year', [
  {
    title: 'is credited to the end of the month that the year has become without prorations',
    source: 'by hand',
    paper:
      '365.00 a year is 1.00 a day: from 20 March to 1 April -12.00. 62.00 × 12/31 = 24.00. The rest of the year was given up',
    opensAt: '2026-01-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 36_500, every: 'year' }) }]);
      const id = await till.item();
      till.goTo('2026-03-16');
      const items = [{ id, price: await till.price(3100) }];
      await till.change({ items, proration_behavior: 'none' });
      till.goTo('2026-03-20');
      return till.change({ items: [{ id, price: await till.price(6200) }], ...always });
    },
    bill: {
      lines: [-1200, 2400],
      periods: ['2026-03-20/2026-04-01', '2026-03-20/2026-04-01'],
      total: 1200,
      due: 1200,
    },
  },
]);
