import { describe, expect, it } from 'vitest';
import { DAY, latestInvoice, setStage, START } from '../testing/stage.ts';

describe('discounts and tax', () => {
  it('spread an amount over the lines, once, and put tax on what is left', async () => {
    const { stripe, simulator, prices, customer } = await setStage();
    const coupon = await stripe.coupons.create({
      amount_off: 1000,
      currency: 'usd',
      duration: 'once',
    });
    const vat = await stripe.taxRates.create({
      display_name: 'VAT',
      inclusive: false,
      percentage: 20,
    });
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }, { price: prices.large }],
      discounts: [{ coupon: coupon.id }],
      default_tax_rates: [vat.id],
    });
    const first = await latestInvoice(stripe, id);
    // 10.00 + 30.00 − 10.00 = 30.00, and 20 % on top. A quarter of the coupon falls on the first line.
    expect(first).toMatchObject({ subtotal: 4000, total: 3600, total_excluding_tax: 3000 });
    expect(first.lines.data.map((line) => line.discount_amounts?.[0]?.amount)).toEqual([250, 750]);
    expect((await stripe.subscriptions.retrieve(id)).discounts).toEqual([]);
    simulator.advanceTo(START + 30 * DAY);
    expect((await latestInvoice(stripe, id)).total).toBe(4800);
  });

  it('charges tiers by the units that fall into each', async () => {
    const { stripe, customer, products } = await setStage();
    const tiers = [
      { up_to: 5, unit_amount: 500 },
      { up_to: 'inf' as const, unit_amount: 300, flat_amount: 100 },
    ];
    const bill = async (mode: 'graduated' | 'volume') => {
      const price = await stripe.prices.create({
        product: products.small,
        currency: 'usd',
        billing_scheme: 'tiered',
        tiers_mode: mode,
        tiers,
        recurring: { interval: 'month' },
      });
      const items = [{ price: price.id, quantity: 7 }];
      return (await stripe.invoices.createPreview({ customer, subscription_details: { items } }))
        .total;
    };
    expect(await bill('graduated')).toBe(5 * 500 + 2 * 300 + 100);
    expect(await bill('volume')).toBe(7 * 300 + 100);
  });

  it('owes what is too small to charge', async () => {
    const { stripe, customer, products } = await setStage();
    const price = await stripe.prices.create({
      product: products.small,
      currency: 'usd',
      unit_amount: 30,
      recurring: { interval: 'month' },
    });
    const { id } = await stripe.subscriptions.create({ customer, items: [{ price: price.id }] });
    expect(await latestInvoice(stripe, id)).toMatchObject({
      status: 'paid',
      total: 30,
      amount_due: 0,
    });
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: 30 });
  });
});
