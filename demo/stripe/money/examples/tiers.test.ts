import { Stripe } from 'stripe';
import type { Till } from '../../testing/till.ts';
import { proveExamples } from '../../testing/worked-example.ts';
import type { WorkedExample } from '../../testing/worked-example.ts';

const TIERED = 'https://docs.stripe.com/subscriptions/pricing-models/tiered-pricing';
const DECIMAL = 'https://docs.stripe.com/billing/subscriptions/decimal-amounts';

type Mode = 'volume' | 'graduated';
const FONTS = [
  { up_to: 5, unit_amount: 700 },
  { up_to: 10, unit_amount: 650 },
  { up_to: 'inf' as const, unit_amount: 600 },
];
const WITH_FLAT = [
  { up_to: 5, unit_amount: 500, flat_amount: 1000 },
  { up_to: 10, unit_amount: 400, flat_amount: 2000 },
  { up_to: 15, unit_amount: 300, flat_amount: 3000 },
  { up_to: 20, unit_amount: 200, flat_amount: 4000 },
  { up_to: 'inf' as const, unit_amount: 100, flat_amount: 5000 },
];

async function tiered(till: Till, tiers_mode: Mode, tiers: typeof FONTS): Promise<string> {
  return till.price({ billing_scheme: 'tiered', tiers_mode, tiers });
}

function fonts(mode: Mode, quantity: number, total: number, paper: string): WorkedExample {
  return {
    title: `${quantity} in ${mode} tiers`,
    source: TIERED,
    paper,
    opensAt: '2026-04-01',
    play: async (till) => till.subscribe([{ price: await tiered(till, mode, FONTS), quantity }]),
    bill: { lines: [total], total, due: total },
  };
}

function flat(mode: Mode, quantity: number, total: number, paper: string): WorkedExample {
  return {
    title: `${quantity} in ${mode} tiers`,
    source: TIERED,
    paper,
    opensAt: '2026-04-01',
    play: async (till) =>
      till.subscribe([{ price: await tiered(till, mode, WITH_FLAT), quantity }]),
    bill: { lines: [total], total, due: total },
  };
}

proveExamples('Fonts for 7.00, from the 6th 6.50, from the 11th 6.00:', [
  fonts('volume', 1, 700, '1 × 7.00'),
  fonts('volume', 5, 3500, '5 × 7.00'),
  fonts('volume', 6, 3900, '6 × 6.50'),
  fonts('volume', 20, 12_000, '20 × 6.00'),
  fonts('volume', 25, 15_000, '25 × 6.00'),
  fonts('graduated', 1, 700, '1 × 7.00'),
  fonts('graduated', 5, 3500, '5 × 7.00'),
  fonts('graduated', 6, 4150, '35.00 + 1 × 6.50'),
  fonts('graduated', 20, 12_750, '35.00 + 32.50 + 10 × 6.00'),
  fonts('graduated', 25, 15_750, '35.00 + 32.50 + 15 × 6.00'),
]);

proveExamples('Tiers of 5.00 + 10, 4.00 + 20, 3.00 + 30, 2.00 + 40, 1.00 + 50:', [
  flat('volume', 12, 6600, '12 × 3.00 + 30.00'),
  flat('graduated', 12, 11_100, '(5 × 5 + 10) + (5 × 4 + 20) + (2 × 3 + 30)'),
  flat('volume', 0, 1000, 'The flat amount of the first tier, even for nothing'),
  flat('graduated', 0, 1000, 'The flat amount of the first tier, even for nothing'),
  flat('volume', 21, 7100, '21 × 1.00 + 50.00'),
  flat('graduated', 21, 22_100, '35 + 40 + (5 × 3 + 30) + (5 × 2 + 40) + (1 × 1 + 50)'),
]);

proveExamples('In mid-April, tiers', [
  {
    title: 'are credited and debited by what each quantity costs: volume',
    source: 'by hand',
    paper: '-35.00 / 2 = -17.50; 6 × 6.50 / 2 = 19.50',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await tiered(till, 'volume', FONTS), quantity: 5 }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), quantity: 6 }];
      return till.change({ items, proration_behavior: 'always_invoice' });
    },
    bill: { lines: [-1750, 1950], total: 200, due: 200 },
  },
  {
    title: 'are credited and debited by what each quantity costs: graduated',
    source: 'by hand',
    paper: '-41.50 / 2 = -20.75; 127.50 / 2 = 63.75',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await tiered(till, 'graduated', FONTS), quantity: 6 }]);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), quantity: 20 }];
      return till.change({ items, proration_behavior: 'always_invoice' });
    },
    bill: { lines: [-2075, 6375], total: 4300, due: 4300 },
  },
]);

proveExamples('A price with parts of a cent', [
  {
    title: 'is rounded once, on the line',
    source: DECIMAL,
    paper: '30 × 0.05 = 1.5 cents = 2 cents (too little to charge, so it is owed)',
    opensAt: '2026-04-01',
    play: async (till) =>
      till.subscribe([{ price: await decimalPrice(till, '0.05'), quantity: 30 }]),
    bill: { lines: [2], total: 2, due: 0, balance: 2 },
  },
  {
    title: 'is rounded once for all tiers of the line',
    source: DECIMAL,
    paper: '1 × 100.5 + 1 × 100.5 = 201 cents, not 101 + 101',
    opensAt: '2026-04-01',
    play: async (till) => {
      const unit_amount_decimal = Stripe.Decimal.from('100.5');
      const tiers = [
        { up_to: 1, unit_amount_decimal },
        { up_to: 'inf' as const, unit_amount_decimal },
      ];
      const price = await till.price({ billing_scheme: 'tiered', tiers_mode: 'graduated', tiers });
      return till.subscribe([{ price, quantity: 2 }]);
    },
    bill: { lines: [201], total: 201, due: 201 },
  },
  {
    title: 'is rounded line by line before the sum',
    source: DECIMAL,
    paper: '105.5 = 106 and 105.4 = 105 cents: 211, though the sum is 210.9',
    opensAt: '2026-04-01',
    play: async (till) =>
      till.subscribe([
        { price: await decimalPrice(till, '105.5') },
        { price: await decimalPrice(till, '105.4') },
      ]),
    bill: { lines: [106, 105], total: 211, due: 211 },
  },
]);

async function decimalPrice(till: Till, cents: string): Promise<string> {
  const product = await till.product();
  const { id } = await till.stripe.prices.create({
    product,
    currency: 'usd',
    recurring: { interval: 'month' },
    unit_amount_decimal: Stripe.Decimal.from(cents),
  });
  return id;
}
