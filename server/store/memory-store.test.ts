import { describe, expect, it } from 'vitest';
import { createMemoryStore } from './memory-store.ts';
import { storeSuite } from './suite.ts';

storeSuite('memory', async () => {
  let nowMs = 0;
  return {
    store: createMemoryStore(() => nowMs),
    wait: async (ms) => void (nowMs += ms),
  };
});

describe('the memory store', () => {
  it('cannot be filled without end', async () => {
    const store = createMemoryStore(() => 0);
    for (let index = 0; index <= 100_000; index += 1) await store.set(`${index}`, 'x', 1_000);
    expect(await store.get('0')).toBeNull();
    expect(await store.get('100000')).toBe('x');
  });
});
