import { describe, expect, it } from 'vitest';
import { createLocks } from './lock.ts';
import { createMemoryStore } from './store/memory-store.ts';
import { StoreUnavailable, type Store } from './store/store.ts';

const ignore = (): void => {};

/** Work that notes when it begins and ends, and waits in between until it is let go. */
function work() {
  const notes: string[] = [];
  const doors = new Map<string, () => void>();
  return {
    notes,
    letGo: (name: string) => doors.get(name)?.(),
    doing: (name: string) => async () => {
      notes.push(`${name} begins`);
      await new Promise<void>((resolve) => doors.set(name, resolve));
      notes.push(`${name} ends`);
      return name;
    },
  };
}

describe('the lock of one customer', () => {
  it.each(['one instance', 'two instances'])(
    'lets changes wait for each other: %s',
    async (where) => {
      const store = createMemoryStore();
      const first = createLocks({ store, onTrouble: ignore });
      const second = where === 'one instance' ? first : createLocks({ store, onTrouble: ignore });
      const { notes, letGo, doing } = work();
      const a = first.run('cus_1', doing('a'));
      await expect.poll(() => notes).toEqual(['a begins']);
      const b = second.run('cus_1', doing('b'));
      const other = second.run('cus_2', doing('other'));
      await expect.poll(() => notes).toEqual(['a begins', 'other begins']);
      letGo('a');
      await expect.poll(() => notes).toContain('b begins');
      letGo('b');
      letGo('other');
      expect(await Promise.all([a, b, other])).toEqual(['a', 'b', 'other']);
      expect(notes.indexOf('a ends')).toBeLessThan(notes.indexOf('b begins'));
    },
  );

  it.each(['one instance', 'two instances'])(
    'gives up a wait that is too long: %s',
    async (where) => {
      const store = createMemoryStore();
      const first = createLocks({ store, onTrouble: ignore, waitMs: 60 });
      const second =
        where === 'one instance' ? first : createLocks({ store, onTrouble: ignore, waitMs: 60 });
      const { notes, letGo, doing } = work();
      const a = first.run('cus_1', doing('a'));
      await expect.poll(() => notes).toEqual(['a begins']);
      const b = second.run('cus_1', doing('b'));
      await expect(b).rejects.toMatchObject({ code: 'intent-in-progress' });
      const c = first.run('cus_1', async () => 'c');
      letGo('a');
      expect(await Promise.all([a, c])).toEqual(['a', 'c']);
      expect(notes).toEqual(['a begins', 'a ends']);
    },
  );

  it('is free again after a failure', async () => {
    const locks = createLocks({ store: createMemoryStore(), onTrouble: ignore });
    await expect(locks.run('cus_1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await locks.run('cus_1', async () => 'yes')).toBe('yes');
  });

  it('goes on without a store, and says so', async () => {
    const down = () => Promise.reject(new StoreUnavailable('down'));
    const store: Store = { ...createMemoryStore(), add: down, remove: down };
    const troubles: unknown[] = [];
    const locks = createLocks({ store, onTrouble: (error) => troubles.push(error) });
    expect(await locks.run('cus_1', async () => 'done')).toBe('done');
    expect(troubles).toHaveLength(1);
  });
});
