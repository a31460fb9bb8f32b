import { describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { createCatalogueCache, type Catalogue } from './catalogue.ts';
import { createStripeClient } from './client.ts';

const ids = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${kind}_${count - index}`);

/** A Stripe that sells so many things, whose answers can be held back, and which can fail. */
function open({ products = 1, prices = 1 } = {}) {
  const state = { time: 1_000_000, isFailing: false, reads: 0, pages: 0, most: 0 };
  const held: (() => void)[] = [];
  let isHolding = false;
  const log: string[] = [];
  const things = { '/v1/products': ids('prod', products), '/v1/prices': ids('price', prices) };
  const stripe = createStripeClient({
    secretKey: 'sk_test_catalogue',
    async ask({ url }) {
      const { pathname, searchParams } = new URL(url);
      const all = pathname === '/v1/prices' ? things['/v1/prices'] : things['/v1/products'];
      const after = searchParams.get('starting_after');
      const begin = after === null ? 0 : all.indexOf(after) + 1;
      state.pages += 1;
      if (begin === 0 && pathname === '/v1/products') state.reads += 1;
      const page = all.slice(begin, begin + 100).map((id) => ({ id, name: `Name ${state.reads}` }));
      const hasMore = begin + 100 < all.length;
      // Held back after it was made, as an answer is that is slow on its way.
      if (isHolding) await new Promise<void>((resolve) => held.push(resolve));
      const failure = { error: { type: 'invalid_request_error', message: 'no' } };
      const list = { object: 'list', data: page, has_more: hasMore };
      return {
        status: state.isFailing ? 400 : 200,
        headers: { 'request-id': 'req_1' },
        text: JSON.stringify(state.isFailing ? failure : list),
      };
    },
  });
  const cache = createCatalogueCache(stripe, {
    now: () => state.time,
    log: createLog((line) => log.push(line)),
  });
  return {
    state,
    cache,
    lines: () => log.map((line) => JSON.parse(line)),
    pass: (seconds: number) => void (state.time += seconds),
    hold: () => void (isHolding = true),
    /** What has been held back till now: all of it, or that of one reading. */
    letGo: (reading?: number): void => {
      if (reading === undefined) isHolding = false;
      const chosen = reading === undefined ? held : held.slice(2 * reading, 2 * reading + 2);
      for (const go of chosen) go();
    },
    /** Which reading it is of. */
    look: async (): Promise<string> => nameIn(await cache.get()),
  };
}

const nameIn = ({ products }: Catalogue): string => products.get('prod_1')?.name ?? '';
/** What is begun without being waited for has then ended. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('the catalogue', () => {
  it('is read once, however many ask, and kept', async () => {
    const { state, look, pass } = open();
    await Promise.all(Array.from({ length: 50 }, look));
    pass(239);
    expect(await look()).toBe('Name 1');
    expect(state.reads).toBe(1);
  });

  it('is read again by one after four minutes, and nobody waits for it', async () => {
    const { state, look, pass, hold, letGo } = open();
    await look();
    pass(240);
    hold();
    expect(await Promise.all([look(), look()])).toEqual(['Name 1', 'Name 1']);
    letGo();
    await settled();
    expect(await look()).toBe('Name 2');
    expect(state.reads).toBe(2);
  });

  it('is never older than five minutes, however long nobody asked', async () => {
    const { look, pass } = open();
    await look();
    pass(300);
    expect(await look()).toBe('Name 2');
  });

  it('waits for the new one after news, and does not keep what was read before them', async () => {
    const { cache, look, hold, letGo } = open();
    hold();
    const early = look();
    await settled();
    cache.invalidate();
    const late = look();
    await settled();
    letGo(1);
    expect(await late).toBe('Name 2');
    letGo();
    expect(await early).toBe('Name 1');
    expect(await look()).toBe('Name 2');
  });

  it('goes on with the old one for an hour while Stripe fails, and says so', async () => {
    const { state, look, pass, lines } = open();
    await look();
    state.isFailing = true;
    for (let minute = 0; minute < 59; minute += 1) {
      pass(60);
      expect(await look()).toBe('Name 1');
    }
    expect(lines().at(-1)).toMatchObject({
      level: 'warn',
      event: 'catalogue not read',
      advice: 'The old one is used.',
    });
    pass(60);
    await expect(look()).rejects.toMatchObject({ code: 'internal' });
    state.isFailing = false;
    expect(await look()).toMatch(/^Name (?!1$)/);
  });

  it('is asked for once in ten seconds while Stripe fails, also after news', async () => {
    const { state, cache, look, pass } = open();
    await look();
    state.isFailing = true;
    cache.invalidate();
    for (let second = 0; second < 20; second += 1) {
      expect(await look()).toBe('Name 1');
      pass(1);
    }
    expect(state.reads).toBe(3);
    state.isFailing = false;
    expect(await look()).toBe('Name 4');
  });

  it('says where there is none at all, and is there as soon as Stripe is', async () => {
    const { state, look, lines } = open();
    state.isFailing = true;
    await expect(look()).rejects.toMatchObject({ code: 'internal' });
    expect(lines()).toMatchObject([{ event: 'catalogue not read', advice: 'There is none.' }]);
    state.isFailing = false;
    expect(await look()).toBe('Name 2');
  });

  it('does not wait for a reading that never ends', async () => {
    const { look, pass, hold, letGo } = open();
    hold();
    const lost = look();
    await settled();
    pass(20);
    const next = look();
    await settled();
    letGo(1);
    expect(await next).toBe('Name 2');
    letGo();
    expect(await lost).toBe('Name 1');
    expect(await look()).toBe('Name 2');
  });

  it('is kept even where each reading takes longer than is waited for', async () => {
    const { state, look, pass, hold, letGo } = open();
    hold();
    const first = look();
    await settled();
    pass(21);
    const second = look();
    await settled();
    letGo(0);
    expect(await first).toBe('Name 1');
    pass(1);
    expect(await look()).toBe('Name 1');
    letGo();
    await second;
    expect(await look()).toBe('Name 2');
    expect(state.reads).toBe(2);
  });

  it('has whatever an account sells, page after page', async () => {
    const { cache, lines, state } = open({ products: 1_001, prices: 1_234 });
    const { products, prices } = await cache.get();
    expect([products.size, prices.size]).toEqual([1_001, 1_234]);
    expect(state.pages).toBe(11 + 13);
    expect(lines()).toEqual([]);
  });

  it('is cut where there is more than anybody chooses from: the oldest go, and the owner is told', async () => {
    const { cache, lines, state } = open({ products: 5_200, prices: 6_000 });
    const { products, prices } = await cache.get();
    expect([products.size, prices.size]).toEqual([5_000, 5_000]);
    expect(state.pages).toBe(50 + 50);
    expect([prices.has('price_6000'), prices.has('price_1000')]).toEqual([true, false]);
    expect(lines()).toMatchObject(
      [
        { event: 'catalogue cut', part: 'products', count: 5_000, advice: /name/ },
        { event: 'catalogue cut', part: 'prices', count: 5_000, advice: /Archive/ },
      ].map((line) => ({ ...line, advice: expect.stringMatching(line.advice) })),
    );
  });
});
