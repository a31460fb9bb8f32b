import * as v from 'valibot';
import { StripeFault } from '../wire/fault.ts';
import { ControlError } from './control-call.ts';
import type { ControlCall } from './control-call.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const disturbanceSchema = v.strictObject({
  drop: v.optional(count),
  delaySeconds: v.optional(count),
  duplicate: v.optional(v.strictObject({ next: v.optional(count), every: v.optional(count) })),
  reorder: v.optional(
    v.strictObject({
      count,
      order: v.picklist(['reversed', 'shuffled']),
      seed: v.optional(v.pipe(v.number(), v.integer())),
    }),
  ),
});
const resendSchema = v.strictObject({ event: v.string(), endpoint: v.string() });
const triggerSchema = v.strictObject({ type: v.string(), object: v.string() });

/** Events on their way to webhook endpoints. */
export const webhookControls: ControlCall[] = [
  {
    method: 'GET',
    path: '/_control/webhooks',
    what: 'every delivery that was sent, and how it was taken',
    run: ({ webhooks }) => ({ deliveries: webhooks.attempts() }),
  },
  {
    method: 'POST',
    path: '/_control/webhooks/settle',
    what: 'answers when nothing that is due is on its way any more',
    run: (simulator) => simulator.settled(),
  },
  {
    method: 'POST',
    path: '/_control/webhooks/disturb',
    what: 'from now on: {drop: n, delaySeconds: n, duplicate: {next: n, every: n}, reorder: {count: n, order: reversed|shuffled, seed}}',
    run({ webhooks }, { body }) {
      const { drop, delaySeconds, duplicate, reorder } = v.parse(disturbanceSchema, body);
      if (drop !== undefined) webhooks.drop(drop);
      if (delaySeconds !== undefined) webhooks.delay(delaySeconds);
      if (duplicate !== undefined) webhooks.duplicate(duplicate);
      if (reorder !== undefined) webhooks.reorder(reorder);
    },
  },
  {
    method: 'POST',
    path: '/_control/webhooks/calm',
    what: 'disturb no more, and let go of what is held back',
    run: ({ webhooks }) => webhooks.calm(),
  },
  {
    method: 'POST',
    path: '/_control/webhooks/resend',
    what: 'send an event once more: {event: "evt_…", endpoint: "we_…"}',
    run({ webhooks }, { body }) {
      const { event, endpoint } = v.parse(resendSchema, body);
      orRefuse(() => webhooks.resend(event, endpoint));
    },
  },
  {
    method: 'POST',
    path: '/_control/webhooks/trigger',
    what: 'tell of something that nothing here can cause: {type: "invoice.overdue", object: "in_…"}',
    run({ webhooks }, { body }) {
      const { type, object } = v.parse(triggerSchema, body);
      return orRefuse(() => webhooks.trigger(type, object));
    },
  },
  {
    method: 'POST',
    path: '/_control/webhooks/:id/secret',
    what: 'a second secret for an endpoint, which then signs with both',
    run: ({ webhooks }, { id }) => ({ secret: orRefuse(() => webhooks.addSecret(id)) }),
  },
];

/** What the simulator says as Stripe would, the control says in its own way. */
function orRefuse<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error;
    const isMissing = error.details.code === 'resource_missing';
    throw new ControlError(isMissing ? 404 : 400, error.message);
  }
}
