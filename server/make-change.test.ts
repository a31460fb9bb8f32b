import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerContext } from './context.ts';
import { CHANGE_MS, LOOK_MS } from './carry-out.ts';
import { createLocks } from './lock.ts';
import { makeChange } from './make-change.ts';
import { createMemoryStore } from './store/memory-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const events: string[] = [];
  const cache = { forget: async () => events.push('forgotten') > 0 };
  const server = {
    intents: { claim: async () => {} },
    changes: createLocks({ store: createMemoryStore(), onTrouble: () => {} }),
    cache: cache as unknown as ServerContext['cache'],
  };
  const change = (make: () => Promise<string>) =>
    makeChange(server, {
      customerId: 'cus_1',
      intentId: crypto.randomUUID(),
      request: 'POST /v1/x {}',
      onWrite: () => {},
      make,
    });
  return { events, change };
}

const later = (ms: number, say: () => string) =>
  new Promise<string>((resolve) => setTimeout(() => resolve(say()), ms));

describe('a change', () => {
  it('that was given up lets no other overtake it, and is forgotten again when it lands', async () => {
    const { events, change } = open();
    const late = change(() => later(14_000, () => `late ${events.push('late landed')}`));
    const told = expect(late).rejects.toMatchObject({ code: 'outcome-unknown' });
    await vi.advanceTimersByTimeAsync(CHANGE_MS + LOOK_MS);
    await told;
    expect(events).toEqual(['forgotten']);
    const next = change(async () => `next ${events.push('next made')}`);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(events).toEqual(['forgotten']);
    await vi.advanceTimersByTimeAsync(1_500);
    await next;
    expect(events).toEqual(['forgotten', 'late landed', 'forgotten', 'next made', 'forgotten']);
  });

  it('that ends in time is forgotten once', async () => {
    const { events, change } = open();
    expect(await change(async () => 'done')).toBe('done');
    expect(events).toEqual(['forgotten']);
  });
});
