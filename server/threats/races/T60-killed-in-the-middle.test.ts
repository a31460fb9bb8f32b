import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../faults/operations.ts';
import { runBaseline, runCell } from '../../faults/run-cell.ts';
import { startVirtualTime, type VirtualTime } from '../../faults/virtual-time.ts';
import { createWorld, type World } from '../../faults/world.ts';

const SIGKILL = { name: 'SIGKILL', trouble: { at: 'process', end: 'kill' } } as const;

/** Every call with `FAULTS=full`, else the first and those that change something. Here a process ends by having no effect any more; real ones are killed in server/faults/. */
describe('T60 the server is killed in the middle', () => {
  let time: VirtualTime;
  let world: World;

  beforeAll(async () => {
    time = startVirtualTime();
    world = await time.pass(createWorld());
  });
  afterAll(() => time.stop());

  it.each(OPERATIONS)(
    '$name: has one effect, before and after whichever call it died',
    async (operation) => {
      const stage = { world, time };
      const baseline = await runBaseline(stage, operation);
      const isFull = process.env['FAULTS'] === 'full';
      const isWrite = (call = ''): boolean => !/^GET|create_preview$/.test(call);
      const chosen = [...baseline.calls.keys()].filter(
        (nth) => isFull || nth === 0 || isWrite(baseline.calls[nth]),
      );
      for (const nth of chosen) {
        for (const when of ['before', 'after'] as const) {
          const cell = { operation, fault: SIGKILL, when, nth: nth + 1, seed: nth };
          const { violations, codes } = await runCell(stage, cell, baseline);
          expect(violations, `${when} call ${nth + 1}: ${codes.join(', ')}`).toEqual([]);
        }
      }
    },
  );
});
