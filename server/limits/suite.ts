import { describe, expect, it } from 'vitest';
import type { CreateLimiter } from './limiter.ts';

interface Opened {
  create: CreateLimiter;
  /** Lets the driver's own clock go on. */
  wait: (ms: number) => Promise<void>;
}

/** What every limiter promises, wherever it counts. */
export function limiterSuite(name: string, open: () => Promise<Opened>): void {
  let count = 0;
  const allowance = (times: number) => ({ name: `suite-${(count += 1)}`, times, seconds: 1 });

  describe(`a limiter: ${name}`, () => {
    it('allows so many and no more, and says how long to wait', async () => {
      const { create } = await open();
      const limiter = create(allowance(3));
      for (const _ of [1, 2, 3]) expect((await limiter.take('a')).isOver).toBe(false);
      const { isOver, waitMs } = await limiter.take('a');
      expect(isOver).toBe(true);
      expect(waitMs).toBeGreaterThan(0);
      expect(waitMs).toBeLessThanOrEqual(1_000);
      expect((await limiter.take('b')).isOver).toBe(false);
    });

    it('allows so many and no more, however many ask at once', async () => {
      const { create } = await open();
      const limiter = create(allowance(5));
      const taken = await Promise.all(Array.from({ length: 100 }, () => limiter.take('a')));
      expect(taken.filter(({ isOver }) => !isOver)).toHaveLength(5);
    });

    it('counts from zero again once the time is over, however often it was asked meanwhile', async () => {
      const { create, wait } = await open();
      const limiter = create(allowance(1));
      await limiter.take('a');
      await wait(600);
      expect((await limiter.take('a')).isOver).toBe(true);
      await wait(600);
      expect((await limiter.take('a')).isOver).toBe(false);
    });

    it('gives back what was taken, and never more than that', async () => {
      const { create, wait } = await open();
      const limiter = create(allowance(1));
      await limiter.take('a');
      await limiter.giveBack('a');
      expect((await limiter.take('a')).isOver).toBe(false);
      await wait(1_100);
      await limiter.giveBack('a');
      expect((await limiter.take('a')).isOver).toBe(false);
      expect((await limiter.take('a')).isOver).toBe(true);
    });

    it('keeps what is counted apart by its name', async () => {
      const { create } = await open();
      const [first, second] = [create(allowance(1)), create(allowance(1))];
      await first.take('a');
      expect((await second.take('a')).isOver).toBe(false);
    });
  });
}
