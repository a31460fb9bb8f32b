import { describe, expect, it } from 'vitest';
import { stripeOn } from '../sdk.ts';
import { DAY, itemOf, setStage, START } from '../testing/stage.ts';

describe('rules that are easy to get wrong', () => {
  async function subscribed() {
    const stage = await setStage();
    const subscription = await stage.stripe.subscriptions.create({
      customer: stage.customer,
      items: [{ price: stage.prices.small, quantity: 4 }],
    });
    return { ...stage, subscription, id: subscription.id, item: itemOf(subscription) };
  }

  it('a new price puts the quantity back to 1', async () => {
    const { stripe, id, item, prices } = await subscribed();
    const next = await stripe.subscriptions.update(id, {
      items: [{ id: item, price: prices.large }],
    });
    expect(next.items.data).toMatchObject([{ id: item, quantity: 1 }]);
  });

  it('an item without an id is one more', async () => {
    const { stripe, id, prices } = await subscribed();
    const next = await stripe.subscriptions.update(id, { items: [{ price: prices.large }] });
    expect(next.items.data).toHaveLength(2);
  });

  it('a cancellation can be taken back, until it has happened', async () => {
    const { stripe, simulator, id } = await subscribed();
    const set = await stripe.subscriptions.update(id, { cancel_at_period_end: true });
    expect(set).toMatchObject({
      cancel_at_period_end: true,
      cancel_at: START + 30 * DAY,
      canceled_at: START,
    });
    const undone = await stripe.subscriptions.update(id, { cancel_at_period_end: false });
    expect(undone).toMatchObject({
      cancel_at: null,
      canceled_at: null,
      cancel_at_period_end: false,
    });
    const flexible = await stripe.subscriptions.update(id, { cancel_at: 'max_period_end' });
    expect(flexible).toMatchObject({ cancel_at_period_end: false, cancel_at: START + 30 * DAY });
    simulator.advanceTo(START + 31 * DAY);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
    await expect(stripe.subscriptions.update(id, { cancel_at: '' })).rejects.toMatchObject({
      code: 'invalid_canceled_subscription_fields',
    });
  });

  it('pending_if_incomplete takes only what Stripe documents', async () => {
    const { stripe, id, item, prices } = await subscribed();
    await expect(
      stripe.subscriptions.update(id, {
        items: [{ id: item, price: prices.large }],
        payment_behavior: 'pending_if_incomplete',
        proration_behavior: 'always_invoice',
        metadata: { a: 'b' },
      }),
    ).rejects.toMatchObject({ statusCode: 400, param: 'metadata' });
  });

  it('a proration date lies in the period, and never beside none', async () => {
    const { stripe, id, item } = await subscribed();
    const items = [{ id: item, quantity: 5 }];
    const refuses = (rest: object) =>
      expect(stripe.subscriptions.update(id, { items, ...rest })).rejects.toMatchObject({
        param: 'proration_date',
      });
    await refuses({ proration_date: START - 1 });
    await refuses({ proration_date: START + 10, proration_behavior: 'none' });
  });

  it('discounts: an empty text clears them', async () => {
    const { stripe, id } = await subscribed();
    const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'forever' });
    const put = await stripe.subscriptions.update(id, { discounts: [{ coupon: coupon.id }] });
    expect(put.discounts).toHaveLength(1);
    expect(
      (await stripe.subscriptions.update(id, { metadata: { a: '1' } })).discounts,
    ).toHaveLength(1);
    expect((await stripe.subscriptions.update(id, { discounts: '' })).discounts).toEqual([]);
  });

  it('promotion codes: found in any case, checked at redemption', async () => {
    const { stripe, id, products, simulator } = await subscribed();
    const coupon = await stripe.coupons.create({
      percent_off: 10,
      applies_to: { products: [products.large] },
    });
    const promotion = { type: 'coupon' as const, coupon: coupon.id };
    const code = await stripe.promotionCodes.create({ code: 'Large', promotion });
    expect((await stripe.promotionCodes.list({ code: 'lARGE' })).data).toMatchObject([
      { id: code.id },
    ]);
    const redeems = (promotionCode: string) =>
      stripe.subscriptions.update(id, { discounts: [{ promotion_code: promotionCode }] });
    await expect(redeems(code.id)).rejects.toThrow('does not apply');
    const other = await stripe.customers.create({});
    const any = await stripe.coupons.create({ percent_off: 10 });
    const bound = await stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: any.id },
      customer: other.id,
    });
    await expect(redeems(bound.id)).rejects.toThrow('cannot be redeemed by this customer');
    const short = await stripe.promotionCodes.create({
      promotion: { type: 'coupon', coupon: any.id },
      expires_at: START + DAY,
    });
    simulator.advanceTo(START + 2 * DAY);
    await expect(redeems(short.id)).rejects.toMatchObject({ code: 'promotion_code_expired' });
  });

  it('detaching is for ever, and a deleted customer is only a shadow', async () => {
    const { stripe, customer, id } = await subscribed();
    const [card] = (await stripe.paymentMethods.list({ customer })).data;
    await stripe.paymentMethods.detach(card?.id ?? '');
    await expect(stripe.paymentMethods.attach(card?.id ?? '', { customer })).rejects.toThrow(
      'may not be used again',
    );
    await stripe.customers.del(customer);
    expect(await stripe.customers.retrieve(customer)).toEqual({
      id: customer,
      object: 'customer',
      deleted: true,
    });
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('canceled');
  });

  it('emails are matched with their case', async () => {
    const { stripe } = await setStage();
    expect((await stripe.customers.list({ email: 'A@example.com' })).data).toEqual([]);
    expect((await stripe.customers.list({ email: 'a@example.com' })).data).toHaveLength(1);
  });

  it('keys of another account see nothing', async () => {
    const { simulator } = await setStage();
    await expect(stripeOn(simulator, 'sk_test_stranger').customers.list()).rejects.toMatchObject({
      statusCode: 401,
    });
  });
});
