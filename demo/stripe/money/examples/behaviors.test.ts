import type Stripe from 'stripe';
import type { Till } from '../../testing/till.ts';
import { proveExamples } from '../../testing/worked-example.ts';

const PRORATIONS = 'https://docs.stripe.com/billing/subscriptions/prorations';
const CHANGE_PRICE = 'https://docs.stripe.com/billing/subscriptions/change-price';
type Behavior = 'none' | 'create_prorations' | 'always_invoice';

/** Subscribes to 10 USD and changes to 30 USD in the middle of April. */
async function upgrade(till: Till, proration_behavior: Behavior): Promise<Stripe.Invoice> {
  await till.subscribe([{ price: await till.price(1000) }]);
  till.goTo('2026-04-16');
  const items = [{ id: await till.item(), price: await till.price(3000) }];
  return till.change({ items, proration_behavior });
}

/** Stripe's own story: up on the 11th without prorations, down again on the 21st with them. */
function upAndDown(type: 'classic' | 'flexible') {
  return async (till: Till) => {
    const [ten, twenty] = [await till.price(1000), await till.price(2000)];
    await till.subscribe([{ price: ten }], { billing_mode: { type } });
    const id = await till.item();
    till.goTo('2026-04-11');
    await till.change({ items: [{ id, price: twenty }], proration_behavior: 'none' });
    till.goTo('2026-04-21');
    const items = [{ id, price: ten }];
    return till.change({ items, proration_behavior: 'always_invoice' });
  };
}

proveExamples('An upgrade from 10 to 30 USD in mid-April', [
  {
    title: 'is billed at once with always_invoice',
    source: PRORATIONS,
    paper: '-10.00 / 2 + 30.00 / 2 = 10.00',
    opensAt: '2026-04-01',
    play: (till) => upgrade(till, 'always_invoice'),
    bill: { lines: [-500, 1500], total: 1000, due: 1000 },
  },
  {
    title: 'leaves the latest invoice alone with create_prorations',
    source: PRORATIONS,
    paper: 'The last invoice is that of 1 April',
    opensAt: '2026-04-01',
    play: (till) => upgrade(till, 'create_prorations'),
    bill: { lines: [1000], total: 1000, due: 1000 },
  },
  {
    title: 'is billed with May with create_prorations',
    source: PRORATIONS,
    paper: '-5.00 + 15.00 for April, 30.00 for May',
    opensAt: '2026-04-01',
    play: async (till) => {
      await upgrade(till, 'create_prorations');
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [-500, 1500, 3000], total: 4000, due: 4000 },
  },
  {
    title: 'costs the new price from May on with none',
    source: PRORATIONS,
    paper: '30.00 for May',
    opensAt: '2026-04-01',
    play: async (till) => {
      await upgrade(till, 'none');
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [3000], total: 3000, due: 3000 },
  },
  {
    title: 'credits what was billed last when a second one follows',
    source: PRORATIONS,
    paper:
      '11th: -6.67 + 20.00 × 20/30 = 13.33. 21st: half of those 13.33 back, -6.67; 40.00 × 10/30 = 13.33. May: 40.00. -6.67 + 13.33 - 6.67 + 13.33 + 40.00 = 53.32',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      const id = await till.item();
      till.goTo('2026-04-11');
      await till.change({ items: [{ id, price: await till.price(2000) }] });
      till.goTo('2026-04-21');
      await till.change({ items: [{ id, price: await till.price(4000) }] });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { total: 5332, due: 5332 },
  },
]);

proveExamples('10 USD, 20 on the 11th with none, 10 on the 21st:', [
  {
    title: 'classic credits a price that was never paid',
    source: PRORATIONS,
    paper: '-20.00 × 10/30 = -6.67; 10.00 × 10/30 = 3.33',
    opensAt: '2026-04-01',
    play: upAndDown('classic'),
    bill: { lines: [-667, 333], total: -334, due: 0, balance: -334 },
  },
  {
    title: 'flexible credits what was debited',
    source: PRORATIONS,
    paper: '-10.00 × 10/30 = -3.33; 10.00 × 10/30 = 3.33',
    opensAt: '2026-04-01',
    play: upAndDown('flexible'),
    bill: { lines: [-333, 333], total: 0, due: 0, balance: 0 },
  },
]);

proveExamples('Between free and paid,', [
  {
    title: 'flexible keeps the cycle',
    source: 'https://docs.stripe.com/billing/subscriptions/billing-mode/compare',
    paper: 'Nothing to credit; 30.00 / 2 = 15.00 until 1 May',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(0) }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), price: await till.price(3000) }];
      return till.change({ items, proration_behavior: 'always_invoice' });
    },
    bill: { lines: [1500], periods: ['2026-04-16/2026-05-01'], total: 1500, due: 1500 },
  },
  {
    title: 'classic begins a new cycle and bills it',
    source: CHANGE_PRICE,
    paper: '30.00 for a whole month from the 16th',
    opensAt: '2026-04-01',
    play: async (till) => {
      const mode = { billing_mode: { type: 'classic' as const } };
      await till.subscribe([{ price: await till.price(0) }], mode);
      till.goTo('2026-04-16');
      return till.change({ items: [{ id: await till.item(), price: await till.price(3000) }] });
    },
    bill: { lines: [3000], periods: ['2026-04-16/2026-05-16'], total: 3000, due: 3000 },
  },
  {
    title: 'a quantity of zero that grows keeps the cycle in classic mode, too',
    source: CHANGE_PRICE,
    paper: 'No invoice on the 16th. May: 2 × 10.00 / 2 for April + 2 × 10.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const mode = { billing_mode: { type: 'classic' as const } };
      await till.subscribe([{ price: await till.price(1000), quantity: 0 }], mode);
      till.goTo('2026-04-16');
      await till.change({ items: [{ id: await till.item(), quantity: 2 }] });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [1000, 2000], total: 3000, due: 3000 },
  },
  {
    title: 'a paid month is credited when the price becomes free',
    source: PRORATIONS,
    paper: '-30.00 / 2 = -15.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), price: await till.price(0) }];
      return till.change({ items, proration_behavior: 'always_invoice' });
    },
    bill: { total: -1500, due: 0, balance: -1500 },
  },
  {
    title: 'time that was invoiced but not paid is credited all the same',
    source: PRORATIONS,
    paper: '-30.00 / 2 + 10.00 / 2 = -10.00, though the 30.00 are still open',
    opensAt: '2026-04-01',
    play: async (till) => {
      const terms = { collection_method: 'send_invoice', days_until_due: 30 } as const;
      await till.subscribe([{ price: await till.price(3000) }], terms);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), price: await till.price(1000) }];
      return till.change({ items, proration_behavior: 'always_invoice' });
    },
    bill: { lines: [-1500, 500], total: -1000, due: 0, balance: -1000 },
  },
]);
