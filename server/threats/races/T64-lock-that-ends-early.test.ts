import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../faults/operations.ts';
import { aloneEffects, createSeveral, operationNamed } from '../../faults/several.ts';
import { startVirtualTime, type VirtualTime } from '../../faults/virtual-time.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import type { Store } from '../../store/store.ts';

const MONEY = ['upgrade', 'quantity', 'resubscribe', 'pay open invoice', 'downgrade'];

/** Nobody holds a lock for longer than a moment. */
function withoutLocks(): Store {
  const store = createMemoryStore();
  return {
    ...store,
    add: async (key, value, lifetimeMs) =>
      key.startsWith('lock:') || store.add(key, value, lifetimeMs),
  };
}

describe('T64 a lock that ends while Stripe is slow', () => {
  let time: VirtualTime;
  beforeAll(() => void (time = startVirtualTime()));
  afterAll(() => time.stop());

  it.each(MONEY.flatMap((name) => [true, false].map((isOneIntent) => ({ name, isOneIntent }))))(
    '$name: a second holder does nothing twice (one intent: $isOneIntent)',
    async ({ name, isOneIntent }) => {
      const store = withoutLocks();
      const several = await time.pass(createSeveral([store, store]));
      const operation = operationNamed(OPERATIONS, name);
      const alone = await time.pass(aloneEffects(several, operation));
      for (const slowMs of [100, 2_000, 5_000]) {
        const visitor = await time.pass(several.begin(operation));
        const bodies = [await time.pass(visitor.preview()), await time.pass(visitor.preview())];
        const intents = [crypto.randomUUID(), crypto.randomUUID()];
        const { queue } = several.world.simulator.faults;
        queue.add({
          match: { method: 'POST', customer: visitor.customerId },
          times: 20,
          fault: { kind: 'latency', ms: slowMs },
        });
        const submit = (at: 0 | 1) =>
          visitor.submit({
            at,
            intent: intents[isOneIntent ? 0 : at] ?? '',
            body: bodies[isOneIntent ? 0 : at],
          });
        await time.pass(Promise.all([submit(0), submit(1)]));
        queue.clear();
        await time.sleep(60_000);
        for (let i = 0; i < 3 && JSON.stringify(visitor.effects()) === '{}'; i += 1) {
          await time.pass(submit(0));
        }
        expect(visitor.effects(), `${slowMs} ms`).toEqual(alone);
      }
    },
  );
});
