/** One structured line per event: who logs chooses from these fields, and nothing else gets out. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, fields?: LogFields) => void;

/**
 * Every field that a line may have, with its longest value. An allow-list, because the objects at
 * hand hold secrets: a Stripe error has the headers and the raw body of its request in it.
 */
export const LOG_FIELDS = {
  /** Of our answer: in its header and, where it is a problem, in its body. */
  requestId: 64,
  /** What the caller, or a proxy before us, calls this request. */
  callerRequestId: 64,
  /** The UUID of what the customer wants; it stands in Stripe's idempotency keys, so in its logs too. */
  intentId: 64,
  call: 100,
  code: 64,
  status: 8,
  durationMs: 16,
  customerId: 64,
  advice: 300,
  error: 2_000,
  stripeType: 64,
  stripeCode: 64,
  stripeStatus: 8,
  stripeRequestId: 64,
  /** Of all that a change has written, in the order of Stripe's answers, with spaces between. */
  stripeRequestIds: 400,
  stripeParam: 128,
  eventId: 64,
  type: 64,
  part: 32,
  count: 16,
  mode: 8,
  port: 8,
} as const satisfies Record<string, number>;

export type LogFields = Partial<
  Record<keyof typeof LOG_FIELDS, string | number | boolean | null | undefined>
>;

/** A log of JSON lines, for tests and wherever there is no Node. */
export function createLog(write: (line: string) => void): Log {
  return (level, event, fields = {}) =>
    write(JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }));
}

/** For a portal inside another program that logs by itself. */
export const noLog: Log = () => {};
