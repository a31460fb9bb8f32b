import { changesIn } from './effect.ts';
import type { Effect, Watch } from './effect.ts';

/** Money that goes back, and a bank that does not take it. */
export const watchRefunds: Watch = (_world, changes) =>
  changesIn(changes, 'refunds').flatMap(({ before, after }): Effect[] => {
    if (after === undefined) return [];
    const { id: object, customer, amount, currency, charge, paymentIntent } = after;
    const refund = { object, customer, amount, currency, charge, paymentIntent };
    const hasFailed = after.status === 'failed' && before?.status !== 'failed';
    return [
      ...(before === undefined ? [{ kind: 'refund.made' as const, ...refund }] : []),
      ...(hasFailed ? [{ kind: 'refund.failed' as const, ...refund }] : []),
    ];
  });
