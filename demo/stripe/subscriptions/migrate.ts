import type { World } from '../core/world.ts';
import { refuse } from '../wire/fault.ts';
import type { MigrateParams } from './pause-params.ts';
import { isLive } from './subscription.ts';
import type { Subscription } from './subscription.ts';

/**
 * From classic to flexible, or from included to itemized discounts. There is no way back.
 * @see https://docs.stripe.com/api/subscriptions/migrate
 */
export function migrateSubscription(world: World, id: string, params: MigrateParams): Subscription {
  const old = world.store.subscriptions.get(id);
  const { type, flexible } = params.billing_mode;
  if (type !== 'flexible') {
    throw refuse('You can only migrate to billing_mode[type]=flexible.', 'billing_mode[type]');
  }
  if (!isLive(old)) throw refuse('You cannot migrate a subscription that has ended.');
  const next = flexible?.proration_discounts ?? old.prorationDiscounts;
  const isFlexible = old.billingMode === 'flexible';
  if (isFlexible && old.prorationDiscounts === 'itemized' && next === 'included') {
    throw refuse(
      'You cannot migrate from proration_discounts=itemized to included.',
      'billing_mode[flexible][proration_discounts]',
    );
  }
  if (isFlexible && next === old.prorationDiscounts) {
    throw refuse('This subscription already has that billing mode.', 'billing_mode');
  }
  const schedule = world.store.schedules.find(old.schedule);
  if (schedule) world.store.schedules.update(schedule.id, { billingMode: 'flexible' });
  return world.store.subscriptions.update(id, {
    billingMode: 'flexible',
    prorationDiscounts: next,
    billingModeUpdatedAt: world.clock.now(),
  });
}
