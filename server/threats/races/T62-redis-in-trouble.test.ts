import { describe, expect, it } from 'vitest';
import { codeOf } from '../../faults/customer.ts';
import { OPERATIONS } from '../../faults/operations.ts';
import { aloneEffects, createSeveral, operationNamed } from '../../faults/several.ts';
import { createTroubledStore } from '../../faults/troubled-store.ts';

const MONEY = ['upgrade', 'resubscribe', 'pay open invoice'];
const WAYS = ['down', 'hang', 'read-only', 'flushed'] as const;

/** How the driver tells of a Redis in trouble: server/store/redis-store.test.ts. */
describe('T62 Redis is down, hangs, was emptied or only reads', () => {
  it.each(MONEY.flatMap((name) => WAYS.map((way) => ({ name, way }))))(
    '$name while it is $way: a double submit to two instances has one effect',
    async ({ name, way }) => {
      const store = createTroubledStore();
      const several = await createSeveral([store.store, store.store]);
      const operation = operationNamed(OPERATIONS, name);
      const alone = await aloneEffects(several, operation);
      for (let round = 0; round < (way === 'hang' ? 1 : 4); round += 1) {
        const visitor = await several.begin(operation);
        const body = await visitor.preview();
        const intent = crypto.randomUUID();
        store.trouble(way);
        const heard = await Promise.all([
          visitor.submit({ at: 0, intent, body }),
          visitor.submit({ at: 1, intent, body }),
        ]);
        const read = await visitor.overviewAt(1);
        store.calm();
        expect(visitor.effects()).toEqual(alone);
        expect(heard.map(codeOf)).toContain('ok');
        expect(read.status).toBe(200);
      }
    },
  );
});
