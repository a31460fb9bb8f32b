import { proveExamples } from '../../testing/worked-example.ts';

const COUPONS = 'https://docs.stripe.com/billing/subscriptions/coupons';
const PRORATIONS = 'https://docs.stripe.com/billing/subscriptions/prorations';
const OBJECT = 'https://docs.stripe.com/api/subscriptions/object#subscription_object-discounts';
const always = { proration_behavior: 'always_invoice' } as const;

proveExamples('Several discounts', [
  {
    title: 'count one after the other: a fifth, then 10 USD',
    source: 'by hand',
    paper: '100.00 - 20.00 = 80.00; 80.00 - 10.00 = 70.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const fifth = await till.coupon({ percent_off: 20 });
      const ten = await till.coupon({ amount_off: 1000 });
      const discounts = [{ coupon: fifth }, { coupon: ten }];
      return till.subscribe([{ price: await till.price(10_000) }], { discounts });
    },
    bill: { discounts: [3000], total: 7000, due: 7000 },
  },
  {
    title: 'count one after the other: 10 USD, then a fifth',
    source: 'by hand',
    paper: '100.00 - 10.00 = 90.00; 90.00 - 18.00 = 72.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const fifth = await till.coupon({ percent_off: 20 });
      const ten = await till.coupon({ amount_off: 1000 });
      const discounts = [{ coupon: ten }, { coupon: fifth }];
      return till.subscribe([{ price: await till.price(10_000) }], { discounts });
    },
    bill: { discounts: [2800], total: 7200, due: 7200 },
  },
  {
    title: 'begin with those of the item',
    source: OBJECT,
    paper: 'Item: 100.00 - 20.00 = 80.00; subscription: 80.00 - 10 % = 72.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const off = await till.coupon({ amount_off: 2000 });
      const tenth = await till.coupon({ percent_off: 10 });
      const item = { price: await till.price(10_000), discounts: [{ coupon: off }] };
      return till.subscribe([item], { discounts: [{ coupon: tenth }] });
    },
    bill: { discounts: [2800], total: 7200, due: 7200 },
  },
  {
    title: 'spread what the items have left',
    source: OBJECT,
    paper:
      'Item of 30.00 less 50 % is 15.00, the other is 15.00: 10.00 falls on both in equal parts',
    opensAt: '2026-04-01',
    play: async (till) => {
      const half = await till.coupon({ percent_off: 50 });
      const ten = await till.coupon({ amount_off: 1000 });
      const first = { price: await till.price(3000), discounts: [{ coupon: half }] };
      const items = [first, { price: await till.price(1500) }];
      return till.subscribe(items, { discounts: [{ coupon: ten }] });
    },
    bill: { lines: [3000, 1500], discounts: [2000, 500], total: 2000, due: 2000 },
  },
]);

proveExamples('A change in mid-April with a fifth off', [
  {
    title: 'credits and debits the discounted prices',
    source: PRORATIONS,
    paper: '-8.00 / 2 = -4.00; (30.00 - 20 %) / 2 = 12.00; nothing comes off these again',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 20, duration: 'forever' });
      await till.subscribe([{ price: await till.price(1000) }], { discounts: [{ coupon }] });
      till.goTo('2026-04-16');
      return till.change({
        items: [{ id: await till.item(), price: await till.price(3000) }],
        ...always,
      });
    },
    bill: { lines: [-400, 1200], discounts: [0, 0], total: 800, due: 800 },
  },
  {
    title: 'credits the discounted price, though the discount is over',
    source: PRORATIONS,
    paper: 'Flexible goes by what was debited: -5.00 / 2 = -2.50; 30.00 / 2 = 15.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 50 });
      await till.subscribe([{ price: await till.price(1000) }], { discounts: [{ coupon }] });
      till.goTo('2026-04-16');
      return till.change({
        items: [{ id: await till.item(), price: await till.price(3000) }],
        ...always,
      });
    },
    bill: { lines: [-250, 1500], total: 1250, due: 1250 },
  },
  {
    title: 'that comes with the change is off the new debit only',
    source: PRORATIONS,
    paper: '-10.00 / 2 = -5.00; (30.00 - 20 %) / 2 = 12.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const coupon = await till.coupon({ percent_off: 20, duration: 'forever' });
      const items = [{ id: await till.item(), price: await till.price(3000) }];
      return till.change({ items, discounts: [{ coupon }], ...always });
    },
    bill: { lines: [-500, 1200], total: 700, due: 700 },
  },
  {
    title: 'bills nothing when only the discount comes',
    source: PRORATIONS,
    paper: 'The last invoice is that of 1 April',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const coupon = await till.coupon({ percent_off: 20, duration: 'forever' });
      return till.change({ discounts: [{ coupon }], ...always });
    },
    bill: { lines: [1000], discounts: [0], total: 1000 },
  },
  {
    title: 'is off May when only the discount came in April',
    source: COUPONS,
    paper: '10.00 - 20 %',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const coupon = await till.coupon({ percent_off: 20 });
      await till.change({ discounts: [{ coupon }] });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { discounts: [200], total: 800, due: 800 },
  },
  {
    title: 'is off May only, not off the prorations that wait for it',
    source: PRORATIONS,
    paper: '-5.00 + 15.00 as they are; 30.00 - 20 % = 24.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      await till.change({ items: [{ id: await till.item(), price: await till.price(3000) }] });
      const coupon = await till.coupon({ percent_off: 20 });
      await till.change({ discounts: [{ coupon }] });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [-500, 1500, 3000], discounts: [0, 0, 600], total: 3400, due: 3400 },
  },
  {
    title: 'for once is used when an invoice has it, not by what waits for that invoice',
    source: COUPONS,
    paper: '-5.00 + (30.00 - 20 %) / 2 = 7.00 wait for May, which is the first invoice: 24.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const coupon = await till.coupon({ percent_off: 20 });
      const items = [{ id: await till.item(), price: await till.price(3000) }];
      await till.change({ items, discounts: [{ coupon }] });
      till.settle('2026-05-01');
      if ((await till.read()).discounts.length > 0) throw new Error('It was not used.');
      return till.bill();
    },
    bill: { lines: [-500, 1200, 3000], discounts: [0, 0, 600], total: 3100, due: 3100 },
  },
  {
    title: 'is gone when it is cleared',
    source: COUPONS,
    paper: '10.00 for May',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 20, duration: 'forever' });
      await till.subscribe([{ price: await till.price(1000) }], { discounts: [{ coupon }] });
      await till.change({ discounts: '' });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { discounts: [0], total: 1000, due: 1000 },
  },
]);
