import type { DueSource } from '../core/agenda.ts';
import type { World } from '../core/world.ts';
import { afterFailedTry } from '../subscriptions/dunning.ts';
import { testClockOf } from '../test-clocks/members.ts';
import { settleRefund } from './refund.ts';
import { settleDebit } from './settle-debit.ts';

/** A bank answers a debit some minutes after it was asked. */
export const chargeDue: DueSource = {
  name: 'charge',
  touchedBy: { charges: (_world, id) => id },
  next(world, id) {
    const at = world.store.charges.find(id)?.answer?.at ?? null;
    if (at === null) return null;
    const run = () => {
      const unpaid = settleDebit(world, id);
      if (unpaid !== null && isCollected(world, unpaid)) afterFailedTry(world, unpaid);
    };
    return { at, run };
  },
  clockOf: (world, id) => clockOfCharge(world, id),
};

/** Money that takes a while to come back, or never does. */
export const refundDue: DueSource = {
  name: 'refund',
  touchedBy: { refunds: (_world, id) => id },
  next(world, id) {
    const answer = world.store.refunds.find(id)?.answer ?? null;
    return answer === null ? null : { at: answer.at, run: () => settleRefund(world, id) };
  },
  clockOf: (world, id) => clockOfCharge(world, world.store.refunds.get(id).charge),
};

/** A first invoice is not tried again by itself: it expires with its subscription. */
function isCollected(world: World, id: string): boolean {
  const { status, subscription, autoAdvance } = world.store.invoices.get(id);
  const isFirst = world.store.subscriptions.find(subscription)?.status === 'incomplete';
  return status === 'open' && autoAdvance && !isFirst;
}

function clockOfCharge(world: World, charge: string): string | null {
  return testClockOf(world, world.store.charges.get(charge).customer);
}
