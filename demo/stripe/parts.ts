import { accountWith } from './core/account.ts';
import { createWorld } from './core/world.ts';
import { EventRecorder } from './events/recorder.ts';
import { Faults } from './faults/faults.ts';
import { Alarms } from './ledger/alarms.ts';
import { Ledger } from './ledger/ledger.ts';
import { Limits } from './limits/limits.ts';
import type { SimulatorOptions } from './simulator.ts';
import { Webhooks } from './webhooks/webhooks.ts';
import type { Gate } from './wire/gate.ts';
import { IdempotencyKeys } from './wire/idempotency.ts';
import { Locks } from './wire/locks.ts';
import { Traffic } from './wire/traffic.ts';

/** Everything that one simulator is made of: the gate that calls pass, and those who listen. */
export interface Parts extends Gate {
  recorder: EventRecorder;
  webhooks: Webhooks;
  traffic: Traffic;
  ledger: Ledger;
  alarms: Alarms;
}

/** Listeners hear of a commit in the order of the lines here. */
export function assemble(options: SimulatorOptions): Parts {
  const world = createWorld(
    options.now ?? (() => Date.now() / 1000),
    options.documentsUrl,
    options.account,
  );
  const recorder = new EventRecorder(world);
  const webhooks = new Webhooks(world, options.deliver ?? globalThis.fetch);
  const traffic = new Traffic(options.onExchange);
  const ledger = new Ledger(world);
  const alarms = new Alarms();
  return {
    world,
    recorder,
    webhooks,
    traffic,
    ledger,
    alarms,
    keys: {
      secret: options.secretKeys ?? ['sk_test_simulator'],
      publishable: options.publishableKeys ?? ['pk_test_simulator'],
      restricted: options.restrictedKeys ?? {},
    },
    replays: new IdempotencyKeys(),
    locks: new Locks(),
    faults: new Faults(world, options.seed ?? 1),
    limits: new Limits({
      isOn: options.limits ?? false,
      wallClock: options.wallClock ?? (() => Date.now()),
    }),
    heard(asked, answer) {
      traffic.heard(asked, answer);
      alarms.heard(asked);
    },
  };
}

/** As it was at the start; only what the options said stays. */
export function empty(parts: Parts, options: SimulatorOptions): void {
  const { world } = parts;
  world.store.clear();
  world.agenda.clear();
  world.events.clear();
  world.account = accountWith(options.account);
  world.clock.reset();
  parts.recorder.clear();
  parts.webhooks.reset();
  parts.replays.clear();
  parts.traffic.forget();
  parts.ledger.forget();
  parts.alarms.forget();
  parts.faults.reset();
  parts.limits.turn(options.limits ?? false);
}
