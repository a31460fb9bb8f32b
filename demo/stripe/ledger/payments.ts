import { changesIn } from './effect.ts';
import type { Effect, Watch } from './effect.ts';

/** A payment counts when it has succeeded; every refusal counts, also of the same payment again. */
export const watchPayments: Watch = (_world, changes) =>
  changesIn(changes, 'paymentIntents').flatMap(({ before, after }): Effect[] => {
    if (after === undefined) return [];
    const { id: object, customer, amount, currency, invoice } = after;
    const payment = { object, customer, amount, currency, invoice };
    if (after.status === 'succeeded') {
      if (before?.status === 'succeeded') return [];
      return [{ kind: 'payment.taken', ...payment, paymentMethod: after.paymentMethod }];
    }
    if (after.lastError === null || after.lastError === before?.lastError) return [];
    const { code, declineCode } = after.lastError.decline;
    return [{ kind: 'payment.refused', ...payment, code, declineCode }];
  });
