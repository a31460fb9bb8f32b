import { describe, expect, it } from 'vitest';
import { call } from '../testing/call.ts';
import { setStage } from '../testing/stage.ts';

describe('expansion', () => {
  it('goes four levels deep, and no further, on empty lists too', async () => {
    const { stripe, prices, products, customer } = await setStage();
    await expect(
      stripe.subscriptions.list({ expand: ['data.items.data.price.product'] }),
    ).rejects.toMatchObject({ code: 'property_expansion_max_depth' });
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
    });
    const whole = await stripe.subscriptions.retrieve(id, { expand: ['items.data.price.product'] });
    expect(whole.items.data[0]?.price.product).toMatchObject({ id: products.small, name: 'Small' });
  });

  it.each([
    ['/v1/promotion_codes', 'data.promotion.nothing'],
    ['/v1/subscriptions', 'customer'],
    ['/v1/subscriptions', 'data'],
    ['/v1/subscriptions', 'data.items'],
    ['/v1/subscriptions', ''],
  ])('of %s refuses "%s"', async (path, expand) => {
    const { simulator } = await setStage();
    expect(await call(simulator, { path: `${path}?expand[]=${expand}` })).toMatchObject({
      status: 400,
      error: { type: 'invalid_request_error' },
    });
  });

  it('takes a list of paths only', async () => {
    const { simulator } = await setStage();
    expect(await call(simulator, { path: '/v1/subscriptions?expand=data.customer' })).toMatchObject(
      { status: 400, error: { param: 'expand' } },
    );
  });

  it('does nothing where the path is wrong', async () => {
    const { stripe } = await setStage();
    await expect(
      stripe.customers.create({ email: 'never@example.com', expand: ['nothing'] }),
    ).rejects.toMatchObject({ statusCode: 400 });
    expect((await stripe.customers.list({ email: 'never@example.com' })).data).toEqual([]);
  });
});
