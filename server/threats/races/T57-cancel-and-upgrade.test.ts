import { describe, expect, it } from 'vitest';
import { diceOf } from '../../faults/cell.ts';
import { OPERATIONS } from '../../faults/operations.ts';
import { createSeveral, operationNamed } from '../../faults/several.ts';
import { createMemoryStore } from '../../store/memory-store.ts';

const ROUNDS = 30;
const CANCEL = 'POST /v1/subscriptions/:id/cancel';

describe('T57 canceling and upgrading at once', () => {
  it('is done one after the other, and what is answered is what is so', async () => {
    const shared = createMemoryStore();
    const several = await createSeveral([shared, shared]);
    const { world } = several;
    const upgrade = operationNamed(OPERATIONS, 'upgrade');
    const dice = diceOf(57);
    for (let round = 0; round < ROUNDS; round += 1) {
      const visitor = await several.begin(upgrade);
      const body = await visitor.preview();
      const asks = {
        upgrade: { at: dice(2), intent: crypto.randomUUID(), body },
        cancel: { at: dice(2), intent: crypto.randomUUID(), body: {}, call: CANCEL },
      } as const;
      const isCancelFirst = dice(2) === 0;
      const early = isCancelFirst ? visitor.submit(asks.cancel) : null;
      const [upgradeHeard, cancelHeard] = await Promise.all([
        visitor.submit(asks.upgrade),
        early ?? visitor.submit(asks.cancel),
      ]);
      const is = await world.stripe.subscriptions.retrieve(visitor.about);
      expect(is.items.data[0]?.price.id === world.prices.large).toBe(upgradeHeard.status === 200);
      expect(is.cancel_at_period_end).toBe(cancelHeard.status === 200);
      expect([upgradeHeard.status, cancelHeard.status]).toContain(200);
    }
  });
});
