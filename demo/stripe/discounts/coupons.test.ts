import { describe, expect, it } from 'vitest';
import { DAY, HOUR, latestInvoice, setStage, START } from '../testing/stage.ts';

describe('a coupon', () => {
  it('takes off the amount of the currency of the bill, also where it was added later', async () => {
    const { stripe, products } = await setStage();
    const { id: price } = await stripe.prices.create({
      product: products.small,
      currency: 'usd',
      unit_amount: 1000,
      recurring: { interval: 'month' },
      currency_options: { eur: { unit_amount: 900 } },
    });
    const off = { amount_off: 200, currency: 'usd', duration: 'forever' } as const;
    const { id: coupon } = await stripe.coupons.create(off);
    const preview = async (currency: string) => {
      const { id: customer } = await stripe.customers.create();
      const discounts = [{ coupon }];
      const items = [{ price }];
      const params = { customer, currency, discounts, subscription_details: { items } };
      return (await stripe.invoices.createPreview(params)).total;
    };
    await expect(preview('eur')).rejects.toMatchObject({ statusCode: 400 });
    await stripe.coupons.update(coupon, { currency_options: { eur: { amount_off: 100 } } });
    expect([await preview('usd'), await preview('eur')]).toEqual([800, 800]);
    await expect(
      stripe.coupons.update(coupon, { currency_options: { usd: { amount_off: 1 } } }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });

  it('for one item is used once, on the first bill that has something to take it off', async () => {
    const { stripe, simulator, customer, prices } = await setStage();
    const { id: coupon } = await stripe.coupons.create({ percent_off: 50, duration: 'once' });
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small, discounts: [{ coupon }] }, { price: prices.large }],
      trial_end: START + 5 * DAY,
    });
    await stripe.coupons.del(coupon);
    const totals = [(await latestInvoice(stripe, id)).total];
    for (const moment of [START + 5 * DAY + HOUR, START + 40 * DAY]) {
      simulator.advanceTo(moment);
      totals.push((await latestInvoice(stripe, id)).total);
    }
    expect(totals).toEqual([0, 3500, 4000]);
  });
});
