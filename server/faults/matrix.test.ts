import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeCell, diceOf, type Cell, type Outcome } from './cell.ts';
import { FAULTS } from './fault-table.ts';
import { OPERATIONS } from './operations.ts';
import { runBaseline, runCell, type Baseline } from './run-cell.ts';
import { tableOf } from './table.ts';
import { startVirtualTime, type VirtualTime } from './virtual-time.ts';
import { createWorld, type World } from './world.ts';

/** `FAULTS=full` runs every cell with 20 seeds; otherwise a sample, the same for the same seed. */
const IS_FULL = process.env['FAULTS'] === 'full';
const SEED = Number(process.env['FAULTS_SEED'] ?? 1);
const SEEDS_EACH = IS_FULL ? Number(process.env['FAULTS_SEEDS'] ?? 20) : 1;
const SAMPLE = 300;
/** The simulator keeps everybody: a new one now and then. */
const RUNS_PER_WORLD = 100;

const ALL: Cell[] = OPERATIONS.flatMap((operation) =>
  FAULTS.flatMap((fault) =>
    (['before', 'after'] as const).flatMap((when) =>
      Array.from({ length: SEEDS_EACH }, (_, i) => ({ operation, fault, when, seed: SEED + i })),
    ),
  ),
);

describe('the matrix of operations and faults', () => {
  let time: VirtualTime;
  const worlds = new Map<number, World>();
  const baselines = new Map<string, Baseline>();
  const outcomes: Outcome[] = [];

  beforeAll(() => {
    time = startVirtualTime();
  });
  afterAll(() => {
    time.stop();
    process.stdout.write(`${tableOf(outcomes)}\nseed ${SEED}: FAULTS_SEED=${SEED} does it again\n`);
  });

  it('has thirteen operations, thirty faults, before and after', () => {
    expect(ALL.length).toBe(13 * 30 * 2 * SEEDS_EACH);
  });

  const cells = IS_FULL ? ALL : sample(ALL, SAMPLE);
  for (const [index, operation] of OPERATIONS.entries()) {
    const own = cells.filter((cell) => cell.operation === operation);
    it(
      `${operation.name}: ${own.length} runs, no invariant broken`,
      { timeout: 900_000 },
      async () => {
        for (const [i, cell] of own.entries()) outcomes.push(await run(cell, index * 1000 + i));
        const broken = outcomes.filter(
          (one) => one.cell.operation === operation && one.violations.length > 0,
        );
        expect(
          broken.map((one) => [describeCell(one.cell), ...one.codes, ...one.violations]),
        ).toEqual([]);
      },
    );
  }

  async function run(cell: Cell, number: number): Promise<Outcome> {
    const world = await worldFor(Math.floor(number / RUNS_PER_WORLD));
    const stage = { world, time };
    let baseline = baselines.get(cell.operation.name);
    if (!baseline) {
      baseline = await runBaseline(stage, cell.operation);
      baselines.set(cell.operation.name, baseline);
    }
    return runCell(stage, cell, baseline);
  }

  async function worldFor(number: number): Promise<World> {
    const known = worlds.get(number);
    if (known) return known;
    worlds.clear();
    const world = await time.pass(createWorld());
    worlds.set(number, world);
    return world;
  }
});

function sample(cells: Cell[], count: number): Cell[] {
  const dice = diceOf(SEED);
  const left = [...cells];
  return Array.from({ length: count }, (_, i) => ({
    ...left.splice(dice(left.length), 1)[0],
    seed: SEED * 1000 + i,
  })) as Cell[];
}
