import { describe, expect, it } from 'vitest';
import { DAY, itemOf, latestInvoice, setStage, START, sumLines } from '../testing/stage.ts';

const monthly = { interval: 'month' } as const;
const always = { proration_behavior: 'always_invoice' } as const;

describe('packages', () => {
  it('are rounded up or down before they are charged', async () => {
    const { stripe, customer, products } = await setStage();
    const bill = async (round: 'up' | 'down') => {
      const price = await stripe.prices.create({
        product: products.small,
        currency: 'usd',
        unit_amount: 500,
        recurring: monthly,
        transform_quantity: { divide_by: 10, round },
      });
      expect(price.transform_quantity).toEqual({ divide_by: 10, round });
      const items = [{ price: price.id, quantity: 25 }];
      const details = { customer, subscription_details: { items } };
      return (await stripe.invoices.createPreview(details)).total;
    };
    expect(await bill('up')).toBe(1500);
    expect(await bill('down')).toBe(1000);
  });
});

describe('a price in several currencies', () => {
  it('is charged in the one of the subscription, also where it was added later', async () => {
    const { stripe, products, prices } = await setStage();
    const { id } = await stripe.prices.create({
      product: products.small,
      currency: 'usd',
      unit_amount: 1000,
      recurring: monthly,
      currency_options: { jpy: { unit_amount: 1500 } },
    });
    await stripe.prices.update(id, { currency_options: { eur: { unit_amount: 900 } } });
    const price = await stripe.prices.retrieve(id, { expand: ['currency_options'] });
    expect(Object.keys(price.currency_options ?? {})).toEqual(['usd', 'jpy', 'eur']);
    const totalIn = async (currency: string) => {
      const { id: customer } = await stripe.customers.create();
      const items = [{ price: id }];
      const params = { customer, currency, subscription_details: { items } };
      return (await stripe.invoices.createPreview(params)).total;
    };
    expect([await totalIn('usd'), await totalIn('jpy'), await totalIn('eur')]).toEqual([
      1000, 1500, 900,
    ]);
    await expect(
      stripe.prices.update(prices.small, { currency_options: { usd: { unit_amount: 1 } } }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });

  it('ends in zeros where the currency has no smaller coin', async () => {
    for (const [currency, amount, half] of [
      ['kwd', 5010, 2510],
      ['isk', 50_100, 25_100],
    ] as const) {
      const { stripe, simulator, customer, products } = await setStage();
      const params = { product: products.large, currency, recurring: monthly };
      await expect(
        stripe.prices.create({ ...params, unit_amount: amount + 5 }),
      ).rejects.toMatchObject({ statusCode: 400 });
      const { id: price } = await stripe.prices.create({ ...params, unit_amount: amount });
      const free = await stripe.prices.create({ ...params, unit_amount: 0 });
      const items = [{ price: free.id }];
      const subscription = await stripe.subscriptions.create({ customer, items });
      simulator.advanceTo(START + 15 * DAY);
      await stripe.subscriptions.update(subscription.id, {
        items: [{ id: itemOf(subscription), price }],
        ...always,
      });
      expect(sumLines(await latestInvoice(stripe, subscription.id))).toEqual([half]);
    }
  });
});
