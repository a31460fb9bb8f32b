import type { LedgerEntry } from '../../demo/stripe/ledger/ledger.ts';

/** What has happened to one customer on balance: what was done and undone again is nothing. */
export type Effects = Record<string, number>;

/** By Stripe's ledger, whatever anybody was told. Names of objects are left out: they differ. */
export function effectsOn(entries: LedgerEntry[], customer: string): Effects {
  const balance: Effects = {};
  for (const entry of entries.filter((one) => one.customer === customer)) {
    const [name, count] = weigh(entry);
    if (name !== null) balance[name] = (balance[name] ?? 0) + count;
  }
  return Object.fromEntries(
    Object.entries(balance)
      .filter(([, count]) => count !== 0)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  );
}

function weigh(entry: LedgerEntry): [string | null, number] {
  switch (entry.kind) {
    case 'payment.taken':
      return [`paid ${about(entry.amount)}`, 1];
    case 'invoice.finalised':
      return [`billed ${about(entry.total)}`, 1];
    case 'invoice.voided':
      return [`billed ${about(entry.total)}`, -1];
    case 'subscription.made':
      return ['subscriptions', 1];
    case 'subscription.ended':
      return ['subscriptions', -1];
    case 'subscription.changed':
      return [`changed to ${entry.to.map(({ quantity }) => quantity).join(' and ')}`, 1];
    case 'subscription.end-set':
      return ['end', entry.cancelAt === null ? -1 : 1];
    case 'schedule.made':
      return ['schedules', 1];
    case 'schedule.released':
    case 'schedule.ended':
      return ['schedules', -1];
    case 'discount.put':
      return ['discounts', 1];
    case 'discount.taken-off':
      return ['discounts', -1];
    case 'payment.refused':
      return [null, 0];
    default:
      return [entry.kind, 1];
  }
}

/** A change that is shown again some seconds later may cost a cent less. */
function about(amount: number): number {
  return Math.round(amount / 10) * 10;
}
