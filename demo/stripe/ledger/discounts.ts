import type { World } from '../core/world.ts';
import { changesIn } from './effect.ts';
import type { Effect, Watch } from './effect.ts';

/** On subscriptions and on their items; one that ends with its time is taken off too. */
export const watchDiscounts: Watch = (world, changes) => {
  const wholes = changesIn(changes, 'subscriptions').map(({ id, before, after }) => ({
    on: id,
    customer: (after ?? before)?.customer ?? null,
    old: before?.discounts ?? [],
    next: after?.discounts ?? [],
  }));
  const items = changesIn(changes, 'subscriptionItems').map(({ id, before, after }) => ({
    on: id,
    customer: customerOf(world, (after ?? before)?.subscription),
    old: before?.discounts ?? [],
    next: after?.discounts ?? [],
  }));
  return [...wholes, ...items].flatMap(({ on, customer, old, next }): Effect[] => {
    const line = (kind: 'discount.put' | 'discount.taken-off') => (object: string) => {
      const coupon = world.store.discounts.find(object)?.coupon ?? null;
      return { kind, object, customer, on, coupon };
    };
    return [
      ...old.filter((id) => !next.includes(id)).map(line('discount.taken-off')),
      ...next.filter((id) => !old.includes(id)).map(line('discount.put')),
    ];
  });
};

function customerOf(world: World, subscription: string | undefined): string | null {
  return world.store.subscriptions.find(subscription)?.customer ?? null;
}
