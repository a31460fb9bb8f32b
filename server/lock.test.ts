import { describe, expect, it, vi } from 'vitest';
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

  it('lasts as long as the work, and not much longer than a process that has died', async () => {
    let time = 0;
    const store = createMemoryStore(() => time);
    vi.useFakeTimers();
    const pass = async (ms: number): Promise<void> => {
      for (let i = 0; i < ms; i += 500) {
        time += 500;
        await vi.advanceTimersByTimeAsync(500);
      }
    };
    const locks = createLocks({ store, onTrouble: ignore });
    const dead = createLocks({
      store: { ...store, extend: () => new Promise(() => {}) },
      onTrouble: ignore,
    });
    const { notes, letGo, doing } = work();
    const a = locks.run('cus_1', doing('a'));
    void dead.run('cus_2', doing('dead'));
    await pass(14_000);
    const early = createLocks({ store, onTrouble: ignore })
      .run('cus_1', doing('b'))
      .catch((error: unknown) => error);
    await pass(3_000);
    expect(await early).toMatchObject({ code: 'intent-in-progress' });
    void locks.run('cus_2', doing('c'));
    await pass(500);
    expect(notes).toEqual(['a begins', 'dead begins', 'c begins']);
    letGo('a');
    await a;
    vi.useRealTimers();
  });

  it.each(['one instance', 'two instances'])(
    'is kept while something is on its way, though the customer was answered: %s',
    async (where) => {
      const store = createMemoryStore();
      const first = createLocks({ store, onTrouble: ignore });
      const second = where === 'one instance' ? first : createLocks({ store, onTrouble: ignore });
      const { notes, letGo, doing } = work();
      const a = first.run('cus_1', async (awaiting) => {
        awaiting(doing('late')());
        return 'a';
      });
      expect(await a).toBe('a');
      const b = second.run('cus_1', doing('b'));
      await new Promise((resolve) => setTimeout(resolve, 120));
      expect(notes).toEqual(['late begins']);
      letGo('late');
      await expect.poll(() => notes).toEqual(['late begins', 'late ends', 'b begins']);
      letGo('b');
      expect(await b).toBe('b');
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

  it('is let go without a store, and says so; another fault is not hidden', async () => {
    const troubles: unknown[] = [];
    const run = (fault: Error) =>
      createLocks({
        store: { ...createMemoryStore(), remove: () => Promise.reject(fault) },
        onTrouble: (error) => troubles.push(error),
      }).run('cus_1', async () => 'done');
    expect(await run(new StoreUnavailable('down'))).toBe('done');
    expect(troubles).toHaveLength(1);
    await expect(run(new Error('a fault'))).rejects.toThrow('a fault');
    expect(troubles).toHaveLength(1);
  });

  it('is not had after a fault of our own', async () => {
    const add = () => Promise.reject(new Error('a fault'));
    const locks = createLocks({ store: { ...createMemoryStore(), add }, onTrouble: ignore });
    await expect(locks.run('cus_1', async () => 'done')).rejects.toThrow('a fault');
  });
});

describe('the lock of one customer without a store', () => {
  function open(waitMs?: number) {
    const add = () => Promise.reject(new StoreUnavailable('down'));
    const store: Store = { ...createMemoryStore(), add };
    return createLocks({ store, onTrouble: ignore, ...(waitMs !== undefined && { waitMs }) });
  }

  it('still lets the changes of one process wait for each other, however many come', async () => {
    const locks = open();
    const { notes, letGo, doing } = work();
    const a = locks.run('cus_1', doing('a'));
    await expect.poll(() => notes).toEqual(['a begins']);
    const b = locks.run('cus_1', doing('b'));
    letGo('a');
    expect(await a).toBe('a');
    await expect.poll(() => notes).toContain('b begins');
    const c = locks.run('cus_1', doing('c'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(notes).toEqual(['a begins', 'a ends', 'b begins']);
    letGo('b');
    await expect.poll(() => notes).toContain('c begins');
    letGo('c');
    expect(await Promise.all([b, c])).toEqual(['b', 'c']);
    expect(notes.indexOf('b ends')).toBeLessThan(notes.indexOf('c begins'));
  });

  it('makes one wait for the work before one that gave up', async () => {
    const locks = open(40);
    const { notes, letGo, doing } = work();
    const a = locks.run('cus_1', doing('a'));
    await expect.poll(() => notes).toEqual(['a begins']);
    await expect(locks.run('cus_1', doing('b'))).rejects.toMatchObject({
      code: 'intent-in-progress',
    });
    await expect(locks.run('cus_1', doing('c'))).rejects.toMatchObject({
      code: 'intent-in-progress',
    });
    letGo('a');
    await a;
    expect(notes).toEqual(['a begins', 'a ends']);
  });
});
