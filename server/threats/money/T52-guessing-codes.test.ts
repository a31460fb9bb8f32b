import { afterEach, describe, expect, it } from 'vitest';
import { createLimits } from '../../limits/limits.ts';
import { createMemoryLimiter } from '../../limits/memory-limiter.ts';
import { setStage, type Stage } from '../../testing/stage.ts';

const GUESSES = 1_000;

let stage: Stage;
afterEach(() => stage.stop());

describe('T52 guessing promotion codes', () => {
  it('ends after five wrong ones, and neither a right nor a wrong one is told from then on', async () => {
    const limits = createLimits((one) => createMemoryLimiter(one, () => 0));
    stage = await setStage({}, { limits });
    const call = await stage.as('monthly');
    const customer = stage.customerId('monthly');
    const [subscription] = (await stage.stripe.subscriptions.list({ customer })).data;
    const id = subscription?.id ?? '';
    const codes = Array.from({ length: GUESSES }, (_, index) => `SAVE${index}`);
    const answers: string[] = [];
    stage.simulator.forgetRequests();
    for (const code of [...codes, 'WELCOME20']) {
      const { status, problem } = await call('POST /v1/subscriptions/:id/promotion-code', {
        id,
        body: { code },
      });
      answers.push(`${status} ${problem.code}`);
    }
    const wrong = '422 promotion-code-invalid';
    // Past the thirtieth change in a minute, that limit says the same.
    const stopped = '429 too-many-requests';
    expect(answers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => wrong));
    expect(new Set(answers.slice(5))).toEqual(new Set([stopped]));
    const asked = stage.simulator.requests().filter(({ path }) => path === '/v1/promotion_codes');
    expect(asked).toHaveLength(5);
    expect((await stage.stripe.subscriptions.retrieve(id)).discounts).toEqual([]);
  });
});
