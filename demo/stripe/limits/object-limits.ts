import type { Change } from '../core/table.ts';
import type { Invoice } from '../invoices/invoice.ts';
import type { SubscriptionItem } from '../subscriptions/subscription-item.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { Allowance } from './rate-limiter.ts';
import { tooMany } from './too-many.ts';

/**
 * What one object may go through, in simulated time: a subscription 10 new invoices a minute, 20 a
 * day and 200 changes of quantity an hour, a PaymentIntent 1000 updates an hour.
 * @see https://docs.stripe.com/rate-limits
 */
export class ObjectLimits {
  readonly #limiter = new RateLimiter();

  /** Looks at what a call has done, before it is certain. @throws 429: then it is undone. */
  check(asked: { method: string; id: string }, changes: Change[], now: number): void {
    const updates = asked.method === 'POST' && asked.id.startsWith('pi_');
    const counts = new Map<string, number>(updates ? [[`intent ${asked.id}`, 1]] : []);
    for (const name of changes.flatMap(nameOf)) counts.set(name, (counts.get(name) ?? 0) + 1);
    const allowances = [...counts].flatMap(([name, count]) => allowancesOf(name, count));
    const full = this.#limiter.take(allowances, now);
    if (full !== null) throw tooMany('resource-specific', `${full.what} limit exceeded.`);
  }

  clear(): void {
    this.#limiter.clear();
  }
}

interface ObjectAllowance extends Allowance {
  what: string;
}

function allowancesOf(name: string, count: number): ObjectAllowance[] {
  const [kind = ''] = name.split(' ');
  return (ALLOWANCES[kind] ?? []).map((one) => ({ ...one, count, name: `${name} ${one.window}` }));
}

const ALLOWANCES: Record<string, Omit<ObjectAllowance, 'name'>[]> = {
  invoice: [
    { most: 10, window: 60, what: 'New invoices per subscription and minute' },
    { most: 20, window: 86_400, what: 'New invoices per subscription and day' },
  ],
  quantity: [{ most: 200, window: 3600, what: 'Quantity updates per subscription and hour' }],
  intent: [{ most: 1000, window: 3600, what: 'Updates per PaymentIntent and hour' }],
};

function nameOf(change: Change): string[] {
  if (change.table === 'invoices' && change.before === undefined) {
    const { subscription } = change.after as Invoice;
    return subscription === null ? [] : [`invoice ${subscription}`];
  }
  if (change.table === 'subscriptionItems' && change.before && change.after) {
    const [before, after] = [change.before as SubscriptionItem, change.after as SubscriptionItem];
    return before.quantity === after.quantity ? [] : [`quantity ${after.subscription}`];
  }
  return [];
}
