import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOwnPlaces } from './own-places.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Works that end when they are told to. */
function open() {
  const own = createOwnPlaces({ places: 2, waiting: 2, waitMs: 500 });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const begin = (key: string, name: string): Promise<string> =>
    own(key, () => {
      begun.push(name);
      return new Promise((resolve) => ends.set(name, () => resolve(name)));
    });
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { own, begun, begin, end };
}

const BUSY = { code: 'busy', details: { retryAfterS: 1 } };

describe('places of one’s own', () => {
  it('are so many for each, whatever the others have', async () => {
    const { begun, begin } = open();
    for (const name of ['a1', 'a2', 'a3', 'b1', 'b2', 'b3']) {
      begin(name.slice(0, 1), name).catch(() => {});
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual(['a1', 'a2', 'b1', 'b2']);
  });

  it('are waited for by a few, in order', async () => {
    const { begun, begin, end } = open();
    const all = ['1', '2', '3', '4'].map((name) => begin('a', name));
    await expect(begin('a', '5')).rejects.toMatchObject(BUSY);
    await end('2');
    expect(begun).toEqual(['1', '2', '3']);
    await end('1');
    expect(begun).toEqual(['1', '2', '3', '4']);
    await vi.advanceTimersByTimeAsync(9_999);
    await end('3');
    await end('4');
    expect(await Promise.all(all)).toEqual(['1', '2', '3', '4']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are waited for no longer than said, and then nothing is begun', async () => {
    const { begun, begin, end } = open();
    const first = [begin('a', '1'), begin('a', '2')];
    const late = begin('a', '3').catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(499);
    const later = begin('a', '4');
    await vi.advanceTimersByTimeAsync(1);
    expect(await late).toMatchObject(BUSY);
    await end('1');
    expect(begun).toEqual(['1', '2', '4']);
    await Promise.all([end('2'), end('4')]);
    expect(await Promise.all([...first, later])).toEqual(['1', '2', '4']);
  });

  it('are there again after work that failed', async () => {
    const { own, begun, begin } = open();
    for (const _ of [1, 2, 3]) {
      await expect(own('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    }
    for (const name of ['1', '2', '3']) begin('a', name).catch(() => {});
    await vi.advanceTimersByTimeAsync(0);
    expect(begun).toEqual(['1', '2']);
  });
});
