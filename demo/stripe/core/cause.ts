import type { World } from './world.ts';

/** The request that does what is happening; work that only time caused has none. */
export interface Cause {
  requestId: string;
  idempotencyKey: string | null;
}

/** Does `work` in the name of a request: whoever hears of a commit finds it in `world.cause`. */
export function causedBy<Result>(world: World, cause: Cause | null, work: () => Result): Result {
  const before = world.cause;
  world.cause = cause;
  try {
    return work();
  } finally {
    world.cause = before;
  }
}
