import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Overview } from '../../contract/billing.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { StoreUnavailable, type Store } from '../store/store.ts';
import { createCustomerCache } from './customer-cache.ts';

const N_CUSTOMERS = 2_000;

function open(lifetimeS: number, store: Store = createMemoryStore()) {
  let time = 1_000_000;
  let chance = 7;
  const cache = createCustomerCache({
    store,
    now: () => Math.floor(time),
    portals: ['default'],
    lifetimeS,
    onForgetAll() {},
    onTrouble() {},
    random() {
      chance = (chance * 48_271) % 2_147_483_647;
      return chance / 2_147_483_647;
    },
  });
  return { cache, pass: (seconds: number) => void (time += seconds), seconds: () => time };
}

function overviewOf(text: string): Overview {
  const customer = { id: '', name: text, email: null, preferredLocales: [], balance: null };
  return {
    customer,
    subscriptions: [],
    paymentMethods: [],
    invoices: { data: [], nextCursor: null },
  };
}

describe('what is kept of customers', () => {
  it('asks Stripe for each thing less than twenty times a second: 500 views, 2,000 customers', async () => {
    const { cache, pass, seconds } = open(240);
    const reads = new Map<number, number>();
    const overview = overviewOf('Ada');
    let chance = 11;
    for (let view = 0; view < 500 * 900; view += 1) {
      chance = (chance * 48_271) % 2_147_483_647;
      const customerId = `cus_${chance % N_CUSTOMERS}`;
      await cache.overview({ portal: 'default', customerId }, async () => {
        const span = Math.floor(seconds() / 10);
        reads.set(span, (reads.get(span) ?? 0) + 1);
        return overview;
      });
      pass(1 / 500);
    }
    // The first thirty seconds are those of a server that has just been started.
    const warm = [...reads].slice(3).map(([, count]) => count / 10);
    expect(Math.max(...warm)).toBeLessThan(20);
    expect(warm.reduce((sum, one) => sum + one, 0) / warm.length).toBeLessThan(13);
  }, 60_000);

  it('stays within 256 MB, however many customers come and however much they have', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const { cache } = open(9_999);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let number = 0; number < 30_000; number += 1) {
      const overview = overviewOf(`${number}${'л'.repeat(6_000)}`);
      await cache.overview(
        { portal: 'default', customerId: `cus_${number}` },
        async () => overview,
      );
    }
    collect();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(256 * 1024 * 1024);
    const isKept = async (number: number): Promise<boolean> => {
      let isRead = false;
      await cache.overview({ portal: 'default', customerId: `cus_${number}` }, async () => {
        isRead = true;
        return overviewOf('');
      });
      return !isRead;
    };
    expect(await isKept(20_001)).toBe(true);
    expect(await isKept(1)).toBe(false);
  }, 60_000);

  it('is forgotten, and kept for five seconds only, while the store hangs', async () => {
    const shared = createMemoryStore();
    const trouble = { isHanging: false };
    const { cache, pass } = open(240, {
      ...shared,
      async check() {
        if (trouble.isHanging) throw new StoreUnavailable('It does not answer.');
      },
    });
    let reads = 0;
    const look = async (): Promise<number> => {
      await cache.overview({ portal: 'default', customerId: 'cus_1' }, async () => {
        reads += 1;
        return overviewOf('Ada');
      });
      await Promise.resolve();
      return reads;
    };
    const watch = async (seconds: number): Promise<number> => {
      for (let second = 0; second < seconds; second += 1) {
        await look();
        pass(1);
      }
      return reads;
    };
    expect(await watch(60)).toBe(1);
    trouble.isHanging = true;
    const whileItHangs = (await watch(60)) - 1;
    expect(whileItHangs).toBeGreaterThanOrEqual(60 / 5 - 2);
    trouble.isHanging = false;
    const before = await watch(5);
    expect(await watch(60)).toBe(before);
  });
});
