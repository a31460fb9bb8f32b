import * as fc from 'fast-check';
import { createStripeSimulator } from '../../simulator.ts';
import type { StripeSimulator } from '../../simulator.ts';
import type { AccountCase } from './arbitraries.ts';
import { formCaller } from './caller.ts';
import type { Call } from './caller.ts';
import { openAccount } from './open-account.ts';

/** `FC_SEED` brings a run back; without it each run is another one. */
export const seed = Number(process.env.FC_SEED ?? Date.now() % 1_000_000_000);

/** How many accounts: `FC_RUNS`, or as many as a run of all tests has time for. */
export function runsOf(usual: number): number {
  return Number(process.env.FC_RUNS ?? usual);
}

/** Opens accounts one after the other, each in a world of its own, on one simulator. */
export function stageCases(makeCall: (simulator: StripeSimulator) => Call = formCaller) {
  let start = 0;
  const simulator = createStripeSimulator({ now: () => start });
  const call = makeCall(simulator);
  return async (terms: AccountCase) => {
    start = terms.start;
    simulator.reset();
    return openAccount(simulator, call, terms);
  };
}

/** What has been compared, by kind. */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #startedMs = performance.now();

  count(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  total(): number {
    return [...this.#counts].reduce((sum, [kind, n]) => (kind === 'refused' ? sum : sum + n), 0);
  }

  /** Tells the seed, and how much was done in which time. */
  print(name: string): void {
    const seconds = (performance.now() - this.#startedMs) / 1000;
    const kinds = [...this.#counts].map(([kind, n]) => `${kind} ${n}`).join(', ');
    const pace = `${this.total()} cases in ${seconds.toFixed(1)} s`;
    process.stdout.write(`${name}: FC_SEED=${seed}, ${pace} (${kinds})\n`);
  }
}

/** Proves a property of accounts and what happens to them; a failure says seed and path. */
export async function prove<Rest>(
  property: (terms: AccountCase, rest: Rest) => Promise<void>,
  {
    accounts,
    rest,
    runs,
  }: { accounts: fc.Arbitrary<AccountCase>; rest: fc.Arbitrary<Rest>; runs: number },
): Promise<void> {
  await fc.assert(fc.asyncProperty(accounts, rest, property), { seed, numRuns: runs });
}
