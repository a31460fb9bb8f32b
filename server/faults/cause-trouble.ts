import type { Heard } from './customer.ts';
import type { Trouble } from './fault-table.ts';
import type { Baseline, Run } from './run-cell.ts';
import type { Wish } from './try-and-recover.ts';

/** Trouble under way: how the customer fares in it, and its end. */
export interface Caused {
  /** One answer for each time that the customer asked; null where they got none. */
  firstTry(wish: Wish): Promise<(Heard | null)[]>;
  end(): Promise<void>;
}

type At<Where extends Trouble['at']> = Extract<Trouble, { at: Where }>;

export function causeTrouble(run: Run, baseline: Baseline | null): Caused {
  const { trouble } = run.cell.fault;
  if (baseline === null) return { firstTry: async (wish) => [await wish.tryOnce()], end: calm };
  switch (trouble.at) {
    case 'process':
      return endProcess(run, baseline, trouble);
    case 'browser':
      return beImpatient(run, baseline, trouble);
    case 'webhooks':
      return disturbWebhooks(run, trouble);
    case 'bank':
      if (takesMoney(baseline)) return decline(run, trouble);
      break;
    default:
  }
  const cause = (): void => begin(run, trouble);
  if (run.cell.when === 'before') cause();
  arm(run, baseline, cause);
  return {
    firstTry: async (wish) => [await wish.tryOnce()],
    async end() {
      run.instance.line.calm();
      run.store.calm();
      run.clockOffS = 0;
      run.isLogBlocked = false;
    },
  };
}

/** Chooses the call that meets the trouble: every other time one that changes something. */
function arm({ instance, dice, cell }: Run, { calls }: Baseline, onReached: () => void): void {
  const all = calls.map((_name, index) => index + 1);
  const writes = all.filter((nth) => isWrite(calls[nth - 1] ?? ''));
  instance.line.arm({
    nth: cell.nth ?? pick(writes.length > 0 && dice(2) === 0 ? writes : all, dice),
    times: 1 + dice(2),
    when: cell.when,
    trouble: cell.fault.trouble,
    pick: dice(100),
    onReached,
  });
}

/** Trouble that is nowhere on the line. */
function begin(run: Run, trouble: Trouble): void {
  const { dice } = run;
  if (trouble.at === 'store') run.store.trouble(pick(trouble.ways, dice));
  if (trouble.at === 'clock') run.clockOffS = pick(trouble.seconds, dice);
  if (trouble.at === 'log') run.isLogBlocked = true;
}

/** The line to the browser breaks, and a new process takes over; a drained one ends its work first. */
function endProcess(run: Run, baseline: Baseline, { end }: At<'process'>): Caused {
  return {
    firstTry: (wish) =>
      new Promise((resolve, reject) => {
        const old = run.instance;
        arm(run, baseline, () => {
          run.instance = run.newInstance();
          if (end === 'kill') old.kill();
          resolve([null]);
        });
        wish.tryOnce().then((heard) => resolve([heard]), reject);
      }),
    end: calm,
  };
}

function beImpatient(run: Run, baseline: Baseline, { ways }: At<'browser'>): Caused {
  const way = pick(ways, run.dice);
  return {
    async firstTry(wish) {
      if (way === 'double tap') return Promise.all([wish.tryOnce(), wish.tryOnce()]);
      if (way === 'two tabs') {
        const other = await wish.inAnotherTab();
        return Promise.all([wish.tryOnce(), other.tryOnce()]);
      }
      return new Promise((resolve, reject) => {
        arm(run, baseline, () => resolve([null]));
        wish.tryOnce().then((heard) => resolve([heard]), reject);
      });
    },
    end: calm,
  };
}

function decline(run: Run, { declineCode }: At<'bank'>): Caused {
  const { queue } = run.world.simulator.faults;
  const { id } = queue.add({
    match: { customer: run.customerId },
    fault: { kind: 'payment-declines', declineCode },
  });
  return {
    firstTry: async (wish) => [await wish.tryOnce()],
    end: async () => void queue.remove(id),
  };
}

function disturbWebhooks(run: Run, { ways }: At<'webhooks'>): Caused {
  const { world } = run;
  const way = pick(ways, run.dice);
  const held: Request[] = [];
  const deliver = (request: Request): Promise<Response> =>
    run.instance.server.fetch(request.clone());
  return {
    async firstTry(wish) {
      await world.deliverTo(async (request) => {
        if (way === 'five times') for (let i = 0; i < 5; i += 1) await deliver(request);
        else if (way !== 'lost') held.push(request.clone());
      });
      return [await wish.tryOnce()];
    },
    async end() {
      await world.simulator.settled();
      for (const request of way === 'reordered' ? held.toReversed() : held) await deliver(request);
      await world.deliverTo(null);
    },
  };
}

function isWrite(call: string): boolean {
  return !call.startsWith('GET') && !call.endsWith('/create_preview');
}

function takesMoney({ effects }: Baseline): boolean {
  return Object.keys(effects).some((name) => name.startsWith('paid '));
}

function pick<T>(choices: readonly T[], dice: (sides: number) => number): T {
  const chosen = choices[dice(choices.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from.');
  return chosen;
}

async function calm(): Promise<void> {}
