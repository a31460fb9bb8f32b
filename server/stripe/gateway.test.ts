import { describe, expect, it } from 'vitest';
import { setWire, type Asked } from '../testing/wire.ts';
import { forCustomer, type CustomerGateway } from './gateway.ts';
import type {
  StripeInvoice,
  StripePaymentMethod,
  StripeSchedule,
  StripeSubscription,
} from './types.ts';

const OURS = 'cus_ownOwnOwn1';
const THEIRS = 'cus_otherOther1';
const MAY = { beforeWrite: () => {} };
const MAY_NOT = {
  beforeWrite: () => {
    throw new Error('not now');
  },
};

/** Only what the gateway looks at: whose it is. */
const object = <T>(id: string, customer: unknown = OURS): T => ({ id, customer }) as T;
const subscription = (of?: unknown) => object<StripeSubscription>('sub_12345678', of);
const invoice = (of?: unknown) => object<StripeInvoice>('in_12345678', of);
const method = (of?: unknown) => object<StripePaymentMethod>('pm_12345678', of);
const schedule = (of?: unknown) => object<StripeSchedule>('sub_sched_1', of);

/** A gateway of our customer; Stripe answers every question with an object of `owner`. */
function open(owner: unknown = OURS, permit = MAY) {
  const { stripe, asked } = setWire(({ path }) => {
    const one = { id: path.split('/').at(-1), object: 'thing', customer: owner };
    return { body: isList(path) ? { object: 'list', data: [one], has_more: true } : one };
  });
  return { gateway: forCustomer(stripe, OURS, permit), asked };
}

/** What the types do not allow, but a careless spread would. */
const forThem = <T extends object>(params: T): T => ({ ...params, customer: THEIRS });

const isList = (path: string): boolean =>
  /^\/v1\/(subscriptions|invoices|products|promotion_codes)$|\/payment_methods$/.test(path);

const WIDE = {
  'expand[0]': 'discounts.source.coupon',
  'expand[1]': 'discounts.promotion_code',
  'expand[2]': 'schedule',
  'expand[3]': 'latest_invoice',
};
const WIDE_LIST = Object.fromEntries(
  Object.entries(WIDE).map(([name, value]) => [name, `data.${value}`]),
);

type Call = (gateway: CustomerGateway) => Promise<unknown>;
type Row = [name: string, call: Call, asked: Partial<Asked>];

const READS: Row[] = [
  ['customer', (our) => our.customer.retrieve(), { path: `/v1/customers/${OURS}`, params: {} }],
  [
    'subscriptions',
    (our) => our.subscriptions.list(),
    {
      path: '/v1/subscriptions',
      params: { customer: OURS, status: 'all', limit: '100', ...WIDE_LIST },
    },
  ],
  [
    'one subscription',
    (our) => our.subscriptions.retrieve('sub_12345678'),
    { path: '/v1/subscriptions/sub_12345678', params: WIDE },
  ],
  [
    'invoices',
    (our) => our.invoices.list({ limit: 12 }),
    { path: '/v1/invoices', params: { customer: OURS, limit: '12' } },
  ],
  [
    'invoices of one subscription, further on',
    (our) =>
      our.invoices.list({ limit: 12, subscriptionId: 'sub_12345678', cursor: 'in_12345678' }),
    {
      path: '/v1/invoices',
      params: {
        customer: OURS,
        limit: '12',
        subscription: 'sub_12345678',
        starting_after: 'in_12345678',
      },
    },
  ],
  [
    'one invoice',
    (our) => our.invoices.retrieve('in_12345678'),
    { path: '/v1/invoices/in_12345678', params: {} },
  ],
  [
    'one invoice with its payments',
    (our) => our.invoices.retrieveWithPayments('in_12345678'),
    {
      path: '/v1/invoices/in_12345678',
      params: {
        'expand[0]': 'payments.data.payment.payment_intent',
        'expand[1]': 'confirmation_secret',
      },
    },
  ],
  [
    'payment methods',
    (our) => our.paymentMethods.list(),
    { path: `/v1/customers/${OURS}/payment_methods`, params: { limit: '100' } },
  ],
  [
    'one payment method',
    (our) => our.paymentMethods.retrieve('pm_12345678'),
    { path: '/v1/payment_methods/pm_12345678' },
  ],
  [
    'one set-up',
    (our) => our.paymentMethods.retrieveSetupIntent('seti_12345678'),
    { path: '/v1/setup_intents/seti_12345678' },
  ],
  [
    'codes',
    (our) => our.offers.findPromotionCodes('SAVE'),
    {
      path: '/v1/promotion_codes',
      params: { code: 'SAVE', active: 'true', limit: '100', 'expand[0]': 'data.promotion.coupon' },
    },
  ],
  [
    'one coupon',
    (our) => our.offers.retrieveCoupon('half'),
    { path: '/v1/coupons/half', params: { 'expand[0]': 'applies_to' } },
  ],
  [
    'products',
    (our) => our.offers.findProducts(['prod_1']),
    { path: '/v1/products', params: { 'ids[0]': 'prod_1', limit: '100' } },
  ],
  [
    'prices',
    (our) => our.offers.findPrices(['price_1']),
    { path: '/v1/prices/price_1', params: { 'expand[0]': 'currency_options' } },
  ],
];

