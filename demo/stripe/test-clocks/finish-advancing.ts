import { runDue } from '../core/advance.ts';
import type { World } from '../core/world.ts';

/**
 * Brings all clocks that are on their way to where they go, with everything that falls due there.
 * Stripe does this in the background; here it is done before anybody looks.
 */
export function finishAdvancing(world: World): void {
  for (const { id, target } of world.store.testClocks.where('status', 'advancing')) {
    if (target === null) continue;
    runDue(world, target, id);
    world.store.testClocks.update(id, { frozenTime: target, target: null, status: 'ready' });
    world.store.commit();
  }
}
