import * as v from 'valibot';
import type { ControlCall } from './control-call.ts';

const wholeNumber = v.pipe(v.number(), v.integer());
const changeSchema = v.strictObject({
  number: v.exactOptional(v.string()),
  expMonth: v.exactOptional(v.pipe(wholeNumber, v.minValue(1), v.maxValue(12))),
  expYear: v.exactOptional(wholeNumber),
});

/** What card networks do. */
export const cardControls: ControlCall[] = [
  {
    method: 'POST',
    path: '/_control/payment_methods/:id/card',
    what: 'replace a saved card as its bank would: {number, expMonth, expYear}, any of them',
    run(simulator, { id, body }) {
      simulator.updateCard(id, v.parse(changeSchema, body));
      return { id };
    },
  },
];
