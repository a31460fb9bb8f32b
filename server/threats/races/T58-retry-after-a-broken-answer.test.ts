import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAULTS, type Fault } from '../../faults/fault-table.ts';
import { OPERATIONS } from '../../faults/operations.ts';
import { runBaseline, runCell } from '../../faults/run-cell.ts';
import { startVirtualTime, type VirtualTime } from '../../faults/virtual-time.ts';
import { createWorld, type World } from '../../faults/world.ts';

/** More of them with `FAULTS=full`. */
const BROKEN = [
  'reset within the body',
  '500 stored for the key',
  ...(process.env['FAULTS'] === 'full' ? ['no headers in time', '500'] : []),
];
const faults: Fault[] = FAULTS.filter(({ name }) => BROKEN.includes(name));

describe('T58 the same intent again after a broken answer', () => {
  let time: VirtualTime;
  let world: World;

  beforeAll(async () => {
    time = startVirtualTime();
    world = await time.pass(createWorld());
  });
  afterAll(() => time.stop());

  it.each(OPERATIONS)('$name: has one effect, wherever the answer broke', async (operation) => {
    const stage = { world, time };
    const baseline = await runBaseline(stage, operation);
    const writes = baseline.calls.flatMap((call, index) =>
      call.startsWith('GET') || call.endsWith('/create_preview') ? [] : [index + 1],
    );
    for (const nth of writes.length > 0 ? writes : [1]) {
      for (const fault of faults) {
        for (const when of ['before', 'after'] as const) {
          const cell = { operation, fault, when, nth, seed: nth };
          const { violations, codes } = await runCell(stage, cell, baseline);
          expect(violations, `${fault.name} ${when} call ${nth}: ${codes.join(', ')}`).toEqual([]);
        }
      }
    }
  });
});
