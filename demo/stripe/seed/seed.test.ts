import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { stripeOn } from '../sdk.ts';
import { createStripeSimulator } from '../simulator.ts';
import { START } from '../testing/stage.ts';
import { playSeed } from './play-seed.ts';
import { parseSeed } from './seed-entry.ts';

async function play(entries: unknown) {
  const simulator = createStripeSimulator({ now: () => START });
  const answers = await playSeed(simulator, parseSeed(JSON.stringify(entries)));
  return { simulator, stripe: stripeOn(simulator), answers };
}

describe('a seed', () => {
  it('does its calls in order, with what earlier ones answered', async () => {
    const { stripe } = await play([
      { call: 'POST /v1/customers', as: 'ada', params: { email: 'ada@example.com' } },
      { call: 'POST /v1/customers/$ada.id', params: { metadata: { same: '$ada.email' } } },
      { call: 'POST /v1/customers/$ada.id', params: { name: '$$5', phone: null } },
      { call: 'GET /v1/customers', params: { limit: 1 } },
    ]);
    const { data } = await stripe.customers.list();
    expect(data).toMatchObject([{ name: '$5', metadata: { same: 'ada@example.com' } }]);
  });

  it('moves time by spans of the calendar, and first of all to a moment', async () => {
    const { simulator } = await play([
      { advance: { to: '2026-01-31T12:00:00Z' } },
      { advance: { months: 1, days: 1, hours: 2, minutes: 3, seconds: 4 } },
    ]);
    expect(new Date(simulator.now() * 1000).toISOString()).toBe('2026-03-01T14:03:04.000Z');
  });

  it('that comes as an example ends with a renewal that was declined', async () => {
    const text = await readFile(new URL('example.json', import.meta.url), 'utf8');
    const { stripe, simulator } = await play(JSON.parse(text));
    expect(new Date(simulator.now() * 1000).toISOString()).toBe('2026-03-10T12:00:00.000Z');
    const { data } = await stripe.subscriptions.list({ expand: ['data.latest_invoice'] });
    expect(data).toMatchObject([{ status: 'past_due', latest_invoice: { status: 'open' } }]);
  });
});

describe('a seed that cannot be played', () => {
  const customer = { call: 'POST /v1/customers', as: 'ada' };
  it.each<[string, unknown, string]>([
    ['no list', {}, 'A seed is a list'],
    ['no entry', ['x'], 'Entry 1: an entry is an object'],
    ['a word too much', [{ ...customer, at: 1 }], 'Entry 1: "at" is not known here.'],
    ['no path', [customer, { call: 'customers' }], 'Entry 2: "call" is a method and a path'],
    ['a strange name', [{ ...customer, as: 'a b' }], 'Entry 1: "as" is a name'],
    ['no span', [{ advance: { weeks: 1 } }], 'Entry 1: "weeks" is not one of months, days'],
    ['a span back', [{ advance: { days: -1 } }], 'Entry 1: "days" is a whole number'],
    ['no moment', [{ advance: { to: 'soon' } }], 'Entry 1: "to" is a moment'],
    [
      'time that goes back',
      [customer, { advance: { to: 1 } }],
      'Entry 2 (advance): Time goes back only while the account is empty.',
    ],
    [
      'a reference to nobody',
      [customer, { call: 'POST /v1/customers/$eve.id' }],
      'Entry 2 (POST /v1/customers/$eve.id): Nothing before it is called "eve".',
    ],
    [
      'a reference to nothing',
      [customer, { call: 'POST /v1/customers', params: { name: '$ada.nickname' } }],
      'Entry 2 (POST /v1/customers): There is no $ada.nickname.',
    ],
    [
      'half a reference',
      [{ ...customer, params: { name: '$ada' } }],
      'Entry 1 (POST /v1/customers): $ada is not a reference',
    ],
    [
      'a call that is refused',
      [{ ...customer, params: { colour: 'red' } }],
      'Entry 1 (POST /v1/customers): 400 Received unknown parameter: colour',
    ],
  ])('says which entry and why: %s', async (_, entries, message) => {
    await expect(play(entries)).rejects.toThrow(message);
  });

  it('says that it is not JSON', () => {
    expect(() => parseSeed('[{]')).toThrow('This is not JSON');
  });
});
