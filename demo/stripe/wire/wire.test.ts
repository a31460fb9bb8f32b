import { describe, expect, it } from 'vitest';
import { stripeOn } from '../sdk.ts';
import { answerBank, DAY, itemOf, setStage, START } from '../testing/stage.ts';

/** A call as it goes over the wire, with the status and the body that come back. */
async function call(
  stage: Awaited<ReturnType<typeof setStage>>,
  request: { method?: string; path: string; form?: string; key?: string; headers?: HeadersInit },
) {
  const { method = 'GET', path, form, key = 'sk_test_simulator' } = request;
  const headers = new Headers(request.headers);
  if (key !== '') headers.set('authorization', `Bearer ${key}`);
  if (form !== undefined) headers.set('content-type', 'application/x-www-form-urlencoded');
  const init = { method, headers, ...(form === undefined ? {} : { body: form }) };
  const answer = await stage.simulator.fetch(new Request(`http://stripe.test${path}`, init));
  const body = (await answer.json()) as {
    error?: { code?: string; param?: string; message: string };
  };
  return { status: answer.status, headers: answer.headers, error: body.error, body };
}

describe('the wire', () => {
  it('asks for a key, and knows Basic too', async () => {
    const stage = await setStage();
    expect(await call(stage, { path: '/v1/customers', key: '' })).toMatchObject({ status: 401 });
    expect(await call(stage, { path: '/v1/customers', key: 'sk_test_other' })).toMatchObject({
      status: 401,
    });
    const headers = { authorization: `Basic ${btoa('sk_test_simulator:')}` };
    expect(await call(stage, { path: '/v1/customers', key: '', headers })).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ['an unknown parameter', 'name=a&nick=b', { code: 'parameter_unknown', param: 'nick' }],
    [
      'a nested unknown one',
      'address[planet]=x',
      { code: 'parameter_unknown', param: 'address[planet]' },
    ],
    ['a wrong type', 'balance=much', { code: 'parameter_invalid_integer', param: 'balance' }],
    ['a wrong enum', 'tax_exempt=maybe', { param: 'tax_exempt' }],
  ])('refuses %s', async (_name, form, error) => {
    const answer = await call(await setStage(), { method: 'POST', path: '/v1/customers', form });
    expect(answer).toMatchObject({ status: 400, error });
  });

  it('names what is missing, and what is not there', async () => {
    const stage = await setStage();
    const missing = await call(stage, {
      method: 'POST',
      path: '/v1/products',
      form: 'active=true',
    });
    expect(missing).toMatchObject({
      status: 400,
      error: { code: 'parameter_missing', param: 'name' },
    });
    const nothing = await call(stage, { path: '/v1/customers/cus_nobody' });
    expect(nothing).toMatchObject({ status: 404, error: { code: 'resource_missing' } });
    const nowhere = await call(stage, { path: '/v1/nonsense' });
    expect(nowhere.status).toBe(404);
    expect(nowhere.error?.message).toContain('Unrecognized request URL (GET: /v1/nonsense)');
    expect(nowhere.headers.get('request-id')).toMatch(/^req_[A-Za-z0-9]{14}$/);
  });

  it('pages both ways, newest first', async () => {
    const { stripe } = await setStage();
    for (const name of ['b', 'c', 'd']) await stripe.customers.create({ name });
    const first = await stripe.customers.list({ limit: 2 });
    expect(first.data.map(({ name }) => name)).toEqual(['d', 'c']);
    expect(first.has_more).toBe(true);
    const rest = await stripe.customers.list({ starting_after: first.data[1]?.id ?? '' });
    expect(rest.data).toHaveLength(2);
    const back = await stripe.customers.list({ ending_before: rest.data[0]?.id ?? '', limit: 1 });
    expect(back).toMatchObject({ data: [{ name: 'c' }], has_more: true });
    await expect(stripe.customers.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' });
  });

  it('replays an idempotency key, and refuses it for something else', async () => {
    const stage = await setStage();
    const { stripe, prices, customer } = stage;
    const key = { idempotencyKey: 'one' };
    const items = [{ price: prices.small }];
    const first = await stripe.subscriptions.create({ customer, items }, key);
    const again = await stripe.subscriptions.create({ customer, items }, key);
    expect(again.id).toBe(first.id);
    const headers = { 'idempotency-key': 'raw' };
    const raw = { method: 'POST', path: '/v1/customers', form: 'name=Once', headers };
    expect((await call(stage, raw)).headers.get('idempotent-replayed')).toBeNull();
    expect((await call(stage, raw)).headers.get('idempotent-replayed')).toBe('true');
    expect((await stripe.customers.list()).data).toHaveLength(2);
    await expect(
      stripe.subscriptions.create({ customer, items: [{ price: prices.large }] }, key),
    ).rejects.toMatchObject({ rawType: 'idempotency_error', statusCode: 400 });
    const refused = { idempotencyKey: 'two' };
    await expect(stripe.coupons.create({ duration: 'once' }, refused)).rejects.toThrow();
    expect(await stripe.coupons.create({ percent_off: 5 }, refused)).toMatchObject({
      percent_off: 5,
    });
  });

  it('expands four levels, checked on empty lists too', async () => {
    const { stripe, prices, products, customer } = await setStage();
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
    });
    const whole = await stripe.subscriptions.retrieve(id, { expand: ['items.data.price.product'] });
    expect(whole.items.data[0]?.price.product).toMatchObject({ id: products.small, name: 'Small' });
    await expect(
      stripe.subscriptions.list({ expand: ['data.items.data.price.product'] }),
    ).rejects.toMatchObject({ code: 'property_expansion_max_depth' });
    await expect(
      stripe.promotionCodes.list({ expand: ['data.promotion.nothing'] }),
    ).rejects.toThrow('cannot be expanded');
  });

  it('records what was asked with the secret key', async () => {
    const { simulator, stripe, customer } = await setStage();
    simulator.forgetRequests();
    await stripe.customers.update(customer, { name: 'New' });
    expect(simulator.requests()).toMatchObject([
      { method: 'POST', path: `/v1/customers/${customer}`, params: { name: 'New' }, status: 200 },
    ]);
  });
});

