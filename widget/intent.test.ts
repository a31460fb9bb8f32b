import { describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemCode } from '../contract/problems.ts';
import { ConnectionError, ProblemError } from './failure.ts';
import { Intent, newIntentId } from './intent.ts';

function problem(code: ProblemCode): ProblemError {
  const { status, title } = PROBLEMS[code];
  return new ProblemError({ type: '', code, status, title, requestId: 'req_1' }, true);
}

/** Tries twice, the first time with `error`; answers whether both carried one id. */
async function isSameAfter(error: Error, second: unknown = 'a'): Promise<boolean> {
  const intent = new Intent();
  const seen: string[] = [];
  const failing = intent.attempt('a', async (id) => {
    seen.push(id);
    throw error;
  });
  await expect(failing).rejects.toBe(error);
  await intent.attempt(second, async (id) => void seen.push(id));
  return seen[0] === seen[1];
}

describe('Intent', () => {
  it('keeps its id where nobody knows whether it was done', async () => {
    expect(await isSameAfter(new ConnectionError('timeout', true))).toBe(true);
    expect(await isSameAfter(problem('outcome-unknown'))).toBe(true);
  });

  it('is a new one after a clear refusal', async () => {
    expect(await isSameAfter(problem('payment-failed'))).toBe(false);
    expect(await isSameAfter(problem('amount-changed'))).toBe(false);
    expect(await isSameAfter(problem('not-applied'))).toBe(false);
    expect(await isSameAfter(problem('internal'))).toBe(false);
  });

  it('is a new one where something else is asked for', async () => {
    expect(await isSameAfter(new ConnectionError('timeout', true), 'b')).toBe(false);
  });

  it('is a UUID', () => {
    const version4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
    expect(Array.from({ length: 50 }, newIntentId).every((id) => version4.test(id))).toBe(true);
    expect(newIntentId()).not.toBe(newIntentId());
  });
});
