import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signHash } from './auth/signature.ts';
import { createPortal } from './index.ts';
import { createFetchAsk } from './stripe/http/fetch-ask.ts';
import { createPacedAsk } from './stripe/http/paced-ask.ts';
import { caller, setStage, type Caller, type Stage } from './testing/stage.ts';
import { unlimited } from './testing/unlimited.ts';

/** As many as a customer may make in ten seconds of views that are kept. */
const AT_ONCE = 95;
const ROUNDS = 3;

let stage: Stage;
let greedy: Customer;
let other: Customer;
beforeAll(async () => {
  stage = await setStage({ PORTICO_CACHE_SECONDS: '240' });
  const server = createPortal(stage.options, {
    now: () => Math.floor(stage.simulator.now()),
    limits: unlimited,
    ask: createPacedAsk(createFetchAsk(), { perSecond: 20, perSecondInAll: 80 }),
  });
  const enter = async (key: string): Promise<Customer> => {
    const customerId = stage.customerId(key);
    const hash = await signHash(stage.secret, { type: 'customer', id: customerId }, null);
    const { body } = await caller(server)('POST /v1/sessions', { body: { customerId, hash } });
    const id = body.overview.subscriptions[0]?.id ?? '';
    return { call: caller(server, body.token), id };
  };
  [greedy, other] = [await enter('two'), await enter('monthly')];
});
afterAll(() => stage.stop());

interface Customer {
  call: Caller;
  /** A subscription of theirs. */
  id: string;
}

describe('a customer who asks for more than anybody reads', () => {
  it(
    'is served a few at a time, and takes nothing from the others',
    { timeout: 30_000 },
    async () => {
      const answers: Promise<{ status: number; problem: { code: string } }>[] = [];
      const others: number[] = [];
      const query = { subscriptionId: other.id };
      for (let round = 0; round < ROUNDS; round += 1) {
        for (let view = 0; view < AT_ONCE; view += 1) {
          answers.push(greedy.call('GET /v1/overview', { query: { subscriptionId: greedy.id } }));
        }
        for (const { status } of [
          await other.call('GET /v1/plans', { query }),
          await other.call('GET /v1/overview', { query }),
          await other.call('POST /v1/subscriptions/:id/cancel', { id: other.id, body: {} }),
          await other.call('POST /v1/subscriptions/:id/keep', { id: other.id }),
        ]) {
          others.push(status);
        }
      }
      expect(new Set(others)).toEqual(new Set([200]));
      const all = (await Promise.all(answers)).map(({ status, problem }) =>
        status === 200 ? 200 : problem.code,
      );
      expect(new Set(all)).toEqual(new Set([200, 'busy']));
      const served = all.filter((one) => one === 200).length;
      expect(served).toBeGreaterThanOrEqual(4);
      expect(served).toBeLessThanOrEqual(12 * ROUNDS);
    },
  );
});
