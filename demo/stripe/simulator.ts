import { accountWith } from './core/account.ts';
import type { AccountOptions, AccountSettings } from './core/account.ts';
import { createControl } from './control/control.ts';
import { nextRenewalOf } from './control/next-renewal.ts';
import { runDue } from './core/advance.ts';
import type { Faults } from './faults/faults.ts';
import { NoAnswer } from './faults/connection.ts';
import type { NodeBindings } from './faults/connection.ts';
import type { Alarms } from './ledger/alarms.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Limits } from './limits/limits.ts';
import { updateCardAutomatically } from './payments/card-updater.ts';
import type { CardChange } from './payments/card-updater.ts';
import { finishAdvancing } from './test-clocks/finish-advancing.ts';
import { createApp } from './wire/app.ts';
import type { Exchange } from './wire/exchange.ts';
import type { Deliver } from './webhooks/post.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import type { RecordedRequest } from './wire/traffic.ts';
import { assemble, empty } from './parts.ts';

export interface SimulatorOptions {
  /** Unix seconds; by default the wall clock. */
  now?: () => number;
  /** Default: `sk_test_simulator`. */
  secretKeys?: string[];
  /** Default: `pk_test_simulator`. */
  publishableKeys?: string[];
  /** Restricted keys, each with its permissions: `{ rk_test_x: ['customer_read'] }`. Default: none. */
  restrictedKeys?: Record<string, string[]>;
  /** Origin of the links to invoices, where this simulator can be reached; default: Stripe's own. */
  documentsUrl?: string;
  /** What a Dashboard would set, where it is not the default. */
  account?: AccountOptions;
  /** Hears every call that a route has answered, replays and refusals too. */
  onExchange?: (exchange: Exchange) => void;
  /** Whether Stripe's limits are in force from the start. */
  limits?: boolean;
  /** Milliseconds, by which requests per second are counted; by default the wall clock. */
  wallClock?: () => number;
  /** Brings events to webhook endpoints; by default `fetch`. An app's own needs no network. */
  deliver?: Deliver;
  /** Of everything that faults leave to chance; by default 1. */
  seed?: number;
  /** Whether the calls under `/_control` are answered; by default they are refused. */
  control?: boolean;
}

/** The whole at a glance. */
export interface SimulatorState {
  now: number;
  limits: boolean;
  /** Rows by table. */
  counts: Record<string, number>;
}

/** Stripe Billing, API version 2026-10-28.endive, in memory: for the demo and for tests. */
export interface StripeSimulator {
  /**
   * The whole wire protocol. Behind a port of Node's, pass on what `@hono/node-server` gives as
   * `env`: only then can a fault end the connection itself.
   */
  fetch(request: Request, env?: NodeBindings): Promise<Response>;
  /** Simulated Unix seconds. */
  now(): number;
  /**
   * Moves time, and does everything that falls due on the way. Time goes back only while the
   * account is empty, so that a history can be built.
   */
  advanceTo(unixSeconds: number): void;
  /** When the next period of any of a customer's subscriptions ends; null where none is running. */
  nextRenewalOf(customer: string): number | null;
  state(): SimulatorState;
  /** What the account's owner has set in the Dashboard. */
  account(): AccountSettings;
  /** Sets some of it; the rest stays as it is. */
  setAccount(options: AccountOptions): AccountSettings;
  /** Does what has fallen due by now, and sends its news: for a server that nobody asks anything. */
  catchUp(): void;
  /** Replaces a saved card as its bank would. @throws RangeError unless it is one. */
  updateCard(id: string, change: CardChange): void;
  /** What was asked with a secret key since the start or since it was forgotten. */
  requests(): RecordedRequest[];
  forgetRequests(): void;
  /** What goes wrong on purpose. */
  readonly faults: Faults;
  /** Stripe's limits, which are off unless they are turned on. */
  readonly limits: Limits;
  /** What has really happened, whatever was answered. */
  readonly ledger: Ledger;
  /** Questions about nobody in particular. */
  readonly alarms: Alarms;
  /** Deliveries of events, and how to disturb them. */
  readonly webhooks: Webhooks;
  /** Resolves when every event that is due has been brought to the webhook endpoints. */
  settled(): Promise<void>;
  /** An empty account at the present time. */
  reset(): void;
}

export function createStripeSimulator(options: SimulatorOptions = {}): StripeSimulator {
  const parts = assemble(options);
  const { world, traffic, webhooks, faults, limits, ledger, alarms } = parts;
  const app = createApp(parts);
  const simulator: StripeSimulator = {
    async fetch(request, env) {
      if (new URL(request.url).pathname.startsWith('/_control')) return control.fetch(request);
      try {
        return await app.fetch(request, env);
      } catch (error) {
        throw error instanceof NoAnswer ? error.cause : error;
      }
    },
    now: () => world.clock.now(),
    advanceTo(unixSeconds) {
      if (unixSeconds < world.clock.now() && !world.store.isEmpty()) {
        throw new RangeError('Time goes back only while the account is empty.');
      }
      finishAdvancing(world);
      runDue(world, unixSeconds);
      world.clock.runFrom(unixSeconds);
      webhooks.pump();
    },
    nextRenewalOf: (customer) => nextRenewalOf(world, customer),
    state: () => ({
      now: world.clock.now(),
      limits: limits.isOn,
      counts: world.store.counts(),
    }),
    account: () => world.account,
    setAccount: (change) => (world.account = accountWith(change, world.account)),
    catchUp() {
      runDue(world, world.clock.now());
      webhooks.pump();
    },
    updateCard(id, change) {
      updateCardAutomatically(world, id, change);
      world.store.commit();
      webhooks.pump();
    },
    requests: () => traffic.requests(),
    forgetRequests: () => traffic.forget(),
    faults,
    limits,
    ledger,
    alarms,
    webhooks,
    settled() {
      finishAdvancing(world);
      return webhooks.settled();
    },
    reset: () => empty(parts, options),
  };
  const control = createControl(simulator, { isOpen: options.control ?? false });
  return simulator;
}
