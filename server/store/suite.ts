import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from './store.ts';

/** What every driver promises. `wait` lets the driver's own clock go on by so many milliseconds. */
export function storeSuite(
  name: string,
  open: () => Promise<{ store: Store; wait: (ms: number) => Promise<void> }>,
): void {
  describe(`a store: ${name}`, () => {
    let store: Store;
    let wait: (ms: number) => Promise<void>;
    let count = 0;
    const fresh = (): string => `key-${(count += 1)}`;

    beforeAll(async () => {
      ({ store, wait } = await open());
    });
    afterAll(() => store.stop());

    it('keeps what was set until its time is over', async () => {
      const key = fresh();
      expect(await store.get(key)).toBeNull();
      await store.set(key, 'one', 60);
      await store.set(key, 'two', 60);
      expect(await store.get(key)).toBe('two');
      await wait(90);
      expect(await store.get(key)).toBeNull();
    });

    it('keeps any text as it is', async () => {
      const key = `${fresh()} \n{}:é`;
      const value = '\u0000"\\\u{1F512}\nü';
      await store.set(key, value, 1_000);
      expect(await store.get(key)).toBe(value);
    });

    it('adds once, however many try at the same time', async () => {
      const key = fresh();
      const tries = Array.from({ length: 50 }, (_, index) => store.add(key, `${index}`, 60));
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await store.add(key, 'late', 60)).toBe(false);
      await wait(90);
      expect(await store.add(key, 'next', 60)).toBe(true);
    });

    it('removes only what is still the same', async () => {
      const key = fresh();
      await store.add(key, 'mine', 1_000);
      expect(await store.remove(key, 'another')).toBe(false);
      expect(await store.get(key)).toBe('mine');
      expect(await store.remove(key, 'mine')).toBe(true);
      expect(await store.remove(key, 'mine')).toBe(false);
      expect(await store.get(key)).toBeNull();
    });

    it('prolongs only what is still the same', async () => {
      const key = fresh();
      await store.add(key, 'mine', 120);
      expect(await store.extend(key, 'another', 1_000)).toBe(false);
      expect(await store.extend(key, 'mine', 1_000)).toBe(true);
      await wait(150);
      expect(await store.get(key)).toBe('mine');
      expect(await store.extend(fresh(), 'mine', 1_000)).toBe(false);
    });

    it('tells every listener of a channel what is said there, and nobody else', async () => {
      const [channel, other] = [fresh(), fresh()];
      const heard: string[] = [];
      const hear = (who: string) => (message: string) => void heard.push(`${who} ${message}`);
      await store.subscribe(channel, { hear: hear('first'), line: () => {} });
      await store.subscribe(channel, { hear: hear('second'), line: () => {} });
      await store.subscribe(other, { hear: hear('other'), line: () => {} });
      await store.publish(channel, 'news');
      await expect.poll(() => heard.toSorted()).toEqual(['first news', 'second news']);
    });

    it('answers a check', async () => {
      await expect(store.check()).resolves.toBeUndefined();
    });
  });
}
