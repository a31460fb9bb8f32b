import type { Till } from '../../testing/till.ts';
import { proveExamples } from '../../testing/worked-example.ts';

const BALANCE = 'https://docs.stripe.com/billing/customer/balance';
const MINIMUM = 'https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts';

function subscribeWith(balance: number, price: number) {
  return async (till: Till) => {
    if (balance !== 0) await till.adjust(balance);
    return till.subscribe([{ price: await till.price(price) }]);
  };
}

proveExamples('The balance of a customer', [
  {
    title: 'is taken off the next invoice when it is credit',
    source: BALANCE,
    paper: '20.00 - 5.00 = 15.00',
    opensAt: '2026-04-01',
    play: subscribeWith(-500, 2000),
    bill: { lines: [2000], total: 2000, due: 1500, balance: 0 },
  },
  {
    title: 'keeps what the invoice does not need',
    source: BALANCE,
    paper: '20.00 - 50.00 = -30.00: nothing to pay, 30.00 left',
    opensAt: '2026-04-01',
    play: subscribeWith(-5000, 2000),
    bill: { total: 2000, due: 0, balance: -3000 },
  },
  {
    title: 'is spent month by month',
    source: BALANCE,
    paper: '50.00 - 20.00 - 20.00 = 10.00; June: 20.00 - 10.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await subscribeWith(-5000, 2000)(till);
      till.settle('2026-06-01');
      return till.bill();
    },
    bill: { total: 2000, due: 1000, balance: 0 },
  },
  {
    title: 'is added to the next invoice when it is a debt',
    source: BALANCE,
    paper: '20.00 + 7.00',
    opensAt: '2026-04-01',
    play: subscribeWith(700, 2000),
    bill: { total: 2000, due: 2700, balance: 0 },
  },
  {
    title: 'gets what an invoice is below zero',
    source: BALANCE,
    paper: '-30.00 / 2 + 10.00 / 2 = -10.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), price: await till.price(1000) }];
      return till.change({ items, proration_behavior: 'always_invoice' });
    },
    bill: { lines: [-1500, 500], total: -1000, due: 0, balance: -1000 },
  },
  {
    title: 'pays May with the credit of a downgrade in April',
    source: BALANCE,
    paper: '10.00 - 10.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(3000) }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), price: await till.price(1000) }];
      await till.change({ items, proration_behavior: 'always_invoice' });
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { lines: [1000], total: 1000, due: 0, balance: 0 },
  },
]);

proveExamples('An amount under the minimum charge', [
  {
    title: 'is paid at once, and owed with the next invoice',
    source: BALANCE,
    paper: '0.30 is less than 0.50 USD',
    opensAt: '2026-04-01',
    play: subscribeWith(0, 30),
    bill: { total: 30, due: 0, balance: 30 },
  },
  {
    title: 'is charged with the next one as soon as both are enough',
    source: BALANCE,
    paper: '0.30 + 0.30 = 0.60',
    opensAt: '2026-04-01',
    play: async (till) => {
      await subscribeWith(0, 30)(till);
      till.settle('2026-05-01');
      return till.bill();
    },
    bill: { total: 30, due: 60, balance: 0 },
  },
  {
    title: 'may be what a credit leaves over',
    source: BALANCE,
    paper: '20.00 - 19.80 = 0.20',
    opensAt: '2026-04-01',
    play: subscribeWith(-1980, 2000),
    bill: { total: 2000, due: 0, balance: 20 },
  },
  {
    title: 'is not what is exactly the minimum',
    source: MINIMUM,
    paper: '0.50 USD can be charged',
    opensAt: '2026-04-01',
    play: subscribeWith(0, 50),
    bill: { total: 50, due: 50, balance: 0 },
  },
  {
    title: 'is another one in pounds',
    source: MINIMUM,
    paper: '0.30 GBP can be charged',
    opensAt: '2026-04-01',
    play: async (till) =>
      till.subscribe([{ price: await till.price({ unit_amount: 30, currency: 'gbp' }) }]),
    bill: { total: 30, due: 30, balance: 0 },
  },
]);
