import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../raw-body.ts';
import { deliveryOf, WEBHOOK_SECRET, type TestDelivery } from '../testing/deliver.ts';
import { NOW } from '../testing/now.ts';
import { createWebhookReader, type Reading } from './webhook.ts';

const NEW_SECRET = 'whsec_theOneThatTakesItsPlace';
const isRead = { count: 0 };
const readers = {
  test: createWebhookReader({
    secrets: [WEBHOOK_SECRET, NEW_SECRET],
    mode: 'test',
    now: () => NOW,
  }),
  live: createWebhookReader({ secrets: [WEBHOOK_SECRET], mode: 'live', now: () => NOW }),
};

async function read(
  delivery: TestDelivery = {},
  mode: keyof typeof readers = 'test',
): Promise<Reading> {
  const request = await deliveryOf(delivery);
  return readers[mode]({
    signature: request.headers.get('stripe-signature') ?? '',
    readBody() {
      isRead.count += 1;
      return readBytes(request, 10_000);
    },
  });
}

describe('a delivery of Stripe', () => {
  it('is read as what it is about, and nothing more', async () => {
    expect(await read()).toEqual({
      verdict: 'news',
      news: {
        eventId: 'evt_1',
        type: 'invoice.paid',
        createdAt: 0,
        customerIds: ['cus_12345678'],
        lostPaymentMethodId: null,
        isAboutEmails: false,
        isAboutAll: false,
      },
    });
  });

  it.each([-300, -1, 0, 1, 300])('is taken %i seconds from now', async (seconds) => {
    expect(await read({ at: NOW + seconds })).toMatchObject({ verdict: 'news' });
  });

  it.each([-86_400, -301, 301, 86_400])('is refused %i seconds from now', async (seconds) => {
    isRead.count = 0;
    expect(await read({ at: NOW + seconds })).toMatchObject({ verdict: 'refused' });
    expect(isRead.count).toBe(0);
  });

  it.each<[string, TestDelivery]>([
    ['another secret', { secrets: ['whsec_anotherEndpoints'] }],
    ['no signature', { header: () => '' }],
    ['no time', { header: (signed) => signed.replace(/t=\d+,/, '') }],
    ['two times', { header: (signed) => `t=${NOW},${signed}` }],
    ['another time', { header: (signed) => signed.replace(/t=\d+/, `t=${NOW - 1}`) }],
    ['a time that is no number', { header: (signed) => signed.replace(/t=(\d+)/, 't=$1x') }],
    ['a time inside another word', { header: (signed) => signed.replace(/t=/, 'not=') }],
    ['only the older scheme', { header: (signed) => signed.replace('v1=', 'v0=') }],
    ['a proof in upper case', { header: (signed) => `${signed.slice(0, -4)}ABCD` }],
    ['too long a header', { header: (signed) => `${signed}${',v0=abc'.repeat(300)}` }],
    ['too many proofs', { header: (signed) => signed + `,v1=${'0'.repeat(64)}`.repeat(20) }],
    ['no JSON', { body: 'id=evt_1' }],
    ['a list', { body: '[]' }],
  ])('is refused with %s', async (_, delivery) => {
    expect(await read(delivery)).toMatchObject({
      verdict: 'refused',
      why: expect.stringMatching(/^Is STRIPE_WEBHOOK_SECRET that|^It is not a JSON object/),
    });
  });

  it('is taken while the secret is being replaced, whichever is the old one', async () => {
    const others = ['whsec_onlyStripeKnowsThis'];
    for (const secrets of [[NEW_SECRET], [...others, NEW_SECRET], [WEBHOOK_SECRET, ...others]]) {
      expect(await read({ secrets })).toMatchObject({ verdict: 'news' });
    }
  });

  it('is taken with a proof of an older scheme beside', async () => {
    const header = (signed: string): string => `${signed},v0=6ffbb59b2300aae63f272406069a9788`;
    expect(await read({ header })).toMatchObject({ verdict: 'news' });
  });

  it.each<[string, object, string]>([
    ['of a kind without contents', { object: 'v2.core.event', data: undefined }, 'a kind of event'],
    ['of live mode', { livemode: true }, 'it is of the other mode'],
    ['of no mode', { livemode: 'false' }, 'it is of the other mode'],
    ['of a connected account', { account: 'acct_1' }, 'it is of another account'],
    ['of another account of an organization', { context: 'acct_1' }, 'it is of another account'],
    ['of no version', { api_version: null }, 'an API version that is not known'],
    ['of a version that is none', { api_version: 'latest' }, 'an API version'],
    ['of a list of versions', { api_version: ['2026-10-28'] }, 'an API version'],
    ['of a version with more before', { api_version: 'x2026-10-28' }, 'an API version'],
    ['of a version with more behind', { api_version: '2026-10-28.endive!' }, 'an API version'],
    ['of a type that is a list', { type: ['invoice.paid'] }, 'a type that is none'],
    ['of no type', { type: null }, 'a type that is none'],
    ['of a type with more before', { type: '!invoice.paid' }, 'a type that is none'],
    ['of a type with more behind', { type: 'invoice.paid!' }, 'a type that is none'],
    ['of a type that is too long', { type: 'a'.repeat(102) }, 'a type that is none'],
  ])('is taken and ignored if it is %s', async (_, event, why) => {
    const ignored = { verdict: 'ignored', why: expect.stringContaining(why), eventId: 'evt_1' };
    expect(await read({ event })).toEqual(ignored);
  });

  it.each<[unknown, string]>([
    [7, ''],
    [['evt_1'], ''],
    [undefined, ''],
    ['evt_../1', 'evt_../1'],
    ['evt_', 'evt_'],
    ['xevt_1', 'xevt_1'],
    ['evt_1!', 'evt_1!'],
    [`evt_${'1'.repeat(101)}`, `evt_${'1'.repeat(96)}`],
  ])('is taken and ignored if its id is %j, and the log is told no more', async (id, eventId) => {
    const why = 'an id that is not known';
    expect(await read({ event: { id } })).toEqual({ verdict: 'ignored', why, eventId });
  });

  it.each<[string, object]>([
    ['a long id', { id: `evt_${'1'.repeat(100)}` }],
    ['a version of the old kind', { api_version: '2020-08-27' }],
    ['no account, in every spelling of it', { account: null, context: '' }],
    ['the longest type', { type: 'a'.repeat(101) }],
  ])('may have %s', async (_, event) => {
    expect(await read({ event })).toMatchObject({ verdict: 'news' });
  });

  it.each(['null', '7', '"text"', 'true', '[]', '', '\ufeff{}'])(
    'is refused if it is %j, though it is signed',
    async (body) => {
      expect(await read({ body })).toEqual({ verdict: 'refused', why: 'It is not a JSON object.' });
    },
  );

  it('is refused if it is not UTF-8, though it is signed', async () => {
    const body = Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    const mac = createHmac('sha256', WEBHOOK_SECRET).update(`${NOW}.`).update(body).digest('hex');
    const signature = `t=${NOW},v1=${mac}`;
    const reading = await readers.test({ signature, readBody: async () => body });
    expect(reading).toEqual({ verdict: 'refused', why: 'It is not a JSON object.' });
  });

  it('is of this mode', async () => {
    expect(await read({}, 'live')).toMatchObject({ verdict: 'ignored' });
    expect(await read({ event: { livemode: true } }, 'live')).toMatchObject({ verdict: 'news' });
  });
});
