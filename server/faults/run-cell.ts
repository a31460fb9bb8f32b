import { createPortal, type PortalServer } from '../index.ts';
import { createLog } from '../log.ts';
import { diceOf, type Cell, type Outcome } from './cell.ts';
import { CustomerBrowser, type Heard } from './customer.ts';
import { effectsOn, type Effects } from './effects.ts';
import { judge } from './judge.ts';
import { createLine, type Line } from './line.ts';
import { createTroubledStore } from './troubled-store.ts';
import type { VirtualTime } from './virtual-time.ts';
import { tryAndRecover, type Attempts } from './try-and-recover.ts';
import { NOW, type World } from './world.ts';
import { unlimited } from '../testing/unlimited.ts';

/** What an operation does, and with which calls, where nothing goes wrong. */
export interface Baseline {
  calls: string[];
  effects: Effects;
}

/** One of our processes. */
export interface Instance {
  server: PortalServer;
  line: Line;
  kill(): void;
}

/** All that one run has: what is broken on purpose, and what was seen of it. */
export interface Run {
  world: World;
  time: VirtualTime;
  cell: Cell;
  customerId: string;
  dice: (sides: number) => number;
  store: ReturnType<typeof createTroubledStore>;
  instance: Instance;
  newInstance(): Instance;
  clockOffS: number;
  isLogBlocked: boolean;
  heard: Heard[];
  log: string[];
  effects(): Effects;
}

interface Stage {
  world: World;
  time: VirtualTime;
}

/** The same operation without any trouble. */
export async function runBaseline(stage: Stage, operation: Cell['operation']): Promise<Baseline> {
  const cell: Cell = {
    operation,
    fault: { name: 'none', trouble: { at: 'clock', seconds: [0] } },
    when: 'before',
    seed: 0,
  };
  const { run, attempts } = await runOnce(stage, cell, null);
  if (!attempts.isShown) throw new Error(`${operation.name} fails: ${attempts.codes.join(', ')}`);
  return { calls: attempts.callsOfFirst, effects: run.effects() };
}

export async function runCell(stage: Stage, cell: Cell, baseline: Baseline): Promise<Outcome> {
  const { run, attempts, canary, secrets } = await runOnce(stage, cell, baseline);
  const violations = judge({ run, attempts, baseline, canary, secrets });
  return { cell, codes: attempts.codes, violations };
}

async function runOnce(stage: Stage, cell: Cell, baseline: Baseline | null) {
  const { world, time } = stage;
  const { operation } = cell;
  const person = await time.pass(world.addCustomer());
  const about = await time.pass(operation.prepare(world, person));
  world.simulator.ledger.forget();
  const run = createRun(stage, cell, person.id);
  const portal = operation.portal ?? 'default';
  const secret = world.options.portals.get(portal)?.secrets[0] ?? '';
  const browser = new CustomerBrowser({
    customerId: person.id,
    portal,
    secret,
    server: () => run.instance.server,
    nowMs: () => time.nowMs(),
    hear: (heard) => void run.heard.push(heard),
  });
  await time.pass(browser.signIn());
  const attempts: Attempts = await tryAndRecover({ run, browser, about, baseline });
  return { run, attempts, canary: person.canary, secrets: [secret, ...browser.secrets] };
}

function createRun({ world, time }: Stage, cell: Cell, customerId: string): Run {
  const store = createTroubledStore();
  const stored = new Map<string, string>();
  const log: string[] = [];
  const begunMs = time.nowMs();
  // A look that costs no call of Stripe's meets no trouble.
  const isRead = cell.operation.call.startsWith('GET');
  const options = isRead ? { ...world.options, cacheSeconds: 0 } : world.options;
  const newInstance = (): Instance => {
    let isDead = false;
    const line = createLine(world.simulator, stored);
    const server = createPortal(options, {
      ask: (question) => line.ask(question),
      limits: unlimited,
      store: store.forProcess(() => isDead),
      now: () => NOW + Math.floor((time.nowMs() - begunMs) / 1000) + run.clockOffS,
      log: createLog((text) => {
        if (run.isLogBlocked) throw new Error('EAGAIN');
        log.push(text);
      }),
    });
    const kill = (): void => {
      isDead = true;
      line.cut();
    };
    return { server, line, kill };
  };
  const run: Run = {
    world,
    time,
    cell,
    customerId,
    dice: diceOf(cell.seed),
    store,
    newInstance,
    clockOffS: 0,
    isLogBlocked: false,
    heard: [],
    log,
    effects: () => effectsOn(world.simulator.ledger.entries(), customerId),
    get instance() {
      return current;
    },
    set instance(next) {
      current = next;
    },
  };
  let current = newInstance();
  return run;
}
