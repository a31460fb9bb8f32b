import { changesIn } from './effect.ts';
import type { Effect, Watch } from './effect.ts';

export const watchBalances: Watch = (_world, changes) =>
  changesIn(changes, 'balanceTransactions').flatMap(({ before, after }): Effect[] => {
    if (before !== undefined || after === undefined) return [];
    const { id: object, customer, amount, currency, type, endingBalance } = after;
    return [{ kind: 'balance.moved', object, customer, amount, currency, type, endingBalance }];
  });
