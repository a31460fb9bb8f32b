import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServerContext } from './context.ts';
import { CHANGE_MS, LOOK_MS } from './carry-out.ts';
import { createLocks } from './lock.ts';
import { makeChange } from './make-change.ts';
import { ProblemError } from './problem.ts';
import { createMemoryStore } from './store/memory-store.ts';
import type { Permit } from './stripe/gateway/bound.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open() {
  const events: string[] = [];
  const claims: object[] = [];
  const written: string[] = [];
  const cache = { forget: async () => events.push('forgotten') > 0 };
  const server = {
    intents: { claim: async (intent: object) => void claims.push(intent) },
    changes: createLocks({ store: createMemoryStore(), onTrouble: () => {} }),
    cache: cache as unknown as ServerContext['cache'],
  };
  const change = (make: (permit: Permit) => Promise<string>, intentId = 'i-1') =>
    makeChange(server, {
      customerId: 'cus_1',
      intentId,
      request: 'POST /v1/x {}',
      onWrite: (id) => void written.push(id),
      make,
    });
  return { events, claims, written, change };
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

  it('claims its intent with all that it is', async () => {
    const { claims, change } = open();
    await change(async () => 'done', 'i-2');
    expect(claims).toEqual([{ customerId: 'cus_1', intentId: 'i-2', request: 'POST /v1/x {}' }]);
  });

  it('may write, says what was written, and is looked for where that was all that is known', async () => {
    const { written, change } = open();
    let tries = 0;
    const made = change(async ({ beforeWrite, afterWrite }) => {
      tries += 1;
      if (tries > 1) return 'found';
      beforeWrite();
      afterWrite?.('req_1', true);
      throw new ProblemError('stripe-unavailable');
    });
    expect(await made).toBe('found');
    expect(written).toEqual(['req_1']);
  });
});
