import { proveExamples, proveRefusals } from '../../testing/worked-example.ts';

const CURRENCIES = 'https://docs.stripe.com/currencies#zero-decimal';
const MULTI = 'https://docs.stripe.com/products-prices/how-products-and-prices-work';
const always = { proration_behavior: 'always_invoice' } as const;

proveExamples('In another currency,', [
  {
    title: 'yen have no parts: half of 980 and of 2980',
    source: CURRENCIES,
    paper: '-980 / 2 = -490; 2980 / 2 = 1490',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 980, currency: 'jpy' }) }]);
      till.goTo('2026-04-16');
      const price = await till.price({ unit_amount: 2980, currency: 'jpy' });
      return till.change({ items: [{ id: await till.item(), price }], ...always });
    },
    bill: { lines: [-490, 1490], total: 1000, due: 1000 },
  },
  {
    title: 'a proration is rounded to whole yen',
    source: CURRENCIES,
    paper: '21 of 31 days: -980 × 21/31 = -663.87; 2980 × 21/31 = 2018.71',
    opensAt: '2026-03-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 980, currency: 'jpy' }) }]);
      till.goTo('2026-03-11');
      const price = await till.price({ unit_amount: 2980, currency: 'jpy' });
      return till.change({ items: [{ id: await till.item(), price }], ...always });
    },
    bill: { lines: [-664, 2019], total: 1355, due: 1355 },
  },
  {
    title: 'tax on yen is rounded to whole yen',
    source: CURRENCIES,
    paper: '985 × 10 % = 98.5; 981 × 10 % = 98.1 = 98',
    opensAt: '2026-04-01',
    play: async (till) => {
      const price = await till.price({ unit_amount: 981, currency: 'jpy' });
      return till.subscribe([{ price }], { default_tax_rates: [await till.tax(10, false)] });
    },
    bill: { lines: [981], taxes: [98], total: 1079, due: 1079 },
  },
  {
    title: 'less than 50 yen are owed, not charged',
    source: 'https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts',
    paper: '49 < 50',
    opensAt: '2026-04-01',
    play: async (till) =>
      till.subscribe([{ price: await till.price({ unit_amount: 49, currency: 'jpy' }) }]),
    bill: { lines: [49], total: 49, due: 0, balance: 49 },
  },
  {
    title: 'dinars of Kuwait have three decimals',
    source: CURRENCIES,
    paper: '-12.000 / 2 = -6.000; 30.000 / 2 = 15.000, in thousandths',
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price({ unit_amount: 12_000, currency: 'kwd' }) }]);
      till.goTo('2026-04-16');
      const price = await till.price({ unit_amount: 30_000, currency: 'kwd' });
      return till.change({ items: [{ id: await till.item(), price }], ...always });
    },
    bill: { lines: [-6000, 15_000], total: 9000, due: 9000 },
  },
  {
    title: 'kronas of Iceland are written with two decimals',
    source: CURRENCIES,
    paper: '5000 ISK are 500000; half a month is 250000',
    opensAt: '2026-04-01',
    play: async (till) => {
      const price = await till.price({ unit_amount: 500_000, currency: 'isk' });
      await till.subscribe([{ price }]);
      till.goTo('2026-04-16');
      return till.change({ items: [{ id: await till.item(), quantity: 2 }], ...always });
    },
    bill: { lines: [-250_000, 500_000], total: 250_000, due: 250_000 },
  },
  {
    title: 'a price with options is billed in the currency that was asked for',
    source: MULTI,
    paper: '9.00 EUR, less 2.50 EUR',
    opensAt: '2026-04-01',
    play: async (till) => {
      const currency_options = { eur: { unit_amount: 900 } };
      const price = await till.price({ unit_amount: 1000, currency_options });
      const coupon = await till.coupon({
        amount_off: 300,
        currency_options: { eur: { amount_off: 250 } },
      });
      return till.subscribe([{ price }], { currency: 'eur', discounts: [{ coupon }] });
    },
    bill: { lines: [900], discounts: [250], total: 650, due: 650 },
  },
]);

proveRefusals('Refused:', [
  {
    title: 'a price of 10.005 dinars, which ends in thousandths',
    source: CURRENCIES,
    opensAt: '2026-04-01',
    play: async (till) => till.price({ unit_amount: 10_005, currency: 'kwd' }),
    refusal: {},
  },
  {
    title: 'a price of 50.50 kronas',
    source: CURRENCIES,
    opensAt: '2026-04-01',
    play: async (till) => till.price({ unit_amount: 5050, currency: 'isk' }),
    refusal: {},
  },
  {
    title: 'a price that is not sold in the currency of the subscription',
    source: MULTI,
    opensAt: '2026-04-01',
    play: async (till) => {
      await till.subscribe([{ price: await till.price(1000) }]);
      const price = await till.price({ unit_amount: 1000, currency: 'eur' });
      return till.change({ items: [{ price }] });
    },
    refusal: { param: 'items[0][price]' },
  },
  {
    title: 'a coupon in dollars on a subscription in euros',
    source: MULTI,
    opensAt: '2026-04-01',
    play: async (till) => {
      const coupon = await till.coupon({ amount_off: 300 });
      const price = await till.price({ unit_amount: 1000, currency: 'eur' });
      return till.subscribe([{ price }], { discounts: [{ coupon }] });
    },
    refusal: { param: 'discounts[0][coupon]' },
  },
]);
