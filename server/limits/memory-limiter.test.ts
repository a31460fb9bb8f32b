import { describe, expect, it } from 'vitest';
import { createMemoryLimiter } from './memory-limiter.ts';
import { limiterSuite } from './suite.ts';

limiterSuite('memory', async () => {
  let nowMs = 0;
  return {
    create: (allowance) => createMemoryLimiter(allowance, () => nowMs),
    wait: async (ms) => void (nowMs += ms),
  };
});

describe('the memory limiter', () => {
  it('cannot be filled without end: the oldest keys go first', async () => {
    const limiter = createMemoryLimiter({ times: 1, seconds: 60 }, () => 0);
    for (let index = 0; index <= 50_000; index += 1) await limiter.take(`${index}`);
    expect((await limiter.take('50000')).isOver).toBe(true);
    expect((await limiter.take('0')).isOver).toBe(false);
  });
});
