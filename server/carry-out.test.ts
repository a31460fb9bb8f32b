// oxlint-disable-next-line no-restricted-imports -- an error as the SDK makes it
import { Stripe } from 'stripe';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHANGE_MS, LOOK_MS, READ_MS, READ_ONLY, carryOut, readInTime } from './carry-out.ts';
import { ProblemError } from './problem.ts';
import type { Permit } from './stripe/gateway/bound.ts';

/** One change of one thing, as a handler makes it: what is already so is answered as done. */
function handler(fail: (make: () => void) => unknown) {
  let isMade = false;
  let writes = 0;
  return {
    writes: () => writes,
    handle: async ({ beforeWrite }: Permit): Promise<string> => {
      if (isMade) return 'done';
      beforeWrite();
      writes += 1;
      await fail(() => {
        isMade = true;
      });
      return 'done';
    },
  };
}

const broken = (): never => {
  throw new ProblemError('outcome-unknown', { cause: new Error('reset') });
};
const failedAtStripe = (): never => {
  const cause = new Stripe.errors.StripeAPIError({ type: 'api_error', requestId: 'req_1' });
  throw new ProblemError('outcome-unknown', { cause });
};
const forEver = (): Promise<never> => new Promise(() => {});

describe('a change whose outcome is not known', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is done where it is found done', async () => {
    const lost = handler((make) => (make(), broken()));
    expect(await carryOut(lost.handle)).toBe('done');
    expect(lost.writes()).toBe(1);
  });

  it('is not done where Stripe failed, and it is not there', async () => {
    const failed = handler(failedAtStripe);
    await expect(carryOut(failed.handle)).rejects.toMatchObject({
      code: 'not-applied',
      cause: { requestId: 'req_1' },
    });
    expect(failed.writes()).toBe(1);
  });

  it('is not known where the line broke, and it is not there yet', async () => {
    const { handle } = handler(broken);
    await expect(carryOut(handle)).rejects.toMatchObject({ code: 'outcome-unknown' });
  });

  const hadEnough = (): never => {
    throw new ProblemError('stripe-unavailable');
  };
  /** Whatever it does before it is hadEnough, and what it finds when it looks. */
  const afterWriting = (isDone: boolean | null, find: () => string) => {
    let tries = 0;
    return ({ afterWrite }: Permit): Promise<string> => {
      tries += 1;
      if (tries > 1) return Promise.resolve().then(find);
      if (isDone !== null) afterWrite?.('req_1', isDone);
      return Promise.resolve().then(hadEnough);
    };
  };

  it('is looked for too where something was done before Stripe had enough', async () => {
    expect(await carryOut(afterWriting(true, () => 'done'))).toBe('done');
    await expect(carryOut(afterWriting(true, hadEnough))).rejects.toMatchObject({
      code: 'outcome-unknown',
    });
    const missing = (): never => {
      throw new ProblemError('not-applied');
    };
    await expect(carryOut(afterWriting(true, missing))).rejects.toMatchObject({
      code: 'stripe-unavailable',
    });
  });

  it('is certain where nothing was done before', async () => {
    for (const isDone of [null, false]) {
      const looked = carryOut(afterWriting(isDone, () => 'done'));
      await expect(looked).rejects.toMatchObject({ code: 'stripe-unavailable' });
    }
  });

  it('is given up in time, and then looked for', async () => {
    const late = handler(async (make) => {
      make();
      await forEver();
    });
    const result = carryOut(late.handle);
    await vi.advanceTimersByTimeAsync(CHANGE_MS);
    expect(await result).toBe('done');
  });

  it('ends in time even where nothing answers any more', async () => {
    const result = carryOut(forEver);
    const refused = expect(result).rejects.toMatchObject({ code: 'outcome-unknown' });
    await vi.advanceTimersByTimeAsync(CHANGE_MS + LOOK_MS);
    await refused;
  });

  it('writes nothing more once it has been given up', async () => {
    let writes = 0;
    const heard: unknown[] = [];
    const slow = async ({ beforeWrite }: Permit): Promise<string> => {
      await new Promise((resolve) => setTimeout(resolve, CHANGE_MS + 10));
      try {
        beforeWrite();
      } catch (error) {
        heard.push(error);
        throw error;
      }
      writes += 1;
      return 'done';
    };
    const refused = expect(carryOut(slow)).rejects.toMatchObject({ code: 'outcome-unknown' });
    await vi.advanceTimersByTimeAsync(2 * (CHANGE_MS + LOOK_MS));
    await refused;
    expect(writes).toBe(0);
    expect(heard).toMatchObject([{ code: 'outcome-unknown' }, { code: 'not-applied' }]);
  });

  it('is what the look finds out for certain', async () => {
    let tries = 0;
    const declined = async (): Promise<string> => {
      tries += 1;
      if (tries === 1) broken();
      throw new ProblemError('payment-failed');
    };
    await expect(carryOut(declined)).rejects.toMatchObject({ code: 'payment-failed' });
  });

  it.each([
    new ProblemError('stripe-unavailable'),
    new ProblemError('outcome-unknown'),
    new ProblemError('internal'),
    new Error('of our own'),
  ])('stays unknown where the look ends in %s', async (failure) => {
    let tries = 0;
    const lost = async (): Promise<string> => {
      tries += 1;
      if (tries === 1) broken();
      throw failure;
    };
    await expect(carryOut(lost)).rejects.toMatchObject({
      code: 'outcome-unknown',
      cause: { message: 'reset' },
    });
    expect(tries).toBe(2);
  });

  it('leaves no timer behind', async () => {
    await carryOut(async () => 'done');
    await readInTime(async () => 'read');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('passes any other failure on without a look', async () => {
    let tries = 0;
    const refused = async (): Promise<string> => {
      tries += 1;
      throw new ProblemError('subscription-ended');
    };
    await expect(carryOut(refused)).rejects.toMatchObject({ code: 'subscription-ended' });
    expect(tries).toBe(1);
  });
});

describe('a read', () => {
  it('is given up in time', async () => {
    vi.useFakeTimers();
    const refused = expect(readInTime(forEver)).rejects.toMatchObject({
      code: 'stripe-unavailable',
    });
    await vi.advanceTimersByTimeAsync(READ_MS);
    await refused;
    vi.useRealTimers();
  });
});

describe('an endpoint that is not declared as a change', () => {
  it('cannot write', () => {
    expect(() => READ_ONLY.beforeWrite()).toThrow('not declared as a change');
  });
});
