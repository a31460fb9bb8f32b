import { describe, expect, it } from 'vitest';
import { readNews } from './news.ts';

const of = (type: string, object: unknown = {}, previous?: unknown) =>
  readNews({ id: 'evt_1', type, data: { object, previous_attributes: previous } });

describe('news', () => {
  it.each<[string, unknown, string[]]>([
    ['an id', { object: 'invoice', customer: 'cus_12345678' }, ['cus_12345678']],
    ['an object', { object: 'invoice', customer: { id: 'cus_12345678' } }, ['cus_12345678']],
    ['itself', { object: 'customer', id: 'cus_12345678' }, ['cus_12345678']],
    ['nobody', { object: 'price', id: 'price_1' }, []],
    ['null', { object: 'invoice', customer: null }, []],
    ['what is no id', { object: 'invoice', customer: '../cus_12345678' }, []],
    ['a number', { object: 'invoice', customer: 12_345_678 }, []],
    ['an object without one', { object: 'invoice', customer: { name: 'cus_12345678' } }, []],
    ['nothing at all', undefined, []],
  ])('are about whom they name as %s', (_, object, customerIds) => {
    expect(of('invoice.paid', object)).toMatchObject({ customerIds });
  });

  it('are about whom something was taken from, too', () => {
    const object = { object: 'payment_method', id: 'pm_12345678', customer: null };
    expect(of('payment_method.detached', object, { customer: 'cus_12345678' })).toMatchObject({
      customerIds: ['cus_12345678'],
      lostPaymentMethodId: null,
    });
    expect(of('payment_method.detached', object)).toMatchObject({
      customerIds: [],
      lostPaymentMethodId: 'pm_12345678',
    });
  });

  it.each([
    'product.created',
    'product.updated',
    'product.deleted',
    'price.created',
    'price.updated',
    'price.deleted',
    'coupon.updated',
    'coupon.deleted',
    'promotion_code.updated',
  ])('of %s are about all', (type) => {
    expect(of(type)).toMatchObject({ isAboutAll: true, isAboutEmails: false });
  });

  it.each(['coupon.created', 'promotion_code.created', 'invoice.paid', 'xproduct.created'])(
    'of %s are not',
    (type) => {
      expect(of(type)).toMatchObject({ isAboutAll: false });
    },
  );

  it('are about emails where customers come, go or have another', () => {
    expect(of('customer.created')).toMatchObject({ isAboutEmails: true });
    expect(of('customer.deleted')).toMatchObject({ isAboutEmails: true });
    expect(of('customer.updated', {}, { email: null })).toMatchObject({ isAboutEmails: true });
    expect(of('customer.updated', {}, { name: 'Ada' })).toMatchObject({ isAboutEmails: false });
    expect(of('customer.discount.created')).toMatchObject({ isAboutEmails: false });
  });
});
