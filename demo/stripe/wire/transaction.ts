import type { World } from '../core/world.ts';
import { faultBody, StripeFault } from './fault.ts';
import type { Answer } from './reply.ts';

export interface Outcome extends Answer {
  /** Kept for its idempotency key: not where the work had not begun. */
  isKept: boolean;
}

/**
 * Does one request's work at one moment. What fails, or only looks (`isDryRun`), leaves the world
 * as it was; a payment that was tried and failed stays done (`StripeFault.keep`).
 */
export function transact(
  world: World,
  options: { isDryRun: boolean },
  work: () => unknown,
): Outcome {
  const mark = world.store.mark();
  world.clock.freeze(world.clock.now());
  try {
    const body = work();
    if (options.isDryRun) world.store.rollBack(mark);
    return { status: 200, body: JSON.stringify(body), isKept: true };
  } catch (error) {
    if (!(error instanceof StripeFault) || !error.keep) world.store.rollBack(mark);
    if (!(error instanceof StripeFault)) throw error;
    const isKept = error.status !== 400 && error.status !== 404;
    return { status: error.status, body: JSON.stringify(faultBody(error)), isKept };
  } finally {
    world.store.commit();
    world.clock.thaw();
  }
}
