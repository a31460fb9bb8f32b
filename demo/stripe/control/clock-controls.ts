import * as v from 'valibot';
import type { StripeSimulator } from '../simulator.ts';
import { ControlError } from './control-call.ts';
import type { ControlCall } from './control-call.ts';

const seconds = v.pipe(v.number(), v.integer());
const moveSchema = v.union([
  v.strictObject({ to: seconds }),
  v.strictObject({ bySeconds: v.pipe(seconds, v.minValue(0)) }),
  v.strictObject({ byDays: v.pipe(v.number(), v.minValue(0)) }),
  v.strictObject({ renewalOf: v.string() }),
]);
type Move = v.InferOutput<typeof moveSchema>;

/** Stripe leaves the invoice of a renewal a draft for about an hour, and collects it then. */
const COLLECTED_AFTER_SECONDS = 3600 + 60;

/** The simulated account's time; test clocks are Stripe's own, and have their own calls. */
export const clockControls: ControlCall[] = [
  {
    method: 'GET',
    path: '/_control/clock',
    what: 'the simulated time in Unix seconds',
    run: (simulator) => ({ now: simulator.now() }),
  },
  {
    method: 'POST',
    path: '/_control/clock',
    what: 'move it, and do what falls due: {to}, {bySeconds}, {byDays}, or {renewalOf: "cus_…"} to when the next renewal has been collected',
    run(simulator, { body }) {
      simulator.advanceTo(destination(simulator, v.parse(moveSchema, body)));
      return { now: simulator.now() };
    },
  },
];

function destination(simulator: StripeSimulator, move: Move): number {
  if ('to' in move) return move.to;
  if ('bySeconds' in move) return simulator.now() + move.bySeconds;
  if ('byDays' in move) return simulator.now() + Math.round(move.byDays * 86_400);
  const renewal = simulator.nextRenewalOf(move.renewalOf);
  if (renewal === null) {
    throw new ControlError(404, `Nothing of ${move.renewalOf} is going to be renewed.`);
  }
  return renewal + COLLECTED_AFTER_SECONDS;
}
