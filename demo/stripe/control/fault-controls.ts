import * as v from 'valibot';
import { faultSchema } from '../faults/fault-rule.ts';
import { ControlError } from './control-call.ts';
import type { ControlCall } from './control-call.ts';

/** What goes wrong on purpose: on the wire, and at the bank. */
export const faultControls: ControlCall[] = [
  {
    method: 'GET',
    path: '/_control/faults',
    what: 'the faults in their order, how often each was met, the seed, and how many calls wait',
    run: ({ faults }) => ({
      faults: faults.queue.list(),
      seed: faults.random.seed,
      waiting: faults.waits.count,
    }),
  },
  {
    method: 'POST',
    path: '/_control/faults',
    what: 'add one: {match: {method, path, customer, nth}, when: before|after, times, fault: {kind, …}}',
    run: ({ faults }, { body }) => faults.queue.add(v.parse(faultSchema, body)),
  },
  {
    method: 'DELETE',
    path: '/_control/faults',
    what: 'take all away, and let go on what waits',
    run({ faults }) {
      faults.queue.clear();
      faults.waits.release();
    },
  },
  {
    method: 'DELETE',
    path: '/_control/faults/:id',
    what: 'take one away',
    run({ faults }, { id }) {
      if (!faults.queue.remove(id)) throw new ControlError(404, `There is no fault ${id}.`);
    },
  },
  {
    method: 'POST',
    path: '/_control/release',
    what: 'let go on what waits: `hang`, `latency`, `slow-body`',
    run({ faults }) {
      const released = faults.waits.count;
      faults.waits.release();
      return { released };
    },
  },
];
