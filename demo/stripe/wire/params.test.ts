import { describe, expect, it } from 'vitest';
import { call } from '../testing/call.ts';
import { setStage } from '../testing/stage.ts';

describe('parameters', () => {
  it.each([
    ['an unknown one', 'name=a&nick=b', { code: 'parameter_unknown', param: 'nick' }],
    [
      'a nested unknown one',
      'address[planet]=x',
      { code: 'parameter_unknown', param: 'address[planet]' },
    ],
    ['a wrong type', 'balance=much', { code: 'parameter_invalid_integer', param: 'balance' }],
    ['a wrong enum', 'tax_exempt=maybe', { param: 'tax_exempt' }],
    ['one that is given twice', 'name=a&name=b', { param: 'name' }],
    ['a value that is a group too', 'address=a&address[city]=b', { param: 'address[city]' }],
    ['a name that cannot be read', 'address[city=b', { param: 'address[city' }],
    ['an object that is not there', 'invoice_settings[default_payment_method]=pm_none', {}],
  ])('refuses %s', async (_name, form, error) => {
    const { simulator } = await setStage();
    const answer = await call(simulator, { method: 'POST', path: '/v1/customers', form });
    expect(answer).toMatchObject({ status: 400, error });
  });

  it('says where the error is explained', async () => {
    const { simulator } = await setStage();
    const answer = await call(simulator, { path: '/v1/customers?nick=b' });
    expect(answer).toMatchObject({
      status: 400,
      error: {
        type: 'invalid_request_error',
        code: 'parameter_unknown',
        doc_url: 'https://docs.stripe.com/error-codes/parameter-unknown',
      },
    });
  });

  it('names what is missing', async () => {
    const { simulator } = await setStage();
    const form = 'active=true';
    expect(await call(simulator, { method: 'POST', path: '/v1/products', form })).toMatchObject({
      status: 400,
      error: { code: 'parameter_missing', param: 'name' },
    });
  });

  it.each(['cus_nobody', '..%2Fproducts', 'cus_%00', '%E2%82%AC'])(
    'finds nothing under the id %s',
    async (id) => {
      const { simulator } = await setStage();
      expect(await call(simulator, { path: `/v1/customers/${id}` })).toMatchObject({
        status: 404,
        error: { code: 'resource_missing', param: 'id' },
      });
    },
  );
});

describe('a page', () => {
  it('goes both ways, newest first', async () => {
    const { stripe } = await setStage();
    for (const name of ['b', 'c', 'd']) await stripe.customers.create({ name });
    const first = await stripe.customers.list({ limit: 2 });
    expect(first.data.map(({ name }) => name)).toEqual(['d', 'c']);
    expect(first.has_more).toBe(true);
    const rest = await stripe.customers.list({ starting_after: first.data[1]?.id ?? '' });
    expect(rest.data).toHaveLength(2);
    const back = await stripe.customers.list({ ending_before: rest.data[0]?.id ?? '', limit: 1 });
    expect(back).toMatchObject({ data: [{ name: 'c' }], has_more: true });
  });

  it.each([0, 101, -1])('has no %i rows', async (limit) => {
    const { stripe } = await setStage();
    await expect(stripe.customers.list({ limit })).rejects.toMatchObject({ param: 'limit' });
  });

  it('begins at something that exists, on one side only', async () => {
    const { stripe, customer } = await setStage();
    await expect(stripe.customers.list({ starting_after: 'cus_none' })).rejects.toMatchObject({
      code: 'resource_missing',
      param: 'starting_after',
    });
    await expect(
      stripe.customers.list({ starting_after: customer, ending_before: customer }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});
