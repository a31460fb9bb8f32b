import type { Change } from '../core/table.ts';
import type { World } from '../core/world.ts';
import type { SubscriptionItem } from '../subscriptions/subscription-item.ts';
import { changesIn } from './effect.ts';
import type { Effect, Seats, Watch } from './effect.ts';

const ENDED = new Set(['canceled', 'incomplete_expired']);

/** Made, changed in price or quantity, told when to end, and ended. */
export const watchSubscriptions: Watch = (world, changes) => {
  const made = new Set<string>();
  const own = changesIn(changes, 'subscriptions').flatMap(({ before, after }): Effect[] => {
    if (after === undefined) return [];
    const { id: object, customer, status, cancelAt } = after;
    if (before === undefined) {
      made.add(object);
      return [{ kind: 'subscription.made', object, customer, items: seatsNow(world, object) }];
    }
    if (ENDED.has(status)) {
      return ENDED.has(before.status)
        ? []
        : [{ kind: 'subscription.ended', object, customer, status }];
    }
    return cancelAt === before.cancelAt
      ? []
      : [{ kind: 'subscription.end-set', object, customer, cancelAt }];
  });
  const items = changesIn(changes, 'subscriptionItems');
  const touched = items.flatMap(({ before, after }) => (after ?? before)?.subscription ?? []);
  const changed = [...new Set(touched)].filter((id) => !made.has(id));
  return [...own, ...changed.flatMap((id) => planChange(world, id, items))];
};

function planChange(world: World, object: string, changes: Change<SubscriptionItem>[]): Effect[] {
  const customer = world.store.subscriptions.find(object)?.customer ?? null;
  const changed = new Set(changes.map(({ id }) => id));
  const same = itemsOf(world, object).filter(({ id }) => !changed.has(id));
  const old = changes.flatMap(({ before }) =>
    before === undefined || before.subscription !== object ? [] : [before],
  );
  const from = seatsOf([...same, ...old]);
  const to = seatsNow(world, object);
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  return [{ kind: 'subscription.changed', object, customer, from, to }];
}

function seatsNow(world: World, subscription: string): Seats[] {
  return seatsOf(itemsOf(world, subscription));
}

function itemsOf(world: World, subscription: string): SubscriptionItem[] {
  return world.store.subscriptionItems.where('subscription', subscription);
}

/** In an order of their own: items have none that means anything. */
function seatsOf(items: SubscriptionItem[]): Seats[] {
  return items
    .map(({ price, quantity }) => ({ price, quantity }))
    .toSorted(
      (left, right) => left.price.localeCompare(right.price) || left.quantity - right.quantity,
    );
}
