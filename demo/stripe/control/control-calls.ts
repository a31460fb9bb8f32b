import { accountControls } from './account-controls.ts';
import { cardControls } from './card-controls.ts';
import { clockControls } from './clock-controls.ts';
import type { ControlCall } from './control-call.ts';
import { faultControls } from './fault-controls.ts';
import { recordControls } from './record-controls.ts';
import { webhookControls } from './webhook-controls.ts';

/** Everything that the control can do, and what `GET /_control` lists. */
export const CONTROL_CALLS: ControlCall[] = [
  ...faultControls,
  ...recordControls,
  ...clockControls,
  ...accountControls,
  ...webhookControls,
  ...cardControls,
];
