import type { Till } from '../../testing/till.ts';
import { proveExamples } from '../../testing/worked-example.ts';

const COUPONS = 'https://docs.stripe.com/billing/subscriptions/coupons';
const PRORATIONS = 'https://docs.stripe.com/billing/subscriptions/prorations';

type Every = 'week' | 'month' | 'year';

/** Half off for four months on 10 USD, from 1 January; and the invoice of that day. */
function halfOff(every: Every, day: string) {
  return async (till: Till) => {
    const coupon = await till.coupon({
      percent_off: 50,
      duration: 'repeating',
      duration_in_months: 4,
    });
    const items = [{ price: await till.price({ unit_amount: 1000, every }) }];
    await till.subscribe(items, { discounts: [{ coupon }] });
    if (day !== '2026-01-01') till.settle(day);
    return till.bill();
  };
}

proveExamples('Half off for four months, from 1 January:', [
  {
    title: 'the fourth month has it',
    source: COUPONS,
    paper: 'January, February, March and April: 10.00 - 5.00',
    opensAt: '2026-01-01',
    play: halfOff('month', '2026-04-01'),
    bill: { lines: [1000], discounts: [500], total: 500, due: 500 },
  },
  {
    title: 'the fifth has not',
    source: COUPONS,
    paper: 'It ends on 1 May, which is a new month at the full price',
    opensAt: '2026-01-01',
    play: halfOff('month', '2026-05-01'),
    bill: { lines: [1000], discounts: [0], total: 1000, due: 1000 },
  },
  {
    title: 'a year has it as a whole',
    source: COUPONS,
    paper: '10.00 - 5.00 for the year',
    opensAt: '2026-01-01',
    play: halfOff('year', '2026-01-01'),
    bill: { discounts: [500], total: 500, due: 500 },
  },
  {
    title: 'every week that begins in these months has it',
    source: COUPONS,
    paper: '30 April is 17 weeks after 1 January, and before 1 May',
    opensAt: '2026-01-01',
    play: halfOff('week', '2026-04-30'),
    bill: { discounts: [500], total: 500, due: 500 },
  },
  {
    title: 'the week after has not',
    source: COUPONS,
    paper: '7 May',
    opensAt: '2026-01-01',
    play: halfOff('week', '2026-05-07'),
    bill: { discounts: [0], total: 1000, due: 1000 },
  },
]);

proveExamples('A coupon', [
  {
    title: 'for once is off the first invoice',
    source: COUPONS,
    paper: '10.00 - 25 % = 7.50',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 25 });
      return till.subscribe([{ price: await till.price(1000) }], { discounts: [{ coupon }] });
    },
    bill: { lines: [1000], discounts: [250], total: 750, due: 750 },
  },
  {
    title: 'for once is gone from the second',
    source: COUPONS,
    paper: '10.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 25 });
      await till.subscribe([{ price: await till.price(1000) }], { discounts: [{ coupon }] });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { discounts: [0], total: 1000, due: 1000 },
  },
  {
    title: 'for ever is off every invoice',
    source: COUPONS,
    paper: '10.00 - 3.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ amount_off: 300, duration: 'forever' });
      await till.subscribe([{ price: await till.price(1000) }], { discounts: [{ coupon }] });
      till.settle('2026-08-01');
      return till.bill();
    },
    bill: { discounts: [300], total: 700, due: 700 },
  },
  {
    title: 'never takes off more than there is',
    source: 'by hand',
    paper: '30.00 - 50.00, but not below 0',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ amount_off: 5000 });
      return till.subscribe([{ price: await till.price(3000) }], { discounts: [{ coupon }] });
    },
    bill: { discounts: [3000], total: 0, due: 0, balance: 0 },
  },
  {
    title: 'in percent is rounded on each line',
    source: 'by hand',
    paper: '9.99 × 33.33 % = 3.3297; 0.77 × 33.33 % = 0.2566: 3.33 + 0.26',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 33.33 });
      const items = [{ price: await till.price(999) }, { price: await till.price(77) }];
      return till.subscribe(items, { discounts: [{ coupon }] });
    },
    bill: { lines: [999, 77], discounts: [333, 26], total: 717, due: 717 },
  },
  {
    title: 'for some products leaves the others alone',
    source: COUPONS,
    paper: '10.00 - 5.00 + 20.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const product = await till.product();
      const coupon = await till.coupon({ percent_off: 50, applies_to: { products: [product] } });
      const half = await till.price({ unit_amount: 1000, product });
      const items = [{ price: half }, { price: await till.price(2000) }];
      return till.subscribe(items, { discounts: [{ coupon }] });
    },
    bill: { lines: [1000, 2000], discounts: [500, 0], total: 2500, due: 2500 },
  },
  {
    title: 'on an item is off that item, once',
    source: COUPONS,
    paper: 'April: 10.00 - 10 % + 20.00 = 29.00; May: 30.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 10 });
      const first = { price: await till.price(1000), discounts: [{ coupon }] };
      const bill = await till.subscribe([first, { price: await till.price(2000) }]);
      if (bill.total !== 2900) throw new Error('April is not 29.00.');
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { discounts: [0, 0], total: 3000, due: 3000 },
  },
  {
    title: 'that was deleted stays where it is redeemed',
    source: COUPONS,
    paper: '10.00 - 20 %',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 20, duration: 'forever' });
      await till.subscribe([{ price: await till.price(1000) }], { discounts: [{ coupon }] });
      await till.stripe.coupons.del(coupon);
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { discounts: [200], total: 800, due: 800 },
  },
]);

proveExamples('5 USD off 10 and 20 USD', [
  {
    title: 'falls on both in proportion',
    source: PRORATIONS,
    paper: '5.00 × 10/30 = 1.66, cut; the rest, 3.34, on the other',
    opensAt: '2026-02-01',
    play: async (till) => {
      const coupon = await till.coupon({ amount_off: 500, duration: 'forever' });
      const items = [{ price: await till.price(1000) }, { price: await till.price(2000) }];
      return till.subscribe(items, { discounts: [{ coupon }] });
    },
    bill: { lines: [1000, 2000], discounts: [166, 334], total: 2500, due: 2500 },
  },
  {
    title: 'gives credit for its own part when the item of 10 goes half-way',
    source: PRORATIONS,
    paper: '-0.5 × (10.00 - 1.66) = -4.17',
    opensAt: '2026-02-01',
    play: (till) => dropHalfWay(till, 'flexible'),
    bill: { lines: [-417], total: -417, due: 0, balance: -417 },
  },
  {
    title: 'counts as a whole against the item of 10 in classic mode',
    source: PRORATIONS,
    paper: '-0.5 × (10.00 - 5.00) = -2.50',
    opensAt: '2026-02-01',
    play: (till) => dropHalfWay(till, 'classic'),
    bill: { lines: [-250], total: -250, due: 0, balance: -250 },
  },
]);

async function dropHalfWay(till: Till, type: 'classic' | 'flexible') {
  const coupon = await till.coupon({ amount_off: 500, duration: 'forever' });
  const items = [{ price: await till.price(1000) }, { price: await till.price(2000) }];
  await till.subscribe(items, { discounts: [{ coupon }], billing_mode: { type } });
  till.goTo('2026-02-15');
  const gone = { id: await till.item(), deleted: true };
  return till.change({ items: [gone], proration_behavior: 'always_invoice' });
}
