import { proveExamples } from '../../testing/worked-example.ts';

const IN_OR_ON_TOP =
  'https://support.stripe.com/questions/inclusive-and-exclusive-tax-options-in-the-tax-rate-api-and-stripe-tax';
const ROUNDING = 'https://support.stripe.com/questions/rounding-rules-for-stripe-fees';
const TAX_RATES = 'https://docs.stripe.com/billing/taxes/tax-rates';
const always = { proration_behavior: 'always_invoice' } as const;

proveExamples('Tax', [
  {
    title: 'of 10 % inside 600 EUR',
    source: IN_OR_ON_TOP,
    paper: '600.00 stay 600.00; 600.00 × 10/110 = 54.55 of them are tax',
    opensAt: '2026-04-01',
    play: async (till) => {
      const price = await till.price({ unit_amount: 60_000, currency: 'eur' });
      return till.subscribe([{ price }], { default_tax_rates: [await till.tax(10, true)] });
    },
    bill: { lines: [60_000], taxes: [5455], total: 60_000, due: 60_000 },
  },
  {
    title: 'of 10 % on top of 600 EUR',
    source: IN_OR_ON_TOP,
    paper: '600.00 + 60.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const price = await till.price({ unit_amount: 60_000, currency: 'eur' });
      return till.subscribe([{ price }], { default_tax_rates: [await till.tax(10, false)] });
    },
    bill: { lines: [60_000], taxes: [6000], total: 66_000, due: 66_000 },
  },
  {
    title: 'is rounded on each line',
    source: ROUNDING,
    paper: '0.43 × 15 % = 0.0645 = 0.06; 4.84 × 15 % = 0.726 = 0.73; 5.27 + 0.79 = 6.06',
    opensAt: '2026-04-01',
    play: async (till) => {
      const items = [{ price: await till.price(43) }, { price: await till.price(484) }];
      return till.subscribe(items, { default_tax_rates: [await till.tax(15, false)] });
    },
    bill: { lines: [43, 484], taxes: [6, 73], total: 606, due: 606 },
  },
  {
    title: 'of two rates is worked out from the same amount',
    source: 'by hand',
    paper: '200.00 × 5 % = 10.00; 200.00 × 9.975 % = 19.95',
    opensAt: '2026-04-01',
    play: async (till) => {
      const rates = [await till.tax(5, false), await till.tax(9.975, false)];
      return till.subscribe([{ price: await till.price(20_000) }], { default_tax_rates: rates });
    },
    bill: { taxes: [2995], total: 22_995, due: 22_995 },
  },
  {
    title: 'comes after the discount, on top',
    source: TAX_RATES,
    paper: '100.00 - 10 % = 90.00; 90.00 × 20 % = 18.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 10 });
      const items = [{ price: await till.price(10_000) }];
      const terms = { discounts: [{ coupon }], default_tax_rates: [await till.tax(20, false)] };
      return till.subscribe(items, terms);
    },
    bill: { discounts: [1000], taxes: [1800], total: 10_800, due: 10_800 },
  },
  {
    title: 'comes after the discount, inside',
    source: TAX_RATES,
    paper: '120.00 - 10 % = 108.00; 108.00 × 20/120 = 18.00 of it is tax',
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ percent_off: 10 });
      const items = [{ price: await till.price(12_000) }];
      const terms = { discounts: [{ coupon }], default_tax_rates: [await till.tax(20, true)] };
      return till.subscribe(items, terms);
    },
    bill: { discounts: [1200], taxes: [1800], total: 10_800, due: 10_800 },
  },
  {
    title: 'of an item stands before that of the subscription',
    source: TAX_RATES,
    paper: '120.00 with 20 % inside is 20.00 of tax; 50.00 + 10 % = 55.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const inside = { price: await till.price(12_000), tax_rates: [await till.tax(20, true)] };
      const items = [inside, { price: await till.price(5000) }];
      return till.subscribe(items, { default_tax_rates: [await till.tax(10, false)] });
    },
    bill: { lines: [12_000, 5000], taxes: [2000, 500], total: 17_500, due: 17_500 },
  },
  {
    title: 'on top is given back with a proration, too',
    source: 'by hand',
    paper: '-5.00 - 1.00 + 15.00 + 3.00 = 12.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      const terms = { default_tax_rates: [await till.tax(20, false)] };
      await till.subscribe([{ price: await till.price(1000) }], terms);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), price: await till.price(3000) }];
      return till.change({ items, ...always });
    },
    bill: { lines: [-500, 1500], taxes: [-100, 300], total: 1200, due: 1200 },
  },
  {
    title: 'inside does not change a proration',
    source: 'by hand',
    paper: '-6.00 (1.00 of it tax) + 18.00 (3.00 of it tax)',
    opensAt: '2026-04-01',
    play: async (till) => {
      const terms = { default_tax_rates: [await till.tax(20, true)] };
      await till.subscribe([{ price: await till.price(1200) }], terms);
      till.goTo('2026-04-16');
      const items = [{ id: await till.item(), price: await till.price(3600) }];
      return till.change({ items, ...always });
    },
    bill: { lines: [-600, 1800], taxes: [-100, 300], total: 1200, due: 1200 },
  },
  {
    title: 'comes before the balance',
    source: 'https://docs.stripe.com/billing/customer/balance',
    paper: '10.00 + 2.00 - 5.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.adjust(-500);
      const terms = { default_tax_rates: [await till.tax(20, false)] };
      return till.subscribe([{ price: await till.price(1000) }], terms);
    },
    bill: { taxes: [200], total: 1200, due: 700, balance: 0 },
  },
  {
    title: 'is not asked of an exempt customer',
    source: 'https://docs.stripe.com/billing/customer#tax-status',
    paper: '10.00',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.stripe.customers.update(till.customer, { tax_exempt: 'exempt' });
      const terms = { default_tax_rates: [await till.tax(20, false)] };
      return till.subscribe([{ price: await till.price(1000) }], terms);
    },
    bill: { taxes: [0], total: 1000, due: 1000 },
  },
]);
