import { describe, expect, it } from 'vitest';
import { createKept, type Reading } from './kept.ts';

function open(maxBytes = 1_000) {
  let time = 100;
  let reads = 0;
  const kept = createKept<string>({ maxBytes, now: () => time });
  const read =
    (value: string, lifetime = 10, bytes = 100) =>
    async (): Promise<Reading<string>> => {
      reads += 1;
      return { value, until: time + lifetime, bytes };
    };
  return { kept, read, reads: () => reads, pass: (seconds: number) => void (time += seconds) };
}

describe('a bounded memory of readings', () => {
  it('reads once until the time is over', async () => {
    const { kept, read, reads, pass } = open();
    expect(await kept.get('a', read('one'))).toBe('one');
    pass(9);
    expect(await kept.get('a', read('two'))).toBe('one');
    pass(1);
    expect(await kept.get('a', read('two'))).toBe('two');
    expect(reads()).toBe(2);
  });

  it('reads once for all who ask at the same time', async () => {
    const { kept, read, reads } = open();
    const answers = Array.from({ length: 300 }, () => kept.get('a', read('one')));
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['one']));
    expect(reads()).toBe(1);
  });

  it('keeps no failure', async () => {
    const { kept, read } = open();
    await expect(kept.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await kept.get('a', read('one'))).toBe('one');
  });

  it('does not keep what was being read when it was forgotten', async () => {
    const { kept, read } = open();
    let finish = (): void => {};
    const slow = kept.get('a', async () => {
      await new Promise<void>((resolve) => (finish = resolve));
      return { value: 'old', until: 1_000, bytes: 100 };
    });
    kept.forget('a');
    expect(await kept.get('a', read('new'))).toBe('new');
    finish();
    expect(await slow).toBe('old');
    expect(await kept.get('a', read('newer'))).toBe('new');
  });

  it('lets the longest unused go when it is full', async () => {
    const { kept, read } = open(250);
    await kept.get('a', read('a'));
    await kept.get('b', read('b'));
    await kept.get('a', read('never read'));
    await kept.get('c', read('c'));
    expect(await kept.get('a', read('again'))).toBe('a');
    expect(await kept.get('b', read('again'))).toBe('again');
  });

  it('gives its room back when it forgets', async () => {
    const { kept, read } = open(250);
    await kept.get('a', read('a'));
    await kept.get('b', read('b'));
    kept.forget('a');
    await kept.get('c', read('c'));
    expect(await kept.get('b', read('again'))).toBe('b');
    kept.forgetAll();
    expect(await kept.get('c', read('again'))).toBe('again');
  });
});
