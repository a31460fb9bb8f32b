import { runDue } from './core/advance.ts';
import { createWorld } from './core/world.ts';
import { createApp } from './wire/app.ts';
import type { Exchange } from './wire/exchange.ts';
import { IdempotencyKeys } from './wire/idempotency.ts';

export interface SimulatorOptions {
  /** Unix seconds; by default the wall clock. */
  now?: () => number;
  /** Default: `sk_test_simulator`. */
  secretKeys?: string[];
  /** Default: `pk_test_simulator`. */
  publishableKeys?: string[];
  /** Origin of the links to invoices, where this simulator can be reached; default: Stripe's own. */
  documentsUrl?: string;
  /** Hears every call that a route has answered, replays and refusals too. */
  onExchange?: (exchange: Exchange) => void;
}

/** One call that came with a secret key. */
export interface RecordedRequest {
  method: string;
  path: string;
  /** As the form said it: all values are text. */
  params: Record<string, unknown>;
  status: number;
  idempotencyKey: string | null;
}

/** Stripe Billing, API version 2026-10-28.endive, in memory: for the demo and for tests. */
export interface StripeSimulator {
  /** The whole wire protocol. */
  fetch(request: Request): Promise<Response>;
  /** Simulated Unix seconds. */
  now(): number;
  /**
   * Moves time, and does everything that falls due on the way. Time goes back only while the
   * account is empty, so that a history can be built.
   */
  advanceTo(unixSeconds: number): void;
  /** What was asked with a secret key since the start or since it was forgotten. */
  requests(): RecordedRequest[];
  forgetRequests(): void;
  /** An empty account at the present time. */
  reset(): void;
}

export function createStripeSimulator(options: SimulatorOptions = {}): StripeSimulator {
  const world = createWorld(options.now ?? (() => Date.now() / 1000), options.documentsUrl);
  const replays = new IdempotencyKeys();
  const recorded: RecordedRequest[] = [];
  const app = createApp({
    world,
    keys: {
      secret: options.secretKeys ?? ['sk_test_simulator'],
      publishable: options.publishableKeys ?? ['pk_test_simulator'],
    },
    replays,
    record: (request) => void recorded.push(request),
    onExchange: options.onExchange,
  });
  return {
    fetch: async (request) => app.fetch(request),
    now: () => world.clock.now(),
    advanceTo(unixSeconds) {
      if (unixSeconds < world.clock.now() && !world.store.isEmpty()) {
        throw new RangeError('Time goes back only while the account is empty.');
      }
      runDue(world, unixSeconds);
      world.clock.runFrom(unixSeconds);
    },
    requests: () => [...recorded],
    forgetRequests: () => void (recorded.length = 0),
    reset() {
      world.store.clear();
      world.agenda.clear();
      world.clock.reset();
      replays.clear();
      recorded.length = 0;
    },
  };
}
