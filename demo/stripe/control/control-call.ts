import type { StripeSimulator } from '../simulator.ts';

/** What a call of the control brought along. */
export interface ControlAsked {
  /** What stood in the path for `:id`. */
  id: string;
  /** The JSON that was sent; an empty object where nothing was. */
  body: unknown;
}

/** One thing that can be done to the simulator, and that Stripe knows nothing of. */
export interface ControlCall {
  method: 'GET' | 'POST' | 'DELETE';
  /** `/_control/faults/:id` */
  path: `/_control${string}`;
  /** One line for whoever asks what there is. */
  what: string;
  /** @throws `ControlError`, `v.ValiError` or `RangeError` where it cannot be done. */
  run(simulator: StripeSimulator, asked: ControlAsked): unknown;
}

/** A refusal in words, with its status. */
export class ControlError extends Error {
  readonly status: 400 | 403 | 404 | 415;

  constructor(status: ControlError['status'], message: string) {
    super(message);
    this.status = status;
  }
}
