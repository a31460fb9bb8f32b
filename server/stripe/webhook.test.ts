import { describe, expect, it } from 'vitest';
import { setWire } from '../testing/wire.ts';
import { readEvent } from './webhook.ts';

const SECRET = 'whsec_thisEndpointsOwnSecret';
const NOW = 1_790_000_000;
const { stripe } = setWire(() => ({ body: {} }));

interface Delivery {
  event?: object;
  at?: number;
  secret?: string;
  spoil?: (signature: string) => string;
}

async function read({ event = {}, at = NOW, secret = SECRET, spoil = (as) => as }: Delivery = {}) {
  const body = JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'invoice.paid',
    livemode: false,
    data: { object: { object: 'invoice', id: 'in_1', customer: 'cus_12345678' } },
    ...event,
  });
  const signed = await stripe.webhooks.generateTestHeaderStringAsync({
    payload: body,
    secret,
    timestamp: at,
  });
  return readEvent(stripe, { body, signature: spoil(signed), secret: SECRET }, NOW);
}

describe('a delivery of Stripe', () => {
  it('is read as what it is about, and nothing more', async () => {
    expect(await read()).toEqual({
      id: 'evt_1',
      type: 'invoice.paid',
      isLive: false,
      customerId: 'cus_12345678',
    });
    expect(await read({ event: { livemode: true } })).toMatchObject({ isLive: true });
  });

  it.each([-300, -1, 0, 1, 300])('is taken %i seconds from now', async (seconds) => {
    expect(await read({ at: NOW + seconds })).not.toBeNull();
  });

  it.each([-86_400, -301, 301, 86_400])('is refused %i seconds from now', async (seconds) => {
    expect(await read({ at: NOW + seconds })).toBeNull();
  });

  it.each<[string, Delivery]>([
    ['another secret', { secret: 'whsec_anotherEndpoints' }],
    ['no signature', { spoil: () => '' }],
    ['no time', { spoil: (signed) => signed.replace(/t=\d+,/, '') }],
    ['another time', { spoil: (signed) => signed.replace(/t=\d+/, `t=${NOW - 1}`) }],
    ['a time that is no number', { spoil: (signed) => signed.replace(/t=(\d+)/, 't=$1x') }],
    ['a time inside another word', { spoil: (signed) => signed.replace(/t=/, 'not=') }],
    ['only the older scheme', { spoil: (signed) => signed.replace('v1=', 'v0=') }],
  ])('is refused with %s', async (_, delivery) => {
    expect(await read(delivery)).toBeNull();
  });

  it('is taken while the secret is being replaced: with several signatures', async () => {
    const wrong = 'v1='.concat('0'.repeat(64));
    expect(await read({ spoil: (signed) => `${signed},${wrong}` })).not.toBeNull();
  });

  it.each<[string, object, string | null]>([
    ['an id', { object: 'invoice', customer: 'cus_12345678' }, 'cus_12345678'],
    ['an object', { object: 'invoice', customer: { id: 'cus_12345678' } }, 'cus_12345678'],
    ['itself', { object: 'customer', id: 'cus_12345678' }, 'cus_12345678'],
    ['nobody', { object: 'price', id: 'price_1' }, null],
    ['null', { object: 'invoice', customer: null }, null],
    ['what is no id', { object: 'invoice', customer: '../cus_12345678' }, null],
    ['a number', { object: 'invoice', customer: 12_345_678 }, null],
    ['an object without one', { object: 'invoice', customer: { name: 'cus_12345678' } }, null],
  ])('is about whom it names as %s', async (_, object, customerId) => {
    expect(await read({ event: { data: { object } } })).toMatchObject({ customerId });
  });

  it('that carries nothing is about nobody', async () => {
    expect(await read({ event: { data: undefined } })).toMatchObject({ customerId: null });
  });
});
