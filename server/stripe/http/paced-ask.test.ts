import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Question } from './ask.ts';
import { createPacedAsk } from './paced-ask.ts';

const question = (path: string): Question => ({
  url: `https://api.stripe.com/v1${path}`,
  method: 'GET',
  headers: {},
  body: undefined,
  timeoutMs: 6_500,
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

function open(perSecond: number, perSecondInAll = 9_999) {
  const asked: { atMs: number; timeoutMs: number }[] = [];
  const ask = createPacedAsk(
    async ({ timeoutMs }) => {
      asked.push({ atMs: performance.now(), timeoutMs });
      return { status: 200, headers: {}, text: '{}' };
    },
    { perSecond, perSecondInAll },
  );
  const begunMs = performance.now();
  const at = () => asked.map(({ atMs }) => Math.round(atMs - begunMs));
  return { ask, asked, at };
}

/** Timers know no part of a millisecond. */
const inTens = (times: number[]): number[] => times.map((one) => Math.round(one / 10) * 10);

describe('a paced ask', () => {
  it('lets a few through at once, then so many a second, in order', async () => {
    const { ask, at } = open(20);
    const all = Promise.all(Array.from({ length: 9 }, () => ask(question('/customers/cus_1'))));
    await vi.runAllTimersAsync();
    expect((await all).every(({ status }) => status === 200)).toBe(true);
    expect(at()).toEqual([0, 0, 0, 0, 0, 50, 100, 150, 200]);
  });

  it('never has more than 25 in any second on an endpoint, whoever they are about', async () => {
    const { ask, at } = open(20);
    for (let call = 0; call < 200; call += 1) void ask(question(`/customers/cus_A${call}`));
    await vi.runAllTimersAsync();
    const times = at();
    for (const from of times) {
      expect(times.filter((one) => one >= from && one < from + 1_000).length).toBeLessThan(26);
    }
  });

  it('counts each endpoint by itself', async () => {
    const { ask, at } = open(20);
    for (let call = 0; call < 5; call += 1) {
      void ask(question('/customers/cus_1'));
      void ask(question('/subscriptions'));
    }
    await vi.runAllTimersAsync();
    expect(at()).toEqual(Array.from({ length: 10 }, () => 0));
  });

  it('counts all of them together too', async () => {
    const { ask, at } = open(20, 20);
    for (let call = 0; call < 4; call += 1) {
      void ask(question('/customers/cus_1'));
      void ask(question('/subscriptions'));
    }
    await vi.runAllTimersAsync();
    expect(inTens(at())).toEqual([0, 0, 0, 0, 0, 60, 110, 170]);
  });

  it('lets a change go first, also where readings wait or are refused', async () => {
    const { ask, at } = open(9_999, 20);
    for (let call = 0; call < 100; call += 1) void ask(question('/customers/cus_1'));
    const before = at().length;
    const writes = ['/subscriptions/sub_1', '/invoices/in_1/pay', '/customers/cus_1'];
    const answers = writes.map((path) => ask({ ...question(path), method: 'POST' }));
    const answer = ask({ ...question('/payment_methods/pm_1/detach'), method: 'DELETE' });
    expect((await ask({ ...question('/invoices/create_preview'), method: 'POST' })).status).toBe(
      429,
    );
    expect((await ask(question('/customers/cus_1'))).status).toBe(429);
    expect(at().length).toBe(before + 1);
    await vi.advanceTimersByTimeAsync(1_500);
    expect((await Promise.all([...answers, answer])).map(({ status }) => status)).toEqual(
      Array.from({ length: 4 }, () => 200),
    );
  });

  it('gives changes all turns that nobody else takes', async () => {
    const { ask, at } = open(9_999, 20);
    for (let call = 0; call < 9; call += 1) {
      void ask({ ...question('/subscriptions'), method: 'POST' });
    }
    await vi.runAllTimersAsync();
    expect(inTens(at())).toEqual([0, 0, 0, 0, 0, 0, 60, 110, 170]);
  });

  it.each([
    [20, 25],
    [80, 100],
  ])('at %d in all never has more than %d in any second, reads and writes', async (pace, most) => {
    const { ask, at } = open(9_999, pace);
    for (let round = 0; round < 400; round += 1) {
      const calls = round % 20 === 0 ? pace : 1;
      for (let call = 0; call < calls; call += 1) {
        void ask({ ...question('/subscriptions'), method: call % 3 === 0 ? 'POST' : 'GET' });
      }
      await vi.advanceTimersByTimeAsync(13);
    }
    await vi.runAllTimersAsync();
    const times = at();
    const inSecond = times.map(
      (from) => times.filter((one) => one >= from && one < from + 1_000).length,
    );
    expect(Math.max(...inSecond)).toBeLessThanOrEqual(most);
    expect(Math.max(...inSecond)).toBeGreaterThan(pace);
  });

  it('takes the wait off the time of the call, and refuses at once what would wait too long', async () => {
    const { ask, asked } = open(20);
    const answers = Array.from({ length: 80 }, () => ask(question('/customers/cus_1')));
    const last = await answers.at(-1);
    expect(last?.status).toBe(429);
    expect(asked.length).toBe(5);
    await vi.runAllTimersAsync();
    expect(asked.length).toBe(65);
    expect(asked.at(-1)?.timeoutMs).toBe(3_500);
  });

  it('once it was too much lets several in at a time, so that whole views get through', async () => {
    const { ask, at } = open(9_999, 20);
    const views: Promise<boolean>[] = [];
    for (let view = 0; view < 300; view += 1) {
      const calls = ['customers/cus_1', 'subscriptions', 'invoices', 'prices', 'products'];
      const answers = Promise.all(calls.map((path) => ask(question(`/${path}`))));
      views.push(answers.then((all) => all.every(({ status }) => status === 200)));
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.runAllTimersAsync();
    const whole = (await Promise.all(views)).filter(Boolean).length;
    expect(at().length).toBeGreaterThan(150);
    expect(whole * 5).toBeGreaterThan(at().length * 0.8);
  });

  it('has forgotten all of it a little later', async () => {
    const { ask, at } = open(20);
    for (let call = 0; call < 80; call += 1) void ask(question('/customers/cus_1'));
    await vi.runAllTimersAsync();
    const before = at().length;
    await vi.advanceTimersByTimeAsync(1_000);
    for (let call = 0; call < 5; call += 1) void ask(question('/customers/cus_1'));
    expect(at().length).toBe(before + 5);
  });
});
