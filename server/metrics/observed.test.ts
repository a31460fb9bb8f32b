import { describe, expect, it } from 'vitest';
import { createCustomerCache } from '../cache/customer-cache.ts';
import { createLocks } from '../lock.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { noMeter, type Meter } from './meter.ts';
import { observedAsk, observedCache, observedLocks } from './observed.ts';

/** What a meter was told, in order. */
function recording(): { meter: Meter; told: unknown[][] } {
  const told: unknown[][] = [];
  const meter: Meter = {
    ...noMeter,
    stripeCall: (...all) => void told.push(all),
    kept: (...all) => void told.push(all),
    lockWait: (...all) => void told.push(all),
  };
  return { meter, told };
}

const question = (method: string, path: string) => ({
  method,
  url: `https://api.stripe.com/v1/${path}`,
  headers: {},
  body: undefined,
  timeoutMs: 1_000,
});

describe('a call to Stripe that is observed', () => {
  it.each([
    ['GET', 'customers/cus_abcdefghijklmn', '/customers/:id'],
    ['GET', 'customers?email=ada%40example.com', '/customers'],
    ['GET', 'customers/cus_1/payment_methods?limit=100', '/customers/:id/payment_methods'],
    ['DELETE', 'subscriptions/sub_lowercaseonly', '/subscriptions/:id'],
    ['POST', 'invoices/create_preview', '/invoices/create_preview'],
    ['POST', 'invoices/in_1/pay', '/invoices/:id/pay'],
    ['POST', 'subscription_schedules/sub_sched_a/release', '/subscription_schedules/:id/release'],
    ['GET', 'setup_intents/seti_a', '/setup_intents/:id'],
  ])('is counted by its endpoint, without an id: %s %s', async (method, path, endpoint) => {
    const { meter, told } = recording();
    const answer = { status: 200, headers: {}, text: '{}' };
    const ask = observedAsk(async () => answer, meter);
    expect(await ask(question(method, path))).toBe(answer);
    expect(told).toEqual([[`${method} ${endpoint}`, 200, expect.any(Number)]]);
  });

  it('counts as status 0 where no answer came, and fails as before', async () => {
    const { meter, told } = recording();
    const ask = observedAsk(() => Promise.reject(new Error('broken')), meter);
    await expect(ask(question('GET', 'prices'))).rejects.toThrow('broken');
    expect(told).toEqual([['GET /prices', 0, expect.any(Number)]]);
  });
});

describe('a lock that is observed', () => {
  it('tells how long a change waited, not how long it took, and nothing of one that gave up', async () => {
    const { meter, told } = recording();
    const store = createMemoryStore();
    const locks = observedLocks(createLocks({ store, onTrouble() {}, waitMs: 40 }), meter);
    const doors: (() => void)[] = [];
    const first = locks.run('cus_1', () => new Promise<void>((resolve) => doors.push(resolve)));
    const second = locks.run('cus_1', async () => {});
    await expect(second).rejects.toMatchObject({ code: 'intent-in-progress' });
    for (const open of doors) open();
    await first;
    expect(told).toHaveLength(1);
    expect(told[0]?.[0]).toBeLessThan(40);
  });
});

describe('a cache that is observed', () => {
  it('tells what had to be read, and that is not less than what was read', async () => {
    const { meter, told } = recording();
    const options = { store: createMemoryStore(), now: () => 1_000_000, portals: ['default'] };
    const cache = createCustomerCache({
      ...options,
      lifetimeS: 100,
      onForgetAll() {},
      onTrouble() {},
    });
    const observed = observedCache(cache, meter);
    const read = async (): Promise<string> => 'cus_1';
    expect(await observed.customerId('ada@example.com', read)).toBe('cus_1');
    expect(await observed.customerId('ada@example.com', read)).toBe('cus_1');
    await observed.forgetEmails();
    const failing = observed.customerId('ada@example.com', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(told).toEqual([
      ['customer-id', false],
      ['customer-id', true],
      ['customer-id', false],
    ]);
  });
});
