import { momentOf } from '../../testing/till.ts';
import { proveExamples, proveRefusals } from '../../testing/worked-example.ts';

const PREVIEW = 'https://docs.stripe.com/api/invoices/create_preview';
const PRORATIONS = 'https://docs.stripe.com/billing/subscriptions/prorations#preview-proration';

proveExamples('A preview', [
  {
    title: 'of a change that is billed at once is that bill',
    source: PRORATIONS,
    paper: '-10.00 / 2 + 30.00 / 2',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), price: await till.price(3000) }];
      return till.preview({ items, proration_behavior: 'always_invoice' });
    },
    bill: { lines: [-500, 1500], total: 1000, due: 1000 },
  },
  {
    title: 'of a change that waits is the next renewal with it',
    source: PRORATIONS,
    paper: '-10.00 / 2 + 4 × 10.00 / 2 + 4 × 10.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      return till.preview({ items: [{ id: await till.item(), quantity: 4 }] });
    },
    bill: { lines: [-500, 2000, 4000], total: 5500, due: 5500 },
  },
  {
    title: 'with preview_mode recurring is the steady state',
    source: PREVIEW,
    paper: '4 × 10.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), quantity: 4 }];
      return till.preview({ items }, { preview_mode: 'recurring' });
    },
    bill: { lines: [4000], total: 4000 },
  },
  {
    title: 'counts from the proration_date',
    source: PRORATIONS,
    paper: '-10.00 × 20/30 = -6.67; 30.00 × 20/30 = 20.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), price: await till.price(3000) }];
      return till.preview({
        items,
        proration_behavior: 'always_invoice',
        proration_date: momentOf('2026-04-11'),
      });
    },
    bill: { lines: [-667, 2000], total: 1333, due: 1333 },
  },
  {
    title: 'of a new subscription is its first invoice',
    source: PREVIEW,
    paper: '2 × 10.00 - 25 % = 15.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 25 });
      const items = [{ price: await till.price(1000), quantity: 2 }];
      return till.preview({ items }, { discounts: [{ coupon }] });
    },
    bill: { lines: [2000], discounts: [500], total: 1500, due: 1500 },
  },
  {
    title: 'of a cancellation is what is given back',
    source: PREVIEW,
    paper: '-30.00 / 2',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }]);
      till.goTo('2026-04-16');
      return till.preview({ cancel_now: true });
    },
    bill: { lines: [-1500], total: -1500, due: 0 },
  },
  {
    title: 'takes the balance into account, and leaves it alone',
    source: PREVIEW,
    paper: '10.00 for May - 4.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      await till.adjust(-400);
      return till.preview({});
    },
    bill: { lines: [1000], total: 1000, due: 600, balance: -400 },
  },
  {
    title: 'without discounts shows the next invoice without them',
    source: PREVIEW,
    paper: '10.00, not 8.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 20, duration: 'forever' });
      await till.subscribe([{ price: await till.price(1000) }], { discounts: [{ coupon }] });
      return till.preview({}, { discounts: '' });
    },
    bill: { discounts: [0], total: 1000, due: 1000 },
  },
  {
    title: 'of a trial shows the month after it',
    source: PREVIEW,
    paper: '30.00 from 15 April',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }], { trial_period_days: 14 });
      return till.preview({});
    },
    bill: { lines: [3000], periods: ['2026-04-15/2026-05-15'], total: 3000, due: 3000 },
  },
]);

proveRefusals('A preview refuses', [
  {
    title: 'a proration_date before the period',
    source: PREVIEW,
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), quantity: 2 }];
      return till.preview({ items, proration_date: momentOf('2026-03-31') });
    },
    refusal: { param: 'subscription_details[proration_date]' },
  },
  {
    title: 'a proration_date without prorations',
    source: PREVIEW,
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), quantity: 2 }];
      const proration_date = momentOf('2026-04-10');
      return till.preview({ items, proration_date, proration_behavior: 'none' });
    },
    refusal: { param: 'subscription_details[proration_date]' },
  },
]);
