import { describe, expect, it } from 'vitest';
import { setWire } from '../../testing/wire.ts';
import { forCustomer, type CustomerGateway } from '../gateway.ts';

const OURS = 'cus_ownOwnOwn1';
const THEIRS = 'cus_otherOther1';
const MAY = { beforeWrite: () => {} };

/** Everybody but the one whose gateway it is: another, the same expanded, and nobody. */
const STRANGERS = [THEIRS, { id: THEIRS }, null, undefined, '', `${OURS}x`];

function open(answer: Parameters<typeof setWire>[0]) {
  const { stripe, asked } = setWire(answer);
  return { gateway: forCustomer(stripe, OURS, MAY), asked };
}

const of = (customer: unknown) => open(() => ({ body: { id: 'x', object: 'thing', customer } }));
const listOf = (...owners: unknown[]) =>
  open(() => ({
    body: {
      object: 'list',
      has_more: false,
      data: owners.map((customer, index) => ({ id: `x_${index}`, customer })),
    },
  }));

type Read = [
  name: string,
  code: string,
  (gateway: CustomerGateway, id: string) => Promise<unknown>,
];

const READS: Read[] = [
  ['sub_12345678', 'subscription-not-found', (our, id) => our.subscriptions.retrieve(id)],
  ['in_12345678', 'invoice-not-found', (our, id) => our.invoices.retrieve(id)],
  ['in_12345678', 'invoice-not-found', (our, id) => our.invoices.retrieveWithPayments(id)],
  ['pm_12345678', 'payment-method-not-found', (our, id) => our.paymentMethods.retrieve(id)],
  ['seti_12345678', 'not-found', (our, id) => our.paymentMethods.retrieveSetupIntent(id)],
];

/** The last one seen is read first: it may not be another's either. */
const CURSOR: Read = [
  'in_12345678',
  'invoice-not-found',
  (our, id) => our.invoices.list({ limit: 1, cursor: id }),
];

describe('what Stripe answers with', () => {
  it.each(READS)('is given out only to its owner: %s', async (id, code, read) => {
    for (const owner of [OURS, { id: OURS }])
      expect(await read(of(owner).gateway, id)).toMatchObject({ customer: owner });
    for (const owner of STRANGERS)
      await expect(read(of(owner).gateway, id)).rejects.toMatchObject({ code });
  });

  it.each([...READS, CURSOR])('is refused alike where there is no %s', async (id, code, read) => {
    const error = { type: 'invalid_request_error', code: 'resource_missing', param: 'id' };
    const { gateway } = open(() => ({ status: 404, body: { error } }));
    await expect(read(gateway, id)).rejects.toMatchObject({ code });
  });

  it.each([...READS, CURSOR])('is not asked for by what is no id: %s', async (id, code, read) => {
    const { gateway, asked } = of(OURS);
    const wrong = ['', '.', '..', `${id}/..`, ` ${id}`, `${id}\n`, 'cus_12345678', id.slice(0, 8)];
    for (const spoilt of wrong) await expect(read(gateway, spoilt)).rejects.toMatchObject({ code });
    expect(asked).toEqual([]);
  });

  it('is a failure, and no answer, where one of a list is another’s', async () => {
    for (const stranger of STRANGERS) {
      const lists = [
        listOf(OURS, stranger).gateway.subscriptions.list(),
        listOf(OURS, stranger).gateway.invoices.list({ limit: 2 }),
        listOf(OURS, stranger).gateway.paymentMethods.list(),
      ];
      for (const list of lists) await expect(list).rejects.toThrow('of another customer');
    }
    const invoices = await listOf(OURS, { id: OURS }).gateway.invoices.list({ limit: 2 });
    expect(invoices).toMatchObject({ data: [{ id: 'x_0' }, { id: 'x_1' }], hasMore: false });
  });

  it('is never written to where it is another’s', async () => {
    const { gateway, asked } = of(OURS);
    for (const stranger of STRANGERS) {
      const theirs = <T>(id: string): T => ({ id, customer: stranger }) as T;
      const writes = [
        gateway.subscriptions.update(theirs('sub_1'), {}, 'key'),
        gateway.subscriptions.cancelNow(theirs('sub_1')),
        gateway.schedules.createFrom(theirs('sub_1'), 'key'),
        gateway.schedules.update(theirs('sub_sched_1'), {}, 'key'),
        gateway.schedules.release(theirs('sub_sched_1'), 'key'),
        gateway.invoices.pay(theirs('in_1'), null, 'key'),
        gateway.invoices.void(theirs('in_1'), 'key'),
        gateway.invoices.preview(theirs('sub_1')),
        gateway.paymentMethods.detach(theirs('pm_1'), 'key'),
      ];
      for (const write of writes) await expect(write).rejects.toThrow('of another customer');
    }
    expect(asked).toEqual([]);
  });

  it('of a subscription that is no id lists no invoices', async () => {
    const { gateway, asked } = listOf();
    await expect(gateway.invoices.list({ limit: 1, subscriptionId: '' })).rejects.toMatchObject({
      code: 'subscription-not-found',
    });
    expect(asked).toEqual([]);
  });
});

