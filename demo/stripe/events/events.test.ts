import { describe, expect, it } from 'vitest';
import { DAY, giveCard, itemOf, setStage, START } from '../testing/stage.ts';
import { told, typesTold } from '../testing/told.ts';

type Stage = Awaited<ReturnType<typeof setStage>>;

describe('events', () => {
  it.each<[string, (stage: Stage) => Promise<unknown>, string[]]>([
    ['a new customer', ({ stripe }) => stripe.customers.create({}), ['customer.created']],
    [
      'a customer who changes',
      ({ stripe, customer }) => stripe.customers.update(customer, { name: 'Ada' }),
      ['customer.updated'],
    ],
    [
      'a customer who goes',
      ({ stripe, customer }) => stripe.customers.del(customer),
      ['payment_method.detached', 'customer.deleted'],
    ],
    [
      'a tax id',
      ({ stripe, customer }) =>
        stripe.customers.createTaxId(customer, { type: 'eu_vat', value: 'DE123456789' }),
      ['customer.tax_id.created'],
    ],
    [
      'another card',
      ({ stripe, customer }) => giveCard(stripe, customer, 'pm_card_mastercard'),
      ['payment_method.attached', 'customer.updated'],
    ],
    [
      'a card that is set up',
      ({ stripe, customer }) =>
        stripe.setupIntents.create({
          customer,
          payment_method: 'pm_card_visa',
          confirm: true,
          automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        }),
      ['payment_method.attached', 'setup_intent.created', 'setup_intent.succeeded'],
    ],
    [
      'a recurring price, with the plan that it also is',
      ({ stripe, products }) =>
        stripe.prices.create({
          product: products.small,
          currency: 'eur',
          unit_amount: 100,
          recurring: { interval: 'month' },
        }),
      ['plan.created', 'price.created'],
    ],
    [
      'a price for once',
      ({ stripe, products }) =>
        stripe.prices.create({ product: products.small, currency: 'eur', unit_amount: 100 }),
      ['price.created'],
    ],
    [
      'a product with a new name',
      ({ stripe, products }) => stripe.products.update(products.small, { name: 'Tiny' }),
      ['product.updated'],
    ],
    [
      'a coupon and its code',
      async ({ stripe }) => {
        const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'forever' });
        await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: coupon.id } });
        await stripe.coupons.del(coupon.id);
      },
      ['coupon.created', 'promotion_code.created', 'coupon.deleted'],
    ],
  ])('tell of %s', async (_, act, types) => {
    const stage = await setStage();
    expect(await typesTold(stage.stripe, () => act(stage))).toEqual(types);
  });

  it('tell nothing of a request that fails, nor of a preview', async () => {
    const { stripe, prices, customer } = await setStage('pm_card_chargeCustomerFail');
    const items = [{ price: prices.small }];
    const types = await typesTold(stripe, async () => {
      await stripe.invoices.createPreview({ customer, subscription_details: { items } });
      await expect(
        stripe.subscriptions.create({ customer, items, payment_behavior: 'error_if_incomplete' }),
      ).rejects.toMatchObject({ statusCode: 402 });
    });
    expect(types).toEqual([]);
  });

  it('tell of a refused payment, which stays done', async () => {
    const { stripe, prices, customer } = await setStage('pm_card_chargeCustomerFail');
    const created = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
    });
    const { latest_invoice: invoice } = created;
    const types = await typesTold(stripe, () =>
      stripe.invoices.pay(typeof invoice === 'string' ? invoice : '').catch(() => undefined),
    );
    expect(types).toEqual(
      expect.arrayContaining(['payment_intent.payment_failed', 'invoice.payment_failed']),
    );
  });

  it('name the request that caused them, and none where it was time', async () => {
    const { stripe, simulator, prices, customer } = await setStage();
    const [created] = await told(stripe, () =>
      stripe.subscriptions.create(
        { customer, items: [{ price: prices.small }] },
        { idempotencyKey: 'key-of-the-test' },
      ),
    );
    expect(created?.request?.id).toMatch(/^req_/);
    expect(created?.request?.idempotency_key).toBe('key-of-the-test');
    const [renewed] = await told(stripe, () => simulator.advanceTo(START + 31 * DAY));
    expect(renewed?.request).toEqual({ id: null, idempotency_key: null });
  });
});

describe('previous_attributes', () => {
  it('have only what changed: keys within objects, whole arrays', async () => {
    const { stripe, prices, customer } = await setStage();
    const old = await stripe.subscriptions.create({ customer, items: [{ price: prices.small }] });
    const [event] = await told(stripe, () =>
      stripe.subscriptions.update(old.id, {
        items: [{ id: itemOf(old), quantity: 3 }],
        metadata: { seats: 'three' },
        proration_behavior: 'none',
      }),
    );
    expect(event?.data.previous_attributes).toMatchObject({
      items: { data: [{ id: itemOf(old), quantity: 1, price: { id: prices.small } }] },
      metadata: { seats: null },
    });
    expect(Object.keys(event?.data.previous_attributes ?? {}).toSorted()).toEqual([
      'items',
      'metadata',
    ]);
  });

  it('come with nothing but an update', async () => {
    const { stripe } = await setStage();
    const { data } = await stripe.events.list({ limit: 100 });
    const others = data.filter(({ type }) => !type.endsWith('.updated'));
    expect(others.length).toBeGreaterThan(5);
    for (const event of others) expect(event.data).not.toHaveProperty('previous_attributes');
  });
});

describe('GET /v1/events', () => {
  it('lists the newest first, by type, by group, by types and by page', async () => {
    const { stripe } = await setStage();
    const types = async (params: Parameters<typeof stripe.events.list>[0]) =>
      (await stripe.events.list(params)).data.map(({ type }) => type);
    expect(await types({ limit: 2 })).toEqual(['customer.updated', 'payment_method.attached']);
    expect(await types({ type: 'customer.created' })).toEqual(['customer.created']);
    expect(await types({ type: 'customer.*' })).toEqual(['customer.updated', 'customer.created']);
    expect(await types({ types: ['customer.created', 'payment_method.attached'] })).toHaveLength(2);
    const [newest] = (await stripe.events.list({ limit: 1 })).data;
    const rest = await stripe.events.list({ limit: 1, starting_after: newest?.id ?? '' });
    expect(rest.data[0]?.type).toBe('payment_method.attached');
    await expect(types({ type: 'a.b', types: ['a.b'] })).rejects.toMatchObject({ statusCode: 400 });
  });

  it('keeps an event for thirty days', async () => {
    const { stripe, simulator } = await setStage();
    const [old] = (await stripe.events.list({ limit: 1 })).data;
    expect((await stripe.events.retrieve(old?.id ?? '')).api_version).toBe('2026-10-28.endive');
    simulator.advanceTo(START + 31 * DAY);
    expect((await stripe.events.list()).data).toEqual([]);
    await expect(stripe.events.retrieve(old?.id ?? '')).rejects.toMatchObject({ statusCode: 404 });
  });
});
