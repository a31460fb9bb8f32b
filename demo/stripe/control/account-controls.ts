import * as v from 'valibot';
import type { ControlCall } from './control-call.ts';

const days = v.pipe(v.number(), v.minValue(0));
const accountSchema = v.strictObject({
  dunning: v.exactOptional(
    v.strictObject({
      retryDays: v.exactOptional(v.array(days)),
      afterwards: v.exactOptional(v.picklist(['past_due', 'unpaid', 'cancel'])),
    }),
  ),
  upcomingDays: v.exactOptional(days),
});

/** The account as a whole. */
export const accountControls: ControlCall[] = [
  {
    method: 'GET',
    path: '/_control/state',
    what: 'the time, the limits, and how many rows of each kind there are',
    run: (simulator) => simulator.state(),
  },
  {
    method: 'GET',
    path: '/_control/account',
    what: 'what its owner has set in the Dashboard',
    run: (simulator) => simulator.account(),
  },
  {
    method: 'POST',
    path: '/_control/account',
    what: 'set some of it: {dunning: {retryDays, afterwards: past_due|unpaid|cancel}, upcomingDays}',
    run: (simulator, { body }) => simulator.setAccount(v.parse(accountSchema, body)),
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