describe('the browser', () => {
  const pk = 'pk_test_simulator';
  const cardForm = (number: string) =>
    `payment_method_data[type]=card&payment_method_data[card][number]=${number}` +
    '&payment_method_data[card][exp_month]=4&payment_method_data[card][exp_year]=2035&payment_method_data[card][cvc]=123';

  it('saves a card with the client secret, and with nothing less', async () => {
    const stage = await setStage();
    const setup = await stage.stripe.setupIntents.create({ customer: stage.customer });
    const path = `/v1/setup_intents/${setup.id}/confirm`;
    const form = cardForm('4242424242424242');
    const blind = await call(stage, {
      method: 'POST',
      path,
      form: `${form}&client_secret=x`,
      key: pk,
    });
    expect(blind).toMatchObject({ status: 400, error: { code: 'intent_invalid_client_secret' } });
    expect((await stage.stripe.setupIntents.retrieve(setup.id)).status).toBe(
      'requires_payment_method',
    );
    const right = `${form}&client_secret=${setup.client_secret}`;
    const done = await call(stage, { method: 'POST', path, form: right, key: pk });
    expect(done).toMatchObject({ status: 200, body: { status: 'succeeded' } });
    expect(done.headers.get('access-control-allow-origin')).toBe('*');
    expect(done.body).not.toHaveProperty('customer');
    expect(
      (await stage.stripe.paymentMethods.list({ customer: stage.customer })).data,
    ).toHaveLength(2);
    expect(await call(stage, { path: '/v1/customers', key: pk })).toMatchObject({ status: 403 });
  });

  it('is told of a declined card, which is not saved', async () => {
    const stage = await setStage();
    const setup = await stage.stripe.setupIntents.create({ customer: stage.customer });
    const answer = await call(stage, {
      method: 'POST',
      path: `/v1/setup_intents/${setup.id}/confirm`,
      form: `${cardForm('4000000000009995')}&client_secret=${setup.client_secret}`,
      key: pk,
    });
    expect(answer).toMatchObject({
      status: 402,
      error: { code: 'card_declined', decline_code: 'insufficient_funds' },
    });
    expect(
      (await stage.stripe.paymentMethods.list({ customer: stage.customer })).data,
    ).toHaveLength(1);
    expect(await stage.stripe.setupIntents.retrieve(setup.id)).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { code: 'card_declined' },
    });
  });

  it('goes through 3-D Secure, and the card then works while its owner is away', async () => {
    const stage = await setStage();
    const { stripe, simulator, customer, prices } = stage;
    const setup = await stripe.setupIntents.create({ customer });
    const asked = await call(stage, {
      method: 'POST',
      path: `/v1/setup_intents/${setup.id}/confirm`,
      form: `${cardForm('4000002500003155')}&client_secret=${setup.client_secret}`,
      key: pk,
    });
    expect(asked.body).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect' } },
    });
    await answerBank(simulator, setup.client_secret ?? '', 'success');
    const { payment_method: method } = await stripe.setupIntents.retrieve(setup.id);
    const id = typeof method === 'string' ? method : '';
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
    const subscription = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.small }],
    });
    expect(subscription.status).toBe('active');
  });
});

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
