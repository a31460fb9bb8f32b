import type { World } from '../core/world.ts';
import type { Schedule } from './schedule.ts';

/** A schedule that ends with a cancellation shows it on its subscription. */
export function followEnd(world: World, { subscription, endBehavior, phases }: Schedule): void {
  if (subscription === null) return;
  const cancelAt = endBehavior === 'cancel' ? (phases.at(-1)?.end ?? null) : null;
  world.store.subscriptions.update(subscription, { cancelAt });
}
