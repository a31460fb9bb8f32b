/** What is counted and timed. Nothing that it is told names a customer. */
export interface Meter {
  /** One call of the API; `call` as the contract declares it. */
  request(call: string, status: number, durationMs: number): void;
  refusal(call: string, code: string): void;
  /** One call on the wire; status 0 where no answer came. */
  stripeCall(endpoint: string, status: number, durationMs: number): void;
  /** Whether something was still in memory. */
  kept(what: 'overview' | 'customer-id', isHit: boolean): void;
  /** How long a change waited for the one before it. */
  lockWait(durationMs: number): void;
  storeTrouble(part: string): void;
  /** How old an event of Stripe's was when it came. */
  webhook(ageS: number): void;
}

export const noMeter: Meter = {
  request() {},
  refusal() {},
  stripeCall() {},
  kept() {},
  lockWait() {},
  storeTrouble() {},
  webhook() {},
};