/** Previews are POSTs, but change nothing: they need no permit and no key. */
const PREVIEWS: Row[] = [
  ['the next invoice', (our) => our.invoices.previewNext(), { params: { customer: OURS } }],
  [
    'the next invoice of a subscription',
    (our) => our.invoices.preview(subscription()),
    { params: { customer: OURS, subscription: 'sub_12345678' } },
  ],
  [
    'what a change would make, and not for whom it says',
    (our) => our.invoices.preview(subscription(), forThem({ currency: 'eur' })),
    { params: { currency: 'eur', customer: OURS, subscription: 'sub_12345678' } },
  ],
  [
    'what a new subscription would make',
    (our) => our.invoices.previewNew(forThem({ currency: 'eur' })),
    { params: { currency: 'eur', customer: OURS } },
  ],
];

const WRITES: Row[] = [
  [
    'the default method',
    (our) => our.customer.setDefaultPaymentMethod('pm_12345678', 'key'),
    {
      path: `/v1/customers/${OURS}`,
      params: { 'invoice_settings[default_payment_method]': 'pm_12345678' },
    },
  ],
  [
    'metadata of the customer',
    (our) => our.customer.setMetadata({ a: 'b' }, 'key'),
    { path: `/v1/customers/${OURS}`, params: { 'metadata[a]': 'b' } },
  ],
  [
    'a change of a subscription',
    (our) => our.subscriptions.update(subscription(), { cancel_at_period_end: true }, 'key'),
    {
      path: '/v1/subscriptions/sub_12345678',
      params: { cancel_at_period_end: 'true', ...WIDE },
    },
  ],
  [
    'a new subscription, and not for whom it says',
    (our) => our.subscriptions.create(forThem({ items: [{ price: 'price_1' }] }), 'key'),
    {
      path: '/v1/subscriptions',
      params: { 'items[0][price]': 'price_1', customer: OURS, ...WIDE },
    },
  ],
  [
    'a schedule',
    (our) => our.schedules.createFrom(subscription(), 'key'),
    { path: '/v1/subscription_schedules', params: { from_subscription: 'sub_12345678' } },
  ],
  [
    'a change of a schedule',
    (our) => our.schedules.update(schedule(), { end_behavior: 'release' }, 'key'),
    { path: '/v1/subscription_schedules/sub_sched_1', params: { end_behavior: 'release' } },
  ],
  [
    'the end of a schedule that leaves the subscription as it is',
    (our) => our.schedules.release(schedule(), 'key'),
    { path: '/v1/subscription_schedules/sub_sched_1/release', params: {} },
  ],
  [
    'a payment with the customer here',
    (our) => our.invoices.pay(invoice(), null, 'key'),
    { path: '/v1/invoices/in_12345678/pay', params: { off_session: 'false' } },
  ],
  [
    'a payment with one method',
    (our) => our.invoices.pay(invoice(), 'pm_12345678', 'key'),
    { params: { off_session: 'false', payment_method: 'pm_12345678' } },
  ],
  [
    'the end of an invoice',
    (our) => our.invoices.void(invoice(), 'key'),
    { path: '/v1/invoices/in_12345678/void', params: {} },
  ],
  [
    'the end of a payment method',
    (our) => our.paymentMethods.detach(method(), 'key'),
    { path: '/v1/payment_methods/pm_12345678/detach', params: {} },
  ],
  [
    'a set-up',
    (our) => our.paymentMethods.createSetupIntent('key'),
    {
      path: '/v1/setup_intents',
      params: {
        customer: OURS,
        usage: 'off_session',
        'automatic_payment_methods[enabled]': 'true',
      },
    },
  ],
];

describe('the gateway of one customer', () => {
  it.each(READS)('reads %s, of that customer only', async (_, call, expected) => {
    const { gateway, asked } = open();
    await call(gateway);
    expect(asked.at(-1)).toMatchObject({ method: 'GET', ...expected });
    expect(asked.at(-1)?.params).toEqual(expected.params ?? {});
  });

  it.each(PREVIEWS)('previews %s without a permit', async (_, call, expected) => {
    const { gateway, asked } = open(OURS, MAY_NOT);
    await call(gateway);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ method: 'POST', path: '/v1/invoices/create_preview' });
    expect(asked[0]?.params).toEqual(expected.params);
  });

  it.each(WRITES)('writes %s, under the key that it is given', async (_, call, expected) => {
    const { gateway, asked } = open();
    await call(gateway);
    expect(asked).toEqual([expect.objectContaining({ method: 'POST', key: 'key', ...expected })]);
  });

  it('cancels with a DELETE, which takes no key', async () => {
    const { gateway, asked } = open();
    await gateway.subscriptions.cancelNow(subscription());
    expect(asked).toMatchObject([{ method: 'DELETE', path: '/v1/subscriptions/sub_12345678' }]);
  });

  const cancel: Row = ['the end of one', (our) => our.subscriptions.cancelNow(subscription()), {}];
  it.each([...WRITES, cancel])('sends nothing for %s without a permit', async (_, call) => {
    const { gateway, asked } = open(OURS, MAY_NOT);
    await expect(call(gateway)).rejects.toThrow('not now');
    expect(asked).toEqual([]);
  });

  it('is not opened for what is no customer id', () => {
    const { stripe } = setWire(() => ({ body: {} }));
    for (const id of ['', '..', 'sub_12345678', `${OURS}/`]) {
      expect(() => forCustomer(stripe, id, MAY)).toThrow('needs a customer id');
    }
    expect(forCustomer(stripe, OURS, MAY).customerId).toBe(OURS);
  });
});
