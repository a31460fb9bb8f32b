import { changesIn } from './effect.ts';
import type { Effect, Watch } from './effect.ts';

/** Cards and accounts that a customer has come to have, or has no longer. */
export const watchMethods: Watch = (_world, changes) =>
  changesIn(changes, 'paymentMethods').flatMap(({ id: object, before, after }): Effect[] => {
    const [old, next] = [before?.customer ?? null, after?.customer ?? null];
    if (old === next) return [];
    return [
      ...(old === null ? [] : [{ kind: 'method.detached' as const, object, customer: old }]),
      ...(next === null ? [] : [{ kind: 'method.attached' as const, object, customer: next }]),
    ];
  });