describe('a customer', () => {
  it('that Stripe does not know, or has deleted, is not found', async () => {
    const error = { type: 'invalid_request_error', code: 'resource_missing', param: 'id' };
    const gone = [
      open(() => ({ status: 404, body: { error } })),
      open(() => ({ body: { id: OURS, object: 'customer', deleted: true } })),
    ];
    for (const { gateway } of gone)
      await expect(gateway.customer.retrieve()).rejects.toMatchObject({
        code: 'customer-not-found',
      });
  });

  it('finds the codes that are theirs before everybody’s, and no one else’s', async () => {
    const { gateway } = listOf(null, THEIRS, { id: THEIRS }, { id: OURS }, OURS, undefined);
    const found = await gateway.offers.findPromotionCodes('SAVE');
    expect(found.map(({ id }) => id)).toEqual(['x_3', 'x_4', 'x_0', 'x_5']);
  });

  it('is told of prices that are gone as if they had not been asked for', async () => {
    const error = { type: 'invalid_request_error', code: 'resource_missing', param: 'id' };
    const { gateway } = open(({ path }) =>
      path.endsWith('gone') ? { status: 404, body: { error } } : { body: { id: 'price_here' } },
    );
    const found = await gateway.offers.findPrices(['price_gone', 'price_here']);
    expect(found.map(({ id }) => id)).toEqual(['price_here']);
  });

  it('has no next invoice where Stripe says that none is due; other refusals stay refusals', async () => {
    const refuse = (code: string) =>
      open(() => ({ status: 404, body: { error: { type: 'invalid_request_error', code } } }));
    const none = refuse('invoice_upcoming_none').gateway;
    expect(await none.invoices.previewNext()).toBeNull();
    expect(await none.invoices.preview({ id: 'sub_1', customer: OURS } as never)).toBeNull();
    await expect(none.invoices.previewNew({})).rejects.toMatchObject({ code: 'internal' });
    await expect(refuse('other').gateway.invoices.previewNext()).rejects.toMatchObject({
      code: 'internal',
    });
  });
});

describe('a failure at Stripe', () => {
  // The SDK would wait before it tried again.
  const headers = { 'stripe-should-retry': 'false' };
  const body = { error: { type: 'api_error' } };
  const down = () => open(() => ({ status: 500, headers, body })).gateway;

  it('leaves a read unavailable, and a write not known', async () => {
    await expect(down().subscriptions.list()).rejects.toMatchObject({ code: 'stripe-unavailable' });
    await expect(down().customer.retrieve()).rejects.toMatchObject({ code: 'stripe-unavailable' });
    await expect(down().subscriptions.retrieve('sub_12345678')).rejects.toMatchObject({
      code: 'stripe-unavailable',
    });
    await expect(down().paymentMethods.createSetupIntent('key')).rejects.toMatchObject({
      code: 'outcome-unknown',
    });
  });
});
