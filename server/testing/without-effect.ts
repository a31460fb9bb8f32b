import { expect } from 'vitest';
import type { Stage } from './stage.ts';

/** Runs an attempt after which nothing may be different: neither asked of Stripe nor done. */
export async function withoutEffect<T>(stage: Stage, attempt: () => Promise<T>): Promise<T> {
  stage.simulator.forgetRequests();
  stage.simulator.ledger.forget();
  const result = await attempt();
  expect(stage.writes()).toEqual([]);
  expect(stage.simulator.ledger.entries()).toEqual([]);
  return result;
}
