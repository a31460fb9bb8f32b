import { proveExamples } from '../../testing/worked-example.ts';

const PRORATIONS = 'https://docs.stripe.com/billing/subscriptions/prorations';
const CHANGE_PRICE = 'https://docs.stripe.com/billing/subscriptions/change-price';
const now = { proration_behavior: 'always_invoice' } as const;

proveExamples('In mid-April, a quantity', [
  {
    title: 'that grows is credited and debited as a whole',
    source: PRORATIONS,
    paper: '-5 × 12.00 / 2 = -30.00; 8 × 12.00 / 2 = 48.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1200), quantity: 5 }]);
      till.goTo('2026-04-16');
      return till.change({ items: [{ id: await till.item(), quantity: 8 }], ...now });
    },
    bill: { lines: [-3000, 4800], total: 1800, due: 1800 },
  },
  {
    title: 'that shrinks leaves credit',
    source: PRORATIONS,
    paper: '-8 × 12.00 / 2 = -48.00; 5 × 12.00 / 2 = 30.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1200), quantity: 8 }]);
      till.goTo('2026-04-16');
      return till.change({ items: [{ id: await till.item(), quantity: 5 }], ...now });
    },
    bill: { lines: [-4800, 3000], total: -1800, due: 0, balance: -1800 },
  },
  {
    title: 'of zero gives the rest back',
    source: PRORATIONS,
    paper: '-2 × 10.00 / 2 = -10.00; 0 × 10.00 = 0',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000), quantity: 2 }]);
      till.goTo('2026-04-16');
      return till.change({ items: [{ id: await till.item(), quantity: 0 }], ...now });
    },
    bill: { total: -1000, due: 0, balance: -1000 },
  },
  {
    title: 'goes back to 1 with a new price, unless it is sent',
    source: CHANGE_PRICE,
    paper: '-5 × 10.00 / 2 = -25.00; 1 × 20.00 / 2 = 10.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000), quantity: 5 }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), price: await till.price(2000) }];
      return till.change({ items, ...now });
    },
    bill: { lines: [-2500, 1000], total: -1500, due: 0, balance: -1500 },
  },
  {
    title: 'stays with a new price when it is sent',
    source: CHANGE_PRICE,
    paper: '-5 × 10.00 / 2 = -25.00; 5 × 20.00 / 2 = 50.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000), quantity: 5 }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), price: await till.price(2000), quantity: 5 }];
      return till.change({ items, ...now });
    },
    bill: { lines: [-2500, 5000], total: 2500, due: 2500 },
  },
]);

proveExamples('In mid-April, an item', [
  {
    title: 'that comes is charged for the rest of the month',
    source: PRORATIONS,
    paper: '20.00 / 2 = 10.00; the item of 10.00 stays as it is',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      return till.change({ items: [{ price: await till.price(2000) }], ...now });
    },
    bill: { lines: [1000], periods: ['2026-04-16/2026-05-01'], total: 1000, due: 1000 },
  },
  {
    title: 'without an id comes next to the old one',
    source: CHANGE_PRICE,
    paper: 'May costs both: 10.00 + 20.00, and 20.00 / 2 for April',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      await till.change({ items: [{ price: await till.price(2000) }] });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { total: 4000, due: 4000 },
  },
  {
    title: 'that goes is credited',
    source: PRORATIONS,
    paper: '-20.00 / 2 = -10.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }, { price: await till.price(2000) }]);
      till.goTo('2026-04-16');
      return till.change({ items: [{ id: await till.item(1), deleted: true }], ...now });
    },
    bill: { lines: [-1000], total: -1000, due: 0, balance: -1000 },
  },
  {
    title: 'that takes the place of another is as good as a change of price',
    source: CHANGE_PRICE,
    paper: '-10.00 / 2 = -5.00; 20.00 / 2 = 10.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      till.goTo('2026-04-16');
      const old = { id: await till.item(), deleted: true };
      return till.change({ items: [old, { price: await till.price(2000) }], ...now });
    },
    bill: { lines: [-500, 1000], total: 500, due: 500 },
  },
  {
    title: 'that does not change costs nothing while two others do',
    source: PRORATIONS,
    paper: '-10.00 / 2 - 2 × 5.00 / 2; 30.00 / 2 + 6 × 5.00 / 2; nothing for the 70.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([
        { price: await till.price(1000) },
        { price: await till.price(500), quantity: 2 },
        { price: await till.price(7000) },
      ]);
      till.goTo('2026-04-16');
      const first = { id: await till.item(0), price: await till.price(3000) };
      const items = [first, { id: await till.item(1), quantity: 6 }];
      return till.change({ items, ...now });
    },
    bill: { lines: [-500, -500, 1500, 1500], total: 2000, due: 2000 },
  },
]);
