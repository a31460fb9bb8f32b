import * as v from 'valibot';
import type { ControlCall } from './control-call.ts';

/** The account as a whole. */
export const accountControls: ControlCall[] = [
  {
    method: 'GET',
    path: '/_control/state',
    what: 'the time, the limits, and how many rows of each kind there are',
    run: (simulator) => simulator.state(),
  },
  {
    method: 'POST',
    path: '/_control/limits',
    what: "turn Stripe's limits on or off: {on: true|false}",
    run({ limits }, { body }) {
      limits.turn(v.parse(v.strictObject({ on: v.boolean() }), body).on);
      return { on: limits.isOn };
    },
  },
  {
    method: 'POST',
    path: '/_control/reset',
    what: 'an empty account at the present time, and nothing of all this',
    run: (simulator) => simulator.reset(),
  },
];
