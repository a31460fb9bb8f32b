import { describe, expect, it } from 'vitest';
import { codeOf } from '../../faults/customer.ts';
import { OPERATIONS } from '../../faults/operations.ts';
import { createSeveral, operationNamed } from '../../faults/several.ts';
import { createMemoryStore } from '../../store/memory-store.ts';

const CANCEL = 'POST /v1/subscriptions/:id/cancel';

describe('T59 the same intent with other contents', () => {
  it.each([
    ['another body', { body: { reason: 'unused' } }],
    ['another call', { call: 'POST /v1/subscriptions/:id/keep' }],
    [
      'another call with the same body',
      { call: 'POST /v1/subscriptions/:id/promotion-code', body: { code: 'QUARTER' } },
    ],
  ] as const)('is refused, and has no effect: %s', async (_name, other) => {
    const store = createMemoryStore();
    const several = await createSeveral([store, store]);
    const visitor = await several.begin(operationNamed(OPERATIONS, 'view'));
    const intent = crypto.randomUUID();
    const first = await visitor.submit({ at: 0, intent, call: CANCEL, body: { reason: 'other' } });
    const effects = visitor.effects();
    const second = await visitor.submit({ at: 1, intent, call: CANCEL, ...other });
    const again = await visitor.submit({ at: 1, intent, call: CANCEL, body: { reason: 'other' } });
    expect([first, second, again].map(codeOf)).toEqual(['ok', 'intent-changed', 'ok']);
    expect(visitor.effects()).toEqual(effects);
    const [subscription] = (
      await several.world.stripe.subscriptions.list({ customer: visitor.customerId })
    ).data;
    expect(subscription?.cancellation_details?.feedback).toBe('other');
  });
});
