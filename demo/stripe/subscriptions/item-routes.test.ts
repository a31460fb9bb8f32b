import { describe, expect, it } from 'vitest';
import { halfWay, itemOf, latestInvoice, setStage, sumLines } from '../testing/stage.ts';

const always = { proration_behavior: 'always_invoice' } as const;

describe('subscription items', () => {
  it('are added, changed and removed with the money rules of an update', async () => {
    const { stripe, prices, subscription } = await halfWay();
    const added = await stripe.subscriptionItems.create({
      subscription: subscription.id,
      price: prices.large,
      ...always,
    });
    expect(sumLines(await latestInvoice(stripe, subscription.id))).toEqual([1500]);
    const changed = await stripe.subscriptionItems.update(added.id, { quantity: 2, ...always });
    expect(changed.quantity).toBe(2);
    expect(sumLines(await latestInvoice(stripe, subscription.id))).toEqual([-1500, 3000]);
    await stripe.subscriptionItems.del(added.id, { proration_behavior: 'none' });
    const { items } = await stripe.subscriptions.retrieve(subscription.id);
    expect(items.data).toHaveLength(1);
    await expect(stripe.subscriptionItems.del(itemOf(subscription))).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  it('may bring their price along, which is archived at once', async () => {
    const { stripe, products, subscription, item } = await halfWay();
    const price_data = {
      currency: 'usd',
      product: products.large,
      recurring: { interval: 'month' as const },
      unit_amount: 4000,
    };
    const updated = await stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price_data }],
      ...always,
    });
    expect(sumLines(await latestInvoice(stripe, subscription.id))).toEqual([-500, 2000]);
    expect(updated.items.data[0]?.price).toMatchObject({ unit_amount: 4000, active: false });
    expect((await stripe.prices.list({ product: products.large })).data).toHaveLength(3);
  });

  it('have one interval in classic mode', async () => {
    const { stripe, customer, prices } = await setStage();
    const items = [{ price: prices.small }, { price: prices.largeYearly }];
    const billing_mode = { type: 'classic' as const };
    await expect(
      stripe.subscriptions.create({ customer, items, billing_mode }),
    ).rejects.toMatchObject({ statusCode: 400 });
    expect((await stripe.subscriptions.create({ customer, items })).items.data).toHaveLength(2);
  });
});

describe('migrating', () => {
  it('goes from classic to flexible, and to itemized discounts, and never back', async () => {
    const { stripe, customer, prices } = await setStage();
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
      billing_mode: { type: 'classic' },
    });
    const flexible = (proration_discounts: 'included' | 'itemized') =>
      stripe.subscriptions.migrate(id, {
        billing_mode: { type: 'flexible', flexible: { proration_discounts } },
      });
    expect((await flexible('included')).billing_mode).toMatchObject({ type: 'flexible' });
    expect((await flexible('itemized')).billing_mode.flexible).toEqual({
      proration_discounts: 'itemized',
    });
    await expect(flexible('included')).rejects.toMatchObject({ statusCode: 400 });
  });
});
