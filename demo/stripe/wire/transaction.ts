import type { World } from '../core/world.ts';
import { timeOn } from '../test-clocks/timeline.ts';
import { StripeFault } from './fault.ts';
import { faultAnswer } from './reply.ts';
import type { Answer } from './reply.ts';

export interface Outcome extends Answer {
  /** Kept for its idempotency key: not where the work had not begun. */
  isKept: boolean;
}

/** Refusals that come before the work: nothing is kept for the request's idempotency key. */
const UNTOUCHED = new Set([400, 401, 403, 404, 409, 429]);

/**
 * Does one request's work at one moment: of the account, or of the test clock that it is about. What fails, or only looks (`isDryRun`), leaves the world
 * as it was; a payment that was tried and failed stays done (`StripeFault.keep`).
 */
export function transact(
  world: World,
  options: { isDryRun: boolean; clock?: string | null },
  work: () => unknown,
): Outcome {
  const mark = world.store.mark();
  holdTime(world, options.clock ?? null);
  try {
    const body = work();
    if (options.isDryRun) world.store.rollBack(mark);
    return { status: 200, body: JSON.stringify(body), isKept: true };
  } catch (error) {
    if (!(error instanceof StripeFault) || !error.keep) world.store.rollBack(mark);
    if (!(error instanceof StripeFault)) throw error;
    const isKept = !UNTOUCHED.has(error.status);
    return { ...faultAnswer(error), isKept };
  } finally {
    world.store.commit();
    world.clock.thaw();
  }
}

function holdTime(world: World, clock: string | null): void {
  const now = timeOn(world, clock);
  if (clock === null) world.clock.freeze(now);
  else world.clock.visit(now);
}
