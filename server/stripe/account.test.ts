import { describe, expect, it } from 'vitest';
import { noLog } from '../log.ts';
import { createStripeAccount } from './account.ts';
import type { Ask } from './http/ask.ts';
import { createPacedAsk } from './http/paced-ask.ts';

const answering =
  (status: number, body: object): Ask =>
  async () => ({ status, headers: { 'request-id': 'req_1' }, text: JSON.stringify(body) });
const WELL = answering(200, { object: 'list', data: [], has_more: false });
const failing = (status: number, type: string): Ask =>
  answering(status, { error: { type, message: 'no' } });

const check = (ask: Ask): Promise<void> =>
  createStripeAccount({ secretKey: 'sk_test_1', ask }, { now: () => 1, log: noLog }).check();

describe('whether Stripe is there', () => {
  it('is so where it answers, also where it is asked too often', async () => {
    await check(WELL);
    await check(failing(429, 'invalid_request_error'));
  });

  it('is so while this server itself asks too often', async () => {
    const ask = createPacedAsk(WELL, { perSecond: 1, perSecondInAll: 1 });
    const account = createStripeAccount(
      { secretKey: 'sk_test_1', ask },
      { now: () => 1, log: noLog },
    );
    await Promise.all(Array.from({ length: 5 }, () => account.check()));
  });

  it.each<[string, Ask]>([
    ['does not know the key', failing(401, 'invalid_request_error')],
    ['does not let it look', failing(403, 'invalid_request_error')],
    ['fails', failing(500, 'api_error')],
    ['cannot be reached', () => Promise.reject(new Error('refused'))],
  ])('is not so where it %s', async (_, ask) => {
    await expect(check(ask)).rejects.toThrow();
  });
});
