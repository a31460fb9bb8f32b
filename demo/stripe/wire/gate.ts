import type { World } from '../core/world.ts';
import type { Faults } from '../faults/faults.ts';
import type { Limits } from '../limits/limits.ts';
import type { Asked } from './asked.ts';
import type { AccountKeys } from './authorize.ts';
import type { IdempotencyKeys } from './idempotency.ts';
import type { Locks } from './locks.ts';
import type { Answer } from './reply.ts';

/** All that a call has to pass. */
export interface Gate {
  world: World;
  keys: AccountKeys;
  replays: IdempotencyKeys;
  locks: Locks;
  limits: Limits;
  faults: Faults;
  /** Hears of every call that got as far as an answer, before a fault spoils the way back. */
  heard: (asked: Asked, answer: Answer) => void;
}
