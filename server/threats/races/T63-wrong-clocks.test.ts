import { describe, expect, it } from 'vitest';
import { createKept } from '../../cache/kept.ts';
import { codeOf } from '../../faults/customer.ts';
import { OPERATIONS } from '../../faults/operations.ts';
import { aloneEffects, createSeveral, operationNamed } from '../../faults/several.ts';
import { createMemoryStore } from '../../store/memory-store.ts';

describe('T63 clocks that are wrong or jump', () => {
  it.each([
    [0, 300],
    [300, 0],
    [-300, 300],
  ])('lets instances %i and %i seconds off serve one customer', async (first, second) => {
    const store = createMemoryStore();
    const several = await createSeveral([store, store], [first, second]);
    const operation = operationNamed(OPERATIONS, 'pay open invoice');
    const alone = await aloneEffects(several, operation);
    const visitor = await several.begin(operation);
    const intent = crypto.randomUUID();
    const heard = await Promise.all([0, 1].map((at) => visitor.submit({ at, intent, body: {} })));
    expect(heard.map(codeOf)).toEqual(['ok', 'ok']);
    expect(visitor.effects()).toEqual(alone);
  });

  it('does not freeze what is kept when a clock is set back', async () => {
    let now = 10_000;
    const kept = createKept<string>({ maxBytes: 1_000, now: () => now });
    const read = (value: string) => async () => ({ value, until: now + 180, bytes: 10 });
    expect(await kept.get('a', read('old'))).toBe('old');
    now -= 3_600;
    expect(await kept.get('a', read('new'))).toBe('new');
    now += 3_600;
    expect(await kept.get('a', read('newest'))).toBe('newest');
  });
});
